"""A timeline in words, for those who cannot see it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from deckgen.postmortem.durations import long_duration
from deckgen.postmortem.measures import measures, milestones
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.phases import phases
from deckgen.postmortem.wording import (
    clock,
    clocks_change,
    count,
    day_and_clock,
    instant,
    listing,
    sentence,
    zone_label,
)

MOST_CHARACTERS = 500
"""A screen reader reads an alternative text in one go: longer ones are left at the essentials."""


def timeline_alt(postmortem: Postmortem) -> str:
    """Return what the timeline tells: its span, the milestones, the measures and the phases.

    That is at most MOST_CHARACTERS characters: what comes last is left out first.
    """
    text = ""
    for part in (_span, _recorded, _measured, _missing, _phased):
        longer = f"{text} {part(postmortem)}".strip()
        if len(longer) <= MOST_CHARACTERS:
            text = longer
    return text


def _span(postmortem: Postmortem) -> str:
    at = milestones(postmortem)
    instants = [event.at for event in postmortem.events]
    stated = (at.started.at, at.detected.at, at.mitigated.at, at.resolved.at)
    instants += [instant for instant in stated if instant]
    first, last, zone = min(instants), max(instants), postmortem.zone
    events = count(len(postmortem.events), "event") if postmortem.events else "no events yet"
    span = (
        instant(first, zone) if clocks_change((first, last), zone) else day_and_clock(first, zone)
    )
    if last > first:
        span = f"{span} to {_after(first, last, zone)}"
    return f"Timeline of {events}, {span} {zone_label(last, zone)}."


def _recorded(postmortem: Postmortem) -> str:
    at, zone = milestones(postmortem), postmortem.zone
    known = [
        f"{milestone.name} {_after(postmortem.started_at, milestone.at, zone)}"
        for milestone in (at.started, at.detected, at.acknowledged, at.mitigated, at.resolved)
        if milestone.at
    ]
    return f"{sentence(listing(known))}."


def _measured(postmortem: Postmortem) -> str:
    taken = measures(postmortem)
    told = [
        f"{measure.name.lower()} {long_duration(measure.duration)}"
        for measure in (taken.time_to_detect, taken.time_to_mitigate, taken.time_to_resolve)
        if measure.duration is not None
    ]
    return f"{sentence(listing(told))}." if told else ""


def _missing(postmortem: Postmortem) -> str:
    at = milestones(postmortem)
    unknown = [one.name for one in (at.detected, at.mitigated, at.resolved) if one.at is None]
    return f"Not recorded: when it was {listing(unknown)}." if unknown else ""


def _phased(postmortem: Postmortem) -> str:
    told = [f"{phase.name} {long_duration(phase.duration)}" for phase in phases(postmortem)]
    return f"Phases: {listing(told)}." if told else ""


def _after(first: datetime, at: datetime, zone: ZoneInfo) -> str:
    """Return the time of day of `at`, with the day where it is another than that of `first`."""
    same_day = first.astimezone(zone).date() == at.astimezone(zone).date()
    return clock(at, zone) if same_day else day_and_clock(at, zone)
