"""Lists of phrases, ours and the policy's, and where they stand in what somebody says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from deckgen.assets import assets_dir
from deckgen.language.sayings import STEM, Saying, lowered, stems
from deckgen.prose import Loc

_WORD = re.compile(r"(?<!\w)\w+\*?")
_AROUND = 60
"""How many characters around a hit a longer phrase is looked for."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for: regular expressions, each by a stem that is in every text it finds.

    One that no stem gives away is in `always`. With `any_case`, the expressions are in lower case,
    and capitals do not matter. An expression is compiled when a text has its stem: most never are.
    """

    by_stem: Mapping[str, str]
    always: str = ""
    any_case: bool = True

    @classmethod
    def one(cls, expression: str, stems: Iterable[str], any_case: bool = True) -> Wanted:
        """Return what looks for `expression` in texts that have one of `stems`."""
        return cls(dict.fromkeys(stems, expression), any_case=any_case)

    def spans(self, text: str, lower: str, stems: frozenset[str]) -> Iterator[tuple[int, int]]:
        """Yield where it stands in `text`, in order; of what overlaps the first and longest."""
        expressions = {self.by_stem[stem] for stem in self.by_stem.keys() & stems}
        if self.always:
            expressions.add(self.always)
        looked_at = lower if self.any_case else text
        found = (m.span() for one in expressions for m in compiled(one).finditer(looked_at))
        last = 0
        for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
            if start >= last:
                last = end
                yield start, end


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


@lru_cache(maxsize=2_000)
def compiled(expression: str) -> re.Pattern[str]:
    """Return `expression` as a pattern."""
    return re.compile(expression)


@lru_cache(maxsize=64)
def phrases(name: str, more: tuple[str, ...] = ()) -> Wanted:
    """Return what finds the phrases of the list `name`, and `more` of the policy's, in any case.

    A `*` at the end of a word stands for any ending.
    """
    listed: dict[str, list[str]] = {}
    for phrase in sorted({one.lower() for one in (*phrase_list(name), *more)}):
        listed.setdefault(_stem(phrase) or "", []).append(phrase)
    expressions = {stem: _either(same) for stem, same in listed.items()}
    always = expressions.pop("", "")
    return Wanted(expressions, always)


def hits(said: Iterable[Saying], wanted: Wanted) -> Iterator[Hit]:
    """Yield where something `wanted` stands, in the order of reading."""
    known = wanted.by_stem.keys()
    for saying in said:
        if wanted.always or not saying.stems.isdisjoint(known):
            for start, end in wanted.spans(saying.text, saying.lower, saying.stems):
                yield Hit(saying.loc, saying.text, start, end)


def stands_within(hit: Hit, wanted: Wanted) -> bool:
    """Whether `hit` lies within a longer phrase that is `wanted`."""
    begin = max(0, hit.start - _AROUND)
    around = hit.text[begin : hit.end + _AROUND]
    lower = lowered(around)
    spans = wanted.spans(around, lower, stems(lower))
    return any(begin + start <= hit.start and hit.end <= begin + end for start, end in spans)


def _either(same: Iterable[str]) -> str:
    """Return what finds one of the phrases `same`, the longest that is there."""
    longest_first = sorted(same, key=lambda phrase: (-len(phrase), phrase))
    written = "|".join(re.escape(phrase[0]) + _rest(phrase) for phrase in longest_first)
    return rf"(?<![\w-])(?:{written})"


def _rest(phrase: str) -> str:
    """Return what finds a phrase from its second character on."""
    written = r"\s+".join(map(_word, phrase[1:].split(" "))).replace("'", "['’]")
    return written + (r"(?!\w)" if phrase[-1].isalnum() else "")


def _word(word: str) -> str:
    """Return what finds `word`, with any ending where it ends in a star."""
    return re.escape(word[:-1]) + r"\w*" if word.endswith("*") else re.escape(word)


def _stem(phrase: str) -> str | None:
    """Return the stem of the longest word of `phrase`, the one that is rarest in other texts.

    None where a `*` leaves open how even the stem goes on.
    """
    words = [word for word in _WORD.findall(phrase) if len(word) > STEM or not word.endswith("*")]
    longest = max(words, key=len, default=phrase[0])
    return None if phrase.endswith("*") and not words else longest[:STEM]
