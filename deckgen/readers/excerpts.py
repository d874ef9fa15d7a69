"""Where a part of a text stands in the file, though it was folded, quoted or escaped there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.diagnostics import Place

_WORD = re.compile(r"\S+")
_FARTHEST = 3
"""How many lines on a word is looked for: an empty line or two may stand within a text."""


def excerpt_place(
    lines: Sequence[str], begin: Place, text: str, span: tuple[int, int]
) -> Place | None:
    """Return the place of the characters `span` of `text`, whose value begins at `begin`.

    `text` is the value on one line, as it was read. It is followed word by word through `lines`;
    a word that is written otherwise, by an escape, is passed over. The place ends with its line;
    it is None where none of the words of the span is found.
    """
    start, end = span
    line, column = begin.line - 1, begin.column - 1
    found: Place | None = None
    for word in _WORD.finditer(text):
        if word.start() >= end:
            break
        at = _next(lines, word[0], line, column)
        if at is None:
            continue
        line, column = at[0], at[1] + len(word[0])
        if word.end() > start:
            skipped = max(0, start - word.start())
            stop = at[1] + min(len(word[0]), end - word.start())
            found = _widened(found, line, at[1] + skipped, stop)
    return found


def _next(lines: Sequence[str], word: str, line: int, column: int) -> tuple[int, int] | None:
    """Return the index of the line and of the character where `word` comes next."""
    for further in range(line, min(line + _FARTHEST, len(lines))):
        at = lines[further].find(word, column if further == line else 0)
        if at >= 0:
            return further, at
    return None


def _widened(place: Place | None, line: int, start: int, stop: int) -> Place:
    """Return `place` up to `stop` where that is on its line; from `start` where it is None."""
    if place is None:
        return Place(line + 1, start + 1, stop - start)
    if place.line != line + 1:
        return place
    return place._replace(width=stop + 1 - place.column)
