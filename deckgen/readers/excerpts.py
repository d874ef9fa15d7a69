"""Where a part of a text stands in the file, though it was folded, quoted or escaped there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from deckgen.diagnostics import Place

_WORD = re.compile(r"\S+")
_FARTHEST = 3
"""How many lines on a word is looked for: an empty line or two may stand within a text."""


class _Word(NamedTuple):
    """A word of a text by its first index in it, and its line and index there; all from 0."""

    start: int
    length: int
    line: int
    column: int


@dataclass(frozen=True)
class WrittenText:
    """The words of a text that stand in the file as they were read, in order."""

    _words: tuple[_Word, ...]
    _ends: tuple[int, ...]

    @classmethod
    def of(cls, lines: Sequence[str], begin: Place, end: tuple[int, int], text: str) -> WrittenText:
        """Return the words of `text`, whose value stands from `begin` to `end` in `lines`.

        `text` is the value on one line, as it was read; `end` are the indices of the line and of
        the character behind the value. A word that is written otherwise, by an escape, is left out.
        """
        words = []
        line, column = begin.line - 1, begin.column - 1
        for word in _WORD.finditer(text):
            at = _next(lines, word[0], (line, column), end)
            if at is not None:
                line, column = at[0], at[1] + len(word[0])
                words.append(_Word(word.start(), len(word[0]), *at))
        return cls(tuple(words), tuple(word.start + word.length for word in words))

    def place(self, span: tuple[int, int]) -> Place | None:
        """Return the place of the characters `span` of the text.

        It ends with its line, and is None where none of the words of the span is known.
        """
        start, end = span
        found: Place | None = None
        for word in islice(self._words, bisect_right(self._ends, start), None):
            if word.start >= end:
                break
            first = word.column + max(0, start - word.start)
            found = _widened(
                found, word.line, first, word.column + min(word.length, end - word.start)
            )
        return found


def _next(
    lines: Sequence[str], word: str, begin: tuple[int, int], end: tuple[int, int]
) -> tuple[int, int] | None:
    """Return the index of the line and of the character where `word` comes next before `end`."""
    for line in range(begin[0], min(begin[0] + _FARTHEST, end[0] + 1, len(lines))):
        first = begin[1] if line == begin[0] else 0
        at = lines[line].find(word, first, end[1] if line == end[0] else None)
        if at >= 0:
            return line, at
    return None


def _widened(place: Place | None, line: int, start: int, stop: int) -> Place:
    """Return `place` up to `stop` where that is on its line; from `start` where it is None."""
    if place is None:
        return Place(line + 1, start + 1, stop - start)
    if place.line != line + 1:
        return place
    return place._replace(width=stop + 1 - place.column)
