"""Which action items of a document an import found: told by their words."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from benchmarks.import_expected import ExpectedAction

_ENOUGH = 0.6
"""The share of the words of the shorter text that must be in the other."""

_NEXT_ITEM = re.compile(r"\s*(?:[-*+]\s|\d+[.)]\s|\||#|$)")


def matched_actions(found: Sequence[str], expected: Sequence[ExpectedAction], document: str) -> int:
    """Return how many of `found` are one of the actions `expected` in the text `document`.

    Each counts for one other only, the closest pairs first.
    """
    lines = document.splitlines()
    starts = {action.line for action in expected}
    wanted = [_words(_passage(lines, action.line, starts)) for action in expected]
    texts = [_words(text) for text in found]
    pairs = sorted(
        (-closeness, w, t)
        for w, want in enumerate(wanted)
        for t, text in enumerate(texts)
        if (closeness := _closeness(want, text)) >= _ENOUGH
    )
    taken: set[int] = set()
    used: set[int] = set()
    for _, w, t in pairs:
        if w not in taken and t not in used:
            taken.add(w)
            used.add(t)
    return len(taken)


def _passage(lines: Sequence[str], line: int, starts: Container[int]) -> str:
    """Return the paragraph or item that begins at `line`; others begin at `starts`, from 1."""
    end = line
    while end < len(lines) and end + 1 not in starts and not _NEXT_ITEM.match(lines[end]):
        end += 1
    return " ".join(lines[line - 1 : end])


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def _closeness(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
