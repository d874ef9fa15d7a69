"""With which words the text of an action begins, once labels and lead-ins are passed over."""

from __future__ import annotations

import re
from functools import lru_cache

from deckgen.language.phrases import phrase_list

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
    return _phrases(words, more).match(text, opening(text))


@lru_cache(maxsize=32)
def _phrases(words: str, more: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted((*phrase_list(words), *more), key=len, reverse=True)
    either = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest_first)
    return re.compile(rf"(?:{either})(?![\w-])".replace("'", "['’]"), re.IGNORECASE)
