"""The forms in which the name of a person is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from enum import Enum, auto
from typing import NamedTuple

from deckgen.redaction.name_words import PARTICLES, TITLES, ordinary_words, role_words
from deckgen.redaction.words import spellings, words

_NICKNAME = re.compile(r"\([^()]*\)|\"[^\"]*\"|“[^”]*”")
_SHORT = 4

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

    What only names a team or a role has one form, as it is written.
    """
    for spelt in spellings(name):
        parts = _parts(spelt)
        yield Form(tuple(word.folded for word in words(spelt)), Sure.ALWAYS)
        if not parts:
            continue
        yield from _alone(parts, not_names)
        if len(parts) > 1:
            yield Form(_joined(parts), Sure.ALWAYS)
            for last in {parts[-1], _joined(_family(parts))}:
                yield from _of_two(parts[0], last)
                yield from _alone([last], not_names)
    for nickname in _NICKNAME.findall(name):
        yield from _alone([tuple(word.folded for word in words(nickname))], not_names)


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


def _family(parts: list[Words]) -> list[Words]:
    """Return the last part with the particles before it, such as van Beethoven."""
    first = len(parts) - 1
    while first > 1 and "".join(parts[first - 1]) in PARTICLES:
        first -= 1
    return parts[first:]


def _of_two(given: Words, family: Words) -> Iterator[Form]:
    g, f = "".join(given), "".join(family)
    yield Form(given + family, Sure.ALWAYS)
    yield Form(family + given, Sure.ALWAYS)
    yield Form((g, f), Sure.ALWAYS)
    for initials in ((g[0], *family), (*given, f[0]), (*family, g[0])):
        yield Form(initials, Sure.WITH_INITIAL)
    for joined in (g + f, f + g, g[0] + f, f + g[0], g + f[0]):
        ordinary = len(joined) <= _SHORT or joined in ordinary_words() | role_words()
        yield Form((joined,), Sure.WITH_CAPITAL if ordinary else Sure.ALWAYS)


def _alone(parts: list[Words], not_names: Set[str]) -> Iterator[Form]:
    """Yield the given name and the family name, each alone; single letters are none."""
    for part in {parts[0], parts[-1]}:
        whole = "".join(part)
        if len(whole) < 2 or whole in not_names:
            continue
        ordinary = len(whole) == 2 or whole in ordinary_words()
        sure = Sure.WITH_CAPITAL if ordinary and whole.isascii() else Sure.ALWAYS
        yield Form(part, sure)
        if len(part) > 1:
            yield Form((whole,), sure)


def _joined(parts: list[Words]) -> Words:
    return tuple(word for part in parts for word in part)
