"""Lists of phrases, ours and the policy's, and where they stand in what somebody says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from deckgen.assets import assets_dir
from deckgen.language.sayings import STEM, Saying, lowered
from deckgen.prose import Loc

_WORD = re.compile(r"(?<!\w)\w+\*?")
_AROUND = 60
"""How many characters around a hit a longer phrase is looked for."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for: a pattern, and stems of which one is in every text that holds it.

    `stems` is None where no such stems are known. With `any_case`, the pattern is in lower case,
    and capitals do not matter.
    """

    pattern: re.Pattern[str]
    stems: frozenset[str] | None
    any_case: bool = True

    def may_be_in(self, saying: Saying) -> bool:
        """Whether it is worth while to look for it."""
        return self.stems is None or not self.stems.isdisjoint(saying.stems)


class Hit(NamedTuple):
    """A phrase in what somebody says: where it begins and ends in `text`, which stands at `loc`."""

    loc: Loc
    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        """The phrase as it is written."""
        return self.text[self.start : self.end]

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the text."""
        return self.start, self.end


@cache
def phrase_list(name: str) -> tuple[str, ...]:
    """Return the phrases of `assets/wordlists/<name>.txt`: one a line, `#` begins a comment."""
    written = (assets_dir() / "wordlists" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in written.splitlines())
    return tuple(filter(None, lines))


@lru_cache(maxsize=64)
def phrases(name: str, more: tuple[str, ...] = ()) -> Wanted:
    """Return what finds the phrases of the list `name`, and `more` of the policy's, in any case.

    A `*` at the end of a word stands for any ending.
    """
    listed = {phrase.lower() for phrase in (*phrase_list(name), *more)}
    by_letter = groupby(sorted(listed, key=lambda phrase: (phrase[0], -len(phrase))), itemgetter(0))
    pattern = "|".join(_group(first, list(same)) for first, same in by_letter)
    found = {_stem(phrase) for phrase in listed}
    known = frozenset(stem for stem in found if stem)
    return Wanted(
        re.compile(rf"(?<![\w-])(?:{pattern})"), known if len(known) == len(found) else None
    )


def hits(said: Iterable[Saying], wanted: Wanted) -> Iterator[Hit]:
    """Yield where something `wanted` stands, in the order of reading."""
    for saying in said:
        if wanted.may_be_in(saying):
            text = saying.lower if wanted.any_case else saying.text
            for found in wanted.pattern.finditer(text):
                yield Hit(saying.loc, saying.text, found.start(), found.end())


def stands_within(hit: Hit, wanted: Wanted) -> bool:
    """Whether `hit` lies within a longer phrase that is `wanted`."""
    begin = max(0, hit.start - _AROUND)
    around = wanted.pattern.finditer(lowered(hit.text[begin : hit.end + _AROUND]))
    spans = ((begin + found.start(), begin + found.end()) for found in around)
    return any(start <= hit.start and hit.end <= end for start, end in spans)


def _group(first: str, same: list[str]) -> str:
    """Return what finds one of the phrases that begin with the character `first`."""
    return f"{re.escape(first)}(?:{'|'.join(_rest(phrase) for phrase in same)})"


def _rest(phrase: str) -> str:
    """Return what finds a phrase from its second character on."""
    words = (re.escape(word).replace(r"\*", r"\w*") for word in phrase[1:].split(" "))
    written = r"\s+".join(words).replace("'", "['’]")
    return written + (r"(?!\w)" if phrase[-1].isalnum() else "")


def _stem(phrase: str) -> str | None:
    """Return the stem of the longest word of `phrase`, the one that is rarest in other texts.

    None where a `*` leaves open how even the stem goes on.
    """
    words = [word for word in _WORD.findall(phrase) if len(word) > STEM or not word.endswith("*")]
    longest = max(words, key=len, default=phrase[0])
    return None if phrase.endswith("*") and not words else longest[:STEM]
