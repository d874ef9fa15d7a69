"""The forms in which the name of a person is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from enum import Enum, auto
from itertools import combinations
from typing import NamedTuple

from deckgen.redaction.flat import flat
from deckgen.redaction.name_words import (
    PARTICLES,
    TITLES,
    function_words,
    ordinary_words,
    role_words,
    trade_words,
)
from deckgen.redaction.words import spellings, words

_NICKNAME = re.compile(r"\([^()]*\)|\"[^\"]*\"|“[^”]*”")
_SHORT = 4
_LONGEST_LOGIN = 8
"""How many letters a login has on systems that cut it off."""
_MOST_PARTS = 7

Words = tuple[str, ...]


class Sure(Enum):
    """When a form means the person."""

    ALWAYS = auto()
    WITH_INITIAL = auto()
    """Where its single letter is a capital, or is joined to the name: `J. Smith`, `j.smith`."""
    WITH_CAPITAL = auto()
    """Where it has a capital and is no first word that may be an ordinary one."""


class Form(NamedTuple):
    """The words of a form, as they are compared, and when it means the person."""

    words: Words
    sure: Sure


def forms(name: str, not_names: Set[str]) -> Iterator[Form]:
    """Yield the forms of `name`; parts of it that are in `not_names` (lower case) not alone.

    What stands in brackets is a name of its own: a nickname, or the name in another alphabet. What
    only names a team or a role has one form, as it is written.
    """
    reads = flat(name).text
    for spelt in spellings(reads):
        parts = _parts(spelt)[:_MOST_PARTS]
        yield Form(tuple(word.folded for word in words(spelt)), Sure.ALWAYS)
        if parts:
            yield from _of_parts(parts, not_names)
    for nickname in _NICKNAME.findall(reads):
        yield from _of_nickname(nickname, not_names)


def _of_parts(parts: list[Words], not_names: Set[str]) -> Iterator[Form]:
    """Yield the forms of a name of these parts, given name first."""
    yield from _alone(parts, not_names)
    if len(parts) == 1:
        return
    for first, end in combinations(range(len(parts) + 1), 2):
        if end - first > 1:
            yield from _of_several(parts, first, end)
    for given, family in combinations(_pieces(parts), 2):
        yield from _of_two(given, family)
    yield from _logins(parts, [part[0][0] for part in parts])
    yield from _logins(parts, ["".join(word[0] for word in part) for part in parts])


def _of_several(parts: list[Words], first: int, end: int) -> Iterator[Form]:
    """Yield the forms of some parts that follow each other, alone and behind the given name."""
    joined = tuple(word for part in parts[first:end] for word in part)
    yield Form(joined, Sure.ALWAYS)
    if first:
        yield _login("".join(joined))
    if first == 1 or (first and "".join(parts[first - 1]) not in PARTICLES):
        yield from _of_two(parts[0], joined)


def _of_nickname(nickname: str, not_names: Set[str]) -> Iterator[Form]:
    """Yield the forms of what stands in brackets, where it is not of the trade, as `Cloudflare`."""
    no_names = role_words() | trade_words() | function_words()
    parts = [part for part in _parts(nickname[1:-1]) if "".join(part) not in no_names]
    if parts:
        yield from _of_parts(parts[:_MOST_PARTS], not_names)


def _parts(name: str) -> list[Words]:
    """Return the parts of a name, given name first: `O'Brien, J.` is j and o brien.

    Titles and what names a role or a team are left out.
    """
    name = _NICKNAME.sub(" ", name)
    family, comma, given = name.partition(",")
    ordered = f"{given} {family}" if comma and given.strip(" .") else name
    split = (tuple(word.folded for word in words(part)) for part in re.split(r"[\s._@]+", ordered))
    unnamed = TITLES | role_words()
    return [part for part in split if part and "".join(part) not in unnamed]


def _pieces(parts: list[Words]) -> list[Words]:
    """Return the parts that may stand for the whole name, and the halves of those with a hyphen."""
    between = [part for part in parts[1:-1] if "".join(part) not in PARTICLES]
    kept = [parts[0], *between, *parts[1:][-1:]]
    halves = [(word,) for part in kept if len(part) > 1 for word in part if len(word) > 2]
    return [kept[0], *halves, *kept[1:]]


def _of_two(given: Words, family: Words) -> Iterator[Form]:
    g, f = "".join(given), "".join(family)
    yield Form(given + family, Sure.ALWAYS)
    yield Form(family + given, Sure.ALWAYS)
    yield Form((g, f), Sure.ALWAYS)
    for initials in ((g[0], *family), (*given, f[0]), (*family, g[0])):
        yield Form(initials, Sure.WITH_INITIAL)
    for joined in (g + f, f + g, g[0] + f, f + g[0], g + f[0], f[0] + g):
        yield _login(joined)
        if len(joined) > _LONGEST_LOGIN:
            yield _login(joined[:_LONGEST_LOGIN])


def _logins(parts: list[Words], initials: list[str]) -> Iterator[Form]:
    """Yield a part behind the first letters of those before it: `jrrtolkien`, `vdberg`."""
    for n in range(1, len(parts)):
        for first in range(n):
            if first == 0 or "".join(parts[first]) in PARTICLES:
                yield _login("".join([*initials[first:n], *parts[n]]))


def _login(joined: str) -> Form:
    ordinary = len(joined) <= _SHORT or joined in _ordinary() | role_words()
    return Form((joined,), Sure.WITH_CAPITAL if ordinary else Sure.ALWAYS)


def _alone(parts: list[Words], not_names: Set[str]) -> Iterator[Form]:
    """Yield each part alone, with the s of the genitive as well; single letters are none."""
    for part in _pieces(parts):
        whole = "".join(part)
        if len(whole) < 2 or whole in not_names:
            continue
        ordinary = len(whole) == 2 or whole in _ordinary()
        sure = Sure.WITH_CAPITAL if ordinary and whole.isascii() else Sure.ALWAYS
        for ending in ("", "s") if sure is Sure.ALWAYS and len(whole) >= _SHORT else ("",):
            if not ending or whole + ending not in _ordinary():
                yield Form((*part[:-1], part[-1] + ending), sure)
                yield Form((whole + ending,), sure)


def _ordinary() -> frozenset[str]:
    return ordinary_words() | trade_words()
