"""How long something lasted, as a sentence says it: `45-minute`, `4 hours and 17 minutes`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from deckgen.review.amounts import NUMBER_WORDS

_UNITS = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
}
_NUMBER = rf"\d{{1,6}}(?:\.\d{{1,3}})?|{'|'.join(NUMBER_WORDS)}"
_UNIT = r"(?:(?-i:[smhd])|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?)(?!\w)"
_PART = re.compile(rf"(?<![\w.,])({_NUMBER})[ -]?({_UNIT})", re.IGNORECASE)
_JOINT = re.compile(r",?[ ](?:and[ ])?")


class Length(NamedTuple):
    """A duration in a text; `start` and `end` are indices, `unit` is the smallest one named."""

    start: int
    end: int
    duration: timedelta
    unit: timedelta


def lengths(text: str) -> Iterator[Length]:
    """Yield the durations of `text` in their order; `1 hour 5 minutes` is one."""
    whole: Length | None = None
    for match in _PART.finditer(text):
        part = _read(match)
        if whole and part.unit < whole.unit and _JOINT.fullmatch(text, whole.end, part.start):
            whole = Length(whole.start, part.end, whole.duration + part.duration, part.unit)
            continue
        if whole:
            yield whole
        whole = part
    if whole:
        yield whole


def _read(match: re.Match[str]) -> Length:
    written, unit = match[1].casefold(), _UNITS[match[2][0].casefold()]
    number = NUMBER_WORDS.index(written) if written in NUMBER_WORDS else float(written)
    return Length(*match.span(), number * unit, unit)
