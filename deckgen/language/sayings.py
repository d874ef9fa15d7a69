"""What the author says in the author's own voice, prepared so that phrases are found fast."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.prose import Loc, Prose

FILLER = "·"
"""What stands for each character left out: no letter, no digit, no space, no mark of a sentence."""

_NOT_SPOKEN = re.compile(
    r"(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)"
    r'|"[^"]*"'
    r"|“[^“”]*”"
    r"|«[^«»]*»"
    r"|(?<![\w'])'[^']*'(?!\w)"
    r"|(?<!\w)\w{1,10}://[^\s<>]+"
)
_MAY_BE_NOT_SPOKEN = re.compile(r"[`\"“«']|://")
STEM = 4
"""How many letters of a word are its stem."""

_STEM = re.compile(rf"(?<!\w)\w{{1,{STEM}}}|--|[^\w\s]")
_ASCII_LOWER = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}


class Saying(NamedTuple):
    """A text as its author says it: code, quotations and addresses are blanked out.

    `text` and `lower`, the same in lower case, are as long as what is written at `loc`. `stems` are
    the first four letters of its words, in lower case, and its marks: what is not among them need
    not be looked for.
    """

    loc: Loc
    text: str
    lower: str
    stems: frozenset[str]


def sayings(texts: Iterable[Prose]) -> Iterator[Saying]:
    """Yield what the authors of `texts` say, in the same order."""
    for loc, text in texts:
        said = spoken(text)
        lower = lowered(said)
        yield Saying(loc, said, lower, stems(lower))


def spoken(text: str) -> str:
    """Return `text` with code, quotations and addresses blanked out, as long as it was."""
    if not _MAY_BE_NOT_SPOKEN.search(text):
        return text
    return _NOT_SPOKEN.sub(lambda found: FILLER * len(found[0]), text)


def lowered(text: str) -> str:
    """Return `text` in lower case, as long as it was: a letter that would become two is kept."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.translate(_ASCII_LOWER)


def stems(lower: str) -> frozenset[str]:
    """Return the first four letters of every word of a text in lower case, and its marks."""
    return frozenset(_STEM.findall(lower))
