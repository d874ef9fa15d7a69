"""A text as words of letters, in lower case and without accents, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

_LETTERS = re.compile(r"[^\W\d_]+")
_WRITTEN = {"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ł": "l"}
_WRITTEN |= {"Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "þ": "th", "ı": "i", "’": "'"}
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the text."""

    folded: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """Return the runs of letters in `text`; accents are no part of them."""
    if text.isascii():
        return [Word(m[0].lower(), m.start(), m.end()) for m in _LETTERS.finditer(text)]
    folded, places = _folded(text)
    return [
        Word(m[0].casefold(), places[m.start()], places[m.end()]) for m in _LETTERS.finditer(folded)
    ]


def spellings(text: str) -> Iterator[str]:
    """Yield `text` as it is, and with umlauts in two letters where it has any."""
    yield text
    composed = unicodedata.normalize("NFC", text)
    spelt = "".join(_UMLAUTS.get(c.lower(), c) for c in composed)
    if spelt != composed:
        yield spelt


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return `text` without accents, and the index of each character and of the end in `text`."""
    pieces = [*map(_plain, text)]
    places = [n for n, piece in enumerate(pieces) for _ in piece]
    return "".join(pieces), [*places, len(text)]


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character.isascii():
        return character
    if character in _WRITTEN:
        return _WRITTEN[character]
    if unicodedata.category(character)[0] == "M":
        return ""
    if "HANGUL" in unicodedata.name(character, ""):
        return character
    decomposed = unicodedata.normalize("NFD", character)
    return "".join(c for c in decomposed if unicodedata.category(c)[0] != "M")
