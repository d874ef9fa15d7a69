"""The amounts in a text: counts, shares and durations, but no names that hold a digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from deckgen.language.phrases import compiled

AmountKind = Literal["count", "percent", "duration"]


class Amount(NamedTuple):
    """A number as somebody wrote it, with its unit; `start` and `end` are indices of the text."""

    kind: AmountKind
    start: int
    end: int


NUMBER_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
"""The numbers that are read in words; the index is the value."""

_TIME_UNIT = (
    r"(?:(?-i:ms|[smhd])|milliseconds?|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?"
    r"|months?|years?)(?!\w)"
)
_DIGITS = r"(?<![\w#./])(?<![A-Za-z]-)(?:\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?+(?![.,:]?\d)"
_WORD = rf"\b(?:{'|'.join(NUMBER_WORDS)})\b"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b"

_NOT_AMOUNTS = (
    r"\b\d{4}-\d{2}-\d{2}\b",
    r"\b\d{1,2}(?::\d{2}){1,2}\b",
    r"\b\d{1,2}[ ]?[ap]\.?m\b",
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?[ ]{_MONTH}(?:[ ]\d{{4}}\b)?",
    rf"\b{_MONTH}[ ]\d{{1,2}}\b(?:,?[ ]\d{{4}}\b)?",
    r"\b(?:in|since|until|before|after|from)[ ](?:19|20)\d\d\b(?!,\d)",
    r"\b(?:HTTP|status|code|error|deploy(?:ment)?|release|version|build|port|PR|issue|ticket|job"
    r"|step|line|SEV|incident|phase|tier|layer|rule|CVE)[ -]\#?\d[\w.-]*+",
    r"\b[45]\d\d[ ](?:errors?|responses?|status|pages?)\b",
)
"""What holds digits and counts nothing: days, times of day, years, and names that end in one."""

_AMOUNT = re.compile(
    rf"(?P<none>{'|'.join(_NOT_AMOUNTS)})"
    rf"|(?P<percent>{_DIGITS}[ ]?(?:%|percent\b|per[ ]cent\b))"
    rf"|(?P<duration>(?:{_DIGITS}|{_WORD})[ -]?{_TIME_UNIT}"
    rf"|(?<!\d[ ])\b(?:half[ ])?an?[ ](?:hour|day|week)\b(?![-'’]))"
    rf"|(?P<count>{_DIGITS}(?:[ ]?(?:k|K|M|bn|x|×|[kKMGT]i?B|rps|qps)\b)?(?![A-Za-z])"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|zero|dozens?|hundreds?|thousands?|millions?|half|thirds|once"
    r"|twice)\b|\ba[ ](?:third|quarter)[ ]of\b|\bone[ ]in\b)",
    re.IGNORECASE,
)
_WHOLE = (
    r"(?i)"
    r"\b(?:everyone|everybody|nobody|no[ ]one)\b"
    r"|\b(?:all|every|each|none|no|one)[ ](?:of[ ])?(?:(?:the|our|its)[ ])?(?:[\w-]{1,30}[ ]){0,2}?"
    r"(?:customer|user|account|subscriber|merchant|client|tenant|visitor|shopper|patient|passenger"
    r"|request|call|checkout|payment|order|transaction|login|read|write|quer(?:y|ies)|job|build"
    r"|deploy(?:ment)?|message|session|connection|search(?:es)?|page|region|upload|download)s?\b"
)
"""How many of what is counted, said as all, none or one."""
_KINDS: tuple[AmountKind, ...] = ("percent", "duration", "count")


def amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts of `text` in their order.

    Dates, times of day, versions, status codes and names such as `S3` are none.
    """
    for match in _AMOUNT.finditer(text):
        for kind in _KINDS:
            if match[kind] is not None:
                yield Amount(kind, *match.span())


def says_all_or_none(text: str) -> bool:
    """Whether `text` says how many without a number: all customers, no request, one account."""
    return compiled(_WHOLE).search(text) is not None


def holds_number(text: str) -> bool:
    """Whether an amount of any kind is in `text`."""
    return next(amounts(text), None) is not None
