"""With which words the text of an action begins, once labels and lead-ins are passed over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from deckgen.language.phrases import compiled, phrase_list

_FIRST = re.compile(r"\w+|\S")
_LEAD_IN = re.compile(
    r"(?:\[[^\]]{0,40}\][ ]?)?(?:[\w/-]{1,30}(?:[ ][\w/-]{1,30})?:[ ])?"
    r"(?:(?:we[ ](?:should|must|will|shall|could|need[ ]to|have[ ]to|want[ ]to|plan[ ]to|are"
    r"[ ]going[ ]to)|(?:needs?|have|has)[ ]to|should|must|please|also|further|continue|start"
    r"|begin|to)[ ,]++)*+",
    re.IGNORECASE,
)


def opening(text: str) -> int:
    """Return the index behind labels and the like of `we should`, where the verb stands."""
    match = _LEAD_IN.match(text)
    return match.end() if match else 0


def begins_with(text: str, words: str, more: tuple[str, ...] = ()) -> re.Match[str] | None:
    """Return the phrase of the word list `words`, or of `more`, with which `text` begins.

    A part of a longer word is none, nor of one with a hyphen.
    """
    start = opening(text)
    first = _FIRST.match(text, start)
    expression = _phrases(words, more).get(first[0].lower()) if first else None
    return compiled(expression).match(text, start) if expression else None


@lru_cache(maxsize=32)
def _phrases(words: str, more: tuple[str, ...]) -> Mapping[str, str]:
    """Return what finds the phrases, by their first word."""
    by_first: dict[str, list[str]] = {}
    for phrase in sorted((*phrase_list(words), *more), key=len, reverse=True):
        if first := _FIRST.match(phrase):
            by_first.setdefault(first[0].lower(), []).append(phrase)
    return {first: _either(same) for first, same in by_first.items()}


def _either(phrases: Iterable[str]) -> str:
    either = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return rf"(?i:{either})(?![\w-])".replace("'", "['’]")
