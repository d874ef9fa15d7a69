"""Sentences of a text, and whether one holds a number."""

from __future__ import annotations

import re
from typing import NamedTuple

from deckgen.language.grammar import word_set

_END = re.compile(r"[.!?…;](?<![.!?…]{2})[.!?…]*[)\]\"'”’·]*(?=\s|\Z)")
_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:e\.g|i\.e|etc|vs|cf|ca|approx|no|min|max|mr|ms|mrs|dr|st|[a-z])\Z"
)
_LONGEST_ABBREVIATION = 8

_NUMBER_WORDS = word_set(
    "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty"
    " sixty ninety hundred hundreds thousand thousands million millions billion billions half"
    " quarter quarters dozen dozens twice doubled doubles doubling tripled triples tripling halved"
    " twofold threefold tenfold percent zero"
)
_TIMES = re.compile(
    r"(?<![\w-])(?:(?:double|triple) (?:the|what|that|its|our|their|as)"
    r"|(?:more than|less than|nearly|almost|about|over) (?:double|triple))(?![\w-])"
)
"""A double that multiplies, unlike that of a double check."""
_LETTERS = re.compile(r"[a-z]+")
_WITH_DIGIT = re.compile(r"(?<!\S)[^\s\d]*\d\S*")
_AROUND_NUMBERS = ".,;:!?()[]{}\"'“”‘’~≈<>=+*_"
_NAME = re.compile(
    r"\d{4}-\d\d(?:-\d\d)?(?:t[\d:.]+z?)?"
    r"|\d{1,2}[:h]\d\d(?::\d\d)?(?:[ap]m|z)?"
    r"|\d{1,2}[ap]m"
    r"|\d{1,2}/\d{1,2}/\d{2,4}"
    r"|(?:19|20)\d\d"
    r"|\d+(?:\.\d+){2,}"
    r"|[#@/a-z]\S*|-\d*[a-z]\S*"
)
"""What holds a digit and counts nothing: days, clock times, versions, machines and tickets."""

_DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_BEFORE_DAY = re.compile(rf"(?<!\w){_MONTH}\.? ?\Z")
_AFTER_DAY = re.compile(rf"\S* (?:of )?(?:{_MONTH}|[ap]\.?m)(?!\w)")
_LONGEST_MONTH = 11


class Stretch(NamedTuple):
    """A part of a text by the indices of its first character and of the one behind its last."""

    start: int
    end: int


def sentences(text: str) -> list[Stretch]:
    """Return the sentences of `text` that hold a letter or digit, in order.

    A semicolon ends one, too.
    """
    found, start = [], 0
    for end in [*_ends(text), len(text)]:
        if any(char.isalnum() for char in text[start:end]):
            begin = start + len(text[start:end]) - len(text[start:end].lstrip())
            found.append(Stretch(begin, end))
        start = end
    return found


def has_number(text: str) -> bool:
    """Whether `text` counts or measures something; days, clock times and names do not count."""
    lower = text.lower()
    if not _NUMBER_WORDS.isdisjoint(_LETTERS.findall(lower)) or _TIMES.search(lower):
        return True
    return any(_counts(lower, found) for found in _WITH_DIGIT.finditer(lower))


def _counts(lower: str, found: re.Match[str]) -> bool:
    bare = found[0].strip(_AROUND_NUMBERS)
    if _NAME.fullmatch(bare):
        return False
    before = lower[max(0, found.start() - _LONGEST_MONTH) : found.start()]
    of_month = _BEFORE_DAY.search(before) or _AFTER_DAY.match(lower, found.end())
    return not (_DAY.fullmatch(bare) and of_month)


def _ends(text: str) -> list[int]:
    return [found.end() for found in _END.finditer(text) if _is_end(text, found)]


def _is_end(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence ends with this mark, not an abbreviation or a part of one."""
    if found[0][0] == ";":
        return True
    begin = found.start()
    if text[begin] == "." and _is_abbreviation(text, begin):
        return False
    follows = text[found.end() : found.end() + 2].lstrip()[:1]
    return not ("a" <= follows <= "z")


def _is_abbreviation(text: str, dot: int) -> bool:
    before = text[max(0, dot - _LONGEST_ABBREVIATION) : dot]
    return bool(_ABBREVIATION.search(before.lower()))
