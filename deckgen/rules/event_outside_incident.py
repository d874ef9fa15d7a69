"""An event that cannot lie where it stands: before the start, long after the end, or ahead.

Before the start there are triggers, notes and announcements, but no response: if somebody was
paged before `started_at`, the impact began earlier, or the event is a note. Nothing is mitigated
after the resolution. An event more than 14 days after the end, or in the future, mostly has a
wrong date.

Fails:

    started_at: 2025-01-08 02:15
    timeline:
      - {at: 2025-01-08 01:40, kind: escalation, text: Database on-call is paged}

Fails:

    started_at: 2025-01-08 02:15
    resolved_at: 2025-01-08 03:20
    timeline:
      - {at: 2025-01-28 02:19, text: Alert fires on the checkout error rate}

Passes:

    started_at: 2025-01-08 02:15
    resolved_at: 2025-01-08 03:20
    timeline:
      - {at: 2025-01-08 01:40, kind: trigger, text: Deploy 4812 reaches the first region}
      - {at: 2025-01-10 09:00, kind: communication, text: Report sent to customers}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from deckgen.diagnostics import Severity
from deckgen.postmortem.durations import long_duration
from deckgen.postmortem.model import Event
from deckgen.postmortem.vocabulary import EventKind
from deckgen.postmortem.wording import count, short_day
from deckgen.rule import Case, Finding

ID = "event-outside-incident"
SEVERITY: Severity = "warning"

_RESPONSE = frozenset(
    {
        *(EventKind.DETECTION, EventKind.ACKNOWLEDGEMENT, EventKind.ESCALATION),
        *(EventKind.DIAGNOSIS, EventKind.MITIGATION, EventKind.RESOLUTION),
    }
)
_LATEST = timedelta(days=14)


def check(case: Case) -> Iterator[Finding]:
    """Yield the first response that came too early, and each event that came too late."""
    timeline = list(enumerate(case.postmortem.timeline))
    began = case.postmortem.started_at
    early = [(n, one) for n, one in timeline if one.kind in _RESPONSE and one.at < began]
    if early:
        yield _early(case, early)
    # A day more: where the file is looked at, the date may be another than in its zone.
    day = case.as_of + timedelta(days=2)
    ahead = datetime.combine(day, time.min, case.postmortem.zone)
    for n, event in timeline:
        message = _late(case, event, ahead)
        if message:
            hint = "correct its time or its kind"
            yield Finding(("timeline", n, "at"), message, hint)


def _early(case: Case, early: list[tuple[int, Event]]) -> Finding:
    n, event = early[0]
    before = long_duration(case.postmortem.started_at - event.at)
    others = f", as {_others(len(early) - 1)} of the response" if len(early) > 1 else ""
    message = f"{_named(event)} lies {before} before the start{others}"
    hint = "set 'started_at' to when the impact began, or make the event a note or a trigger"
    return Finding(("timeline", n, "at"), message, hint)


def _others(amount: int) -> str:
    verb = "does" if amount == 1 else "do"
    return f"{verb} {count(amount, 'other event')}"


def _late(case: Case, event: Event, ahead: datetime) -> str:
    """Return what is wrong with a time that is too late, an empty text if nothing is."""
    if event.at >= ahead:
        day = short_day(event.at.astimezone(case.postmortem.zone))
        return f"{_named(event)} lies in the future, on {day}"
    resolved, ended = case.milestones.resolved.at, case.milestones.ended_at
    if resolved and event.kind is EventKind.MITIGATION and event.at > resolved:
        return f"{_named(event)} lies {long_duration(event.at - resolved)} after the resolution"
    if ended and event.at - ended > _LATEST:
        return f"{_named(event)} lies {long_duration(event.at - ended)} after the end"
    return ""


def _named(event: Event) -> str:
    return "this event" if event.kind is EventKind.NOTE else f"this {event.kind}"
