"""A text as it reads, whatever characters it is written with, with the place of each of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

_CLUSTER = re.compile(
    "[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"  # a Korean syllable in its letters
    "|.[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]*",
    re.DOTALL,
)
_FILLERS = "\u034f\u115f\u1160\u180e\u2800\u3164\uffa0"
"""Characters that show nothing, beside those of the category Cf."""

_AS_ASCII = {"\u2010": "-", "\u2011": "-", "\u2212": "-", "\u02bc": "'", "\uff5e": "~"}
_OTHER_WIDTH = ("<wide>", "<narrow>", "<small>", "<font>", "<noBreak>")
_DASH_WITHIN = re.compile("(?<=\\w)[\u2012\u2013](?=\\w)")

_LETTERS = re.compile(r"[^\W\d_]+")
_LATIN = re.compile("[A-Za-z]")
_CYRILLIC, _GREEK = re.compile("[\u0400-\u052f]"), re.compile("[\u0370-\u03ff]")
_LIKE_CYRILLIC = (
    "aceijopsxyABCEHIJKMOPSTXYhdqw",
    "\u0430\u0441\u0435\u0456\u0458\u043e\u0440\u0455\u0445\u0443\u0410\u0412\u0421\u0415\u041d"
    "\u0406\u0408\u041a\u041c\u041e\u0420\u0405\u0422\u0425\u0423\u04bb\u0501\u051b\u051d",
)
_LIKE_GREEK = (
    "aovpABEZHIKMNOPTYX",
    "\u03b1\u03bf\u03bd\u03c1\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1"
    "\u03a4\u03a5\u03a7",
)
_ALPHABETS = tuple(
    (letters, str.maketrans(latin, other), str.maketrans(other, latin))
    for letters, (latin, other) in ((_CYRILLIC, _LIKE_CYRILLIC), (_GREEK, _LIKE_GREEK))
)
"""The letters of an alphabet, with the tables from Latin letters that look alike and to them."""


class Flat(NamedTuple):
    """A text as it reads; each character of it stands in the written text from one of `starts`
    up to that of `ends`.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def written(self, start: int, end: int) -> tuple[int, int]:
        """Return from where to where the characters from `start` up to `end` are written."""
        return self.starts[start], self.ends[end - 1]


def flat(text: str) -> Flat:
    """Return `text` without what does not show, in composed letters of the usual width.

    Letters of another alphabet within a word are those that they look like.
    """
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _CLUSTER.finditer(text):
        piece = _piece(match[0])
        pieces.append(piece)
        starts += [match.start()] * len(piece)
        ends += [match.end()] * len(piece)
    plain = _DASH_WITHIN.sub("-", "".join(pieces))
    return Flat(_LETTERS.sub(_of_one_alphabet, plain), starts, ends)


@lru_cache(maxsize=4096)
def _piece(cluster: str) -> str:
    if cluster.isascii():
        return cluster
    if cluster in _AS_ASCII:
        return _AS_ASCII[cluster]
    shown = "".join(c for c in cluster if unicodedata.category(c) != "Cf" and c not in _FILLERS)
    if not shown or _is_compatible(shown[0]):
        return unicodedata.normalize("NFKC", shown)
    return unicodedata.normalize("NFC", shown)


def _is_compatible(character: str) -> bool:
    """Whether a character is a letter in another form, or another width of one."""
    decomposed = unicodedata.decomposition(character)
    is_letter = unicodedata.category(character)[0] == "L"
    return decomposed.startswith(_OTHER_WIDTH) or (is_letter and decomposed.startswith("<"))


def _of_one_alphabet(match: re.Match[str]) -> str:
    word = match[0]
    latin = len(_LATIN.findall(word))
    if word.isascii() or not latin:
        return word
    for other, from_latin, to_latin in _ALPHABETS:
        amount = len(other.findall(word))
        if amount:
            tries = [(word.translate(to_latin), other), (word.translate(from_latin), _LATIN)]
            ordered = tries if latin >= amount else tries[::-1]
            return next((tried for tried, rest in ordered if not rest.search(tried)), word)
    return word
