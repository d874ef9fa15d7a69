"""Whether words that may be the name of a person are it, by where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from deckgen.redaction.name_forms import Sure
from deckgen.redaction.name_words import (
    MONTHS,
    acts_like_a_person,
    is_date,
    stands_alone,
    starts_sentence,
)
from deckgen.redaction.words import Word

_BETWEEN = re.compile(r"\.?\s{1,2}|[._+'’‘`´-]|,\s?|%20|")
_INITIAL_BETWEEN = re.compile(r"\.\s?|[_+-]|,\s|")
_LOGIN_BEFORE = re.compile(
    r"(?:(?:\b(?:user|username|login|uid|author|assignee|su|chown|run ?as)[\s=:]{1,3}"
    r"|(?<!\S)(?:-u|-l|--user)[ =])[\"'`]?|(?<![\w/])~)$",
    re.IGNORECASE,
)
_LOOKED_BACK = 16


def belong_together(text: str, run: Sequence[Word]) -> bool:
    """Whether nothing stands between the words of `run` but what joins those of a name."""
    return all(_BETWEEN.fullmatch(text, before.end, after.start) for before, after in pairwise(run))


def is_meant(text: str, run: Sequence[Word], sure: Sure) -> bool:
    """Whether the words of `run` mean the person where they stand, being as `sure` as said."""
    start, end = run[0].start, run[-1].end
    if sure is Sure.ALWAYS:
        return True
    if sure is Sure.WITH_INITIAL:
        gap = text[run[-2].end : run[-1].start]
        initial = next(word for word in (run[0], run[-1]) if len(word.folded) == 1)
        if initial is run[0]:
            return bool(_INITIAL_BETWEEN.fullmatch(gap)) or text[start].isupper()
        dotted = text[end : end + 1] == "."
        return bool(_INITIAL_BETWEEN.fullmatch(gap)) or (text[end - 1].isupper() and dotted)
    return _reads_as_a_name(text, run[0].folded, start, end)


def _reads_as_a_name(text: str, folded: str, start: int, end: int) -> bool:
    """Whether an ordinary word stands for a person where it begins at `start`."""
    if "@" in (text[start - 1 : start], text[end : end + 1]) or is_login(text, start):
        return True
    written = text[start:end]
    if not written[0].isupper() or (len(written) > 2 and written.isupper()):
        return False
    if folded in MONTHS and is_date(text, start, end):
        return False
    does = acts_like_a_person(text, end) or text.startswith(" to ", end)
    sure = stands_alone(text, end) or does
    return sure or not starts_sentence(text, start)


def is_login(text: str, start: int) -> bool:
    """Whether what begins at `start` stands where commands and paths have a login: `-u alice`."""
    return bool(_LOGIN_BEFORE.search(text[max(0, start - _LOOKED_BACK) : start]))


def is_part_of_name(text: str, start: int, end: int) -> bool:
    """Whether a name is part of that of a thing: `alice-laptop`, `patch_alice_2`; not `Alice-led`.

    A role there would read as if it were two things.
    """
    joints = "_-/" if text[start].islower() else "_"
    before, behind = text[max(0, start - 2) : start], text[end : end + 2]
    return (
        (before[-1:].isalnum() and before.isascii())
        or (behind[:1].isalnum() and behind.isascii())
        or (len(before) == 2 and before[0].isalnum() and before[1] in joints)
        or (len(behind) == 2 and behind[0] in joints and behind[1].isalnum())
    )
