"""The days of an action: any that a text begins with, and the one on which it was done."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from deckgen.importing.markdown.evidence import Evidence, calendar_day
from deckgen.importing.markdown.stamps import stamps_within

_DONE = r"(?:done|completed|closed|finished|fixed|merged|shipped|deployed|implemented|resolved)"
_BESIDE = re.compile(
    rf"\s*(?:[-–—,;:.(\[]\s*\*{{0,2}}{_DONE}\*{{0,2}}|\b(?-i:DONE)|✅)(?:\s+(?:on|at))?"
    r"\s*[:=]?\s*\*{0,2}\(?(?=\w)",
    re.IGNORECASE,
)
_IN_STATUS = re.compile(rf"\W*(?:{_DONE}\b(?:\s+(?:on|at))?)?[^\w+-]*", re.IGNORECASE)
_BEHIND = re.compile(r"[\s)\].*]*(?:$|(?=[,;]))")
_AROUND = " ()[].*"


class DoneOn(NamedTuple):
    """The day on which an action was done; `start` and `end` are where a text says so."""

    day: date
    start: int
    end: int
    guess: str
    """What was assumed to read the day, empty where it is written in full."""


def day_in(text: str, evidence: Evidence, most: int = 4) -> tuple[date | None, int, str]:
    """Return the day that a text begins with, where it ends, and what was assumed for it.

    At `most` so many characters stand before it. A day without a year is the next one after the
    incident.
    """
    stamp = next(stamps_within(text[:60]), None)
    if stamp is None or stamp.day is None or stamp.start > most:
        return None, 0, ""
    known = evidence.days[0].day if evidence.days else None
    day_first, said = evidence.day_first, ""
    if stamp.day.pair and day_first is None:
        return None, 0, ""
    if stamp.day.year is None and known is None:
        return None, 0, ""
    found = calendar_day(stamp.day, known.year if known else None, day_first)
    if found and stamp.day.year is None and known:
        if found < known:
            found = calendar_day(stamp.day, known.year + 1, day_first)
        said = f"the year {found.year if found else ''} is not written"
    return found, stamp.end, said


def done_beside(text: str, evidence: Evidence) -> DoneOn | None:
    """Return the day behind the words of an action, as in `Add a canary (done 2025-01-20)`."""
    for match in _BESIDE.finditer(text):
        found, end, guess = day_in(text[match.end() :], evidence, 0)
        behind = _BEHIND.match(text, match.end() + end)
        if match.start() and found and behind:
            return DoneOn(found, match.start(), behind.end(), guess)
    return None


def done_in_status(text: str, evidence: Evidence) -> DoneOn | None:
    """Return the day that a status is made of, as in `Done on 20 Jan` or as the day alone."""
    lead = _IN_STATUS.match(text)
    start = lead.end() if lead else 0
    found, end, guess = day_in(text[start:], evidence, 0)
    if found is None or text[start + end :].strip(_AROUND):
        return None
    return DoneOn(found, 0, len(text), guess)
