"""A duration that is stated and is not what the times say.

Meant are the figures under `reported`, and in the title, the summary and the statement of the
impact the length of the incident: `a 45-minute outage`, `the incident lasted 4 hours`, in the
title `down for 18 hours`. In a text any of the five measures will do, and it may be off by less
than the unit it is told in: 4 h 17 min are `four hours`. A reported figure may be off by less than
a minute; one of five whole hours or more, by less than an hour.

Fails:

    title: Checkout down for 45 minutes
    detected_at: 2025-01-08 02:19
    mitigated_at: 2025-01-08 03:30

Fails:

    resolved_at: 2025-01-08 03:20
    reported: {time_to_resolve: 1h 30m}

Passes:

    title: Checkout down for 45 minutes
    detected_at: 2025-01-08 02:19
    mitigated_at: 2025-01-08 03:00
    reported: {time_to_mitigate: 45m}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from deckgen.diagnostics import Severity
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.measures import Measure, measures
from deckgen.prose import Loc
from deckgen.review.lengths import Length, lengths
from deckgen.rule import Case, Finding

ID = "reported-measures"
SEVERITY: Severity = "warning"

_INCIDENT = r"(?:outage|incident|disruption|downtime|interruption|fault)"
_BEHIND = re.compile(rf"(?:[- ]long)?[ ](?:\w{{1,20}}[ ])?{_INCIDENT}\b", re.IGNORECASE)
_BEFORE = re.compile(
    rf"{_INCIDENT}[ ](?:that[ ])?(?:lasted|took|of|for)[ ](?:about[ ]|around[ ]|almost[ ])?$",
    re.IGNORECASE,
)
_FOR = re.compile(r"\bfor[ ](?:about[ ]|around[ ]|almost[ ]|nearly[ ])?$", re.IGNORECASE)
_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)
_ROUNDED_FROM = timedelta(hours=5)
"""From how many whole hours on a figure is taken as rounded to them."""

_REACH = 60
"""How many characters before a duration are looked at."""


def check(case: Case) -> Iterator[Finding]:
    """Yield the reported figures and the told lengths that the milestones contradict."""
    taken = tuple(measures(case.postmortem))
    for measure in taken:
        stated, computed = measure.reported, measure.duration
        if stated is not None and computed is not None and not _is_about(stated, computed):
            told = short_duration(stated)
            message = (
                f"{measure.key} is reported as {told}; the times say {short_duration(computed)}"
            )
            hint = "correct the one that is wrong, or say beside it what it counts"
            yield Finding(("reported", measure.key), message, hint)
    for loc, text in _texts(case):
        yield from _told(loc, text, taken)


def _is_about(stated: timedelta, computed: timedelta) -> bool:
    """Whether a reported figure is the computed one, as far as it is told."""
    in_hours = stated >= _ROUNDED_FROM and not stated % _HOUR
    return abs(stated - computed) < (_HOUR if in_hours else _MINUTE)


def _texts(case: Case) -> Iterator[tuple[Loc, str]]:
    yield ("title",), case.postmortem.title
    yield ("summary",), case.postmortem.summary or ""
    yield ("impact", "statement"), case.postmortem.impact.statement or ""


def _told(loc: Loc, text: str, taken: Sequence[Measure]) -> Iterator[Finding]:
    """Yield the first length of the incident in `text`, unless one there is right."""
    lasted = taken[-1].duration
    told = [length for length in lengths(text) if _is_of_incident(loc, text, length)]
    if not told or lasted is None or any(_agrees(one, taken) for one in told):
        return
    first = told[0]
    written = text[first.start : first.end]
    message = f"'{written}': by its times, the impact lasted {short_duration(lasted)}"
    hint = "correct the text or the times, or say what the figure counts"
    yield Finding(loc, message, hint, (first.start, first.end))


def _is_of_incident(loc: Loc, text: str, length: Length) -> bool:
    before = text[max(0, length.start - _REACH) : length.start]
    if loc == ("title",) and _FOR.search(before):
        return True
    return _BEHIND.match(text, length.end) is not None or _BEFORE.search(before) is not None


def _agrees(length: Length, taken: Sequence[Measure]) -> bool:
    known = [one.duration for one in taken if one.duration is not None]
    return any(_is_near(length, duration) for duration in known)


def _is_near(length: Length, duration: timedelta) -> bool:
    return abs(length.duration - duration) < length.unit
