"""The incident in a few sentences: how bad, how long, how far the actions have come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deckgen.postmortem.durations import long_duration
from deckgen.postmortem.measures import measures, status
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import Status
from deckgen.postmortem.wording import count, instant, listing, sentence


def lead(postmortem: Postmortem, as_of: date) -> str:
    """Return the sentences that stand below the title; actions are told as of a day."""
    said = (_state(postmortem), _course(postmortem), _response(postmortem))
    return " ".join(filter(None, [*said, *_actions(postmortem, as_of)]))


def _state(postmortem: Postmortem) -> str:
    level = postmortem.severity or "Severity not recorded"
    drill = "; a drill" if postmortem.drill else ""
    return f"{level}, {status(postmortem)}{drill}."


def _course(postmortem: Postmortem) -> str:
    began = instant(postmortem.started_at, postmortem.zone)
    lasted = measures(postmortem).impact_lasted.duration
    if lasted is not None:
        return f"The impact began on {began} and lasted {long_duration(lasted)}."
    over = "" if status(postmortem) is Status.OPEN else "; when it ended is not recorded"
    return f"The impact began on {began}{over}."


def _response(postmortem: Postmortem) -> str:
    taken = measures(postmortem)
    parts = [
        f"{verb} after {long_duration(measure.duration)}"
        for verb, measure in (
            ("detected", taken.time_to_detect),
            ("mitigated", taken.time_to_mitigate),
            ("resolved", taken.time_to_resolve),
        )
        if measure.duration is not None
    ]
    return f"{sentence(listing(parts))}." if parts else ""


def _actions(postmortem: Postmortem, as_of: date) -> Iterator[str]:
    left = [action for action in postmortem.actions if not action.status.is_closed]
    if not postmortem.actions:
        return
    overdue = sum(action.is_overdue(as_of) for action in left)
    unassigned = sum(not action.is_assigned for action in left)
    more = [
        told
        for amount, told in (
            (overdue, f"{overdue} overdue on {as_of.isoformat()}"),
            (unassigned, f"{unassigned} without an owner"),
        )
        if amount
    ]
    whole = count(len(postmortem.actions), "action")
    yield f"{len(left)} of {whole} left to do{': ' if more else ''}{listing(more)}."
