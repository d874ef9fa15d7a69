"""What looks like the name of a person and is not declared, so that the public would read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from deckgen.redaction.fields import Leaf, leaves
from deckgen.redaction.masks import masks_in, web_addresses
from deckgen.redaction.name_words import (
    acts_like_a_person,
    function_words,
    given_names,
    is_date,
    ordinary_words,
    role_words,
    starts_sentence,
    trade_words,
)
from deckgen.redaction.redact import private_in
from deckgen.redaction.words import Word, words
from deckgen.rule import Case, Finding

_HINT = (
    "add the person to 'people' with a role; if it is no name, to 'words.not_names' of the policy"
)
_SHAPE = re.compile(r"[^\W\d_a-z][^\W\d_A-Z]+|[A-Z][a-z]{1,3}[A-Z][a-z]+")
_NEXT_TO = re.compile(r"[\w@#/\\.$-]")
_AFTER = re.compile(r"[\w@/\\$]|[.:-]\w")
_GAP = re.compile(r" | [A-Z]\. |-")
_MONTHS = {"jan", "april", "june"}
_PLACES = {"charlotte", "virginia", "victoria", "jordan", "sydney", "madison", "kent", "lee"}
_BEFORE_PERSON = re.compile(
    r"\b(?:by|asked|asks|paged|pages|called|calls|told|contacted|pinged|thanks to|engineer"
    r"|developer|sre|on-call|manager|owner|lead|commander|ic|dr|mr|ms|mrs)[.:]? $",
    re.IGNORECASE,
)
_ONLY_NAMES = re.compile(r"[^\W\d_]+(?:[ '’.-]{1,2}[^\W\d_]+)*")
_LOOKED_BACK = 20


class Name(NamedTuple):
    """What looks like a name, and the characters where it stands."""

    text: str
    start: int
    end: int


def undeclared_names(case: Case) -> Iterator[Finding]:
    """Yield what looks like the name of a person who is not in `people`, where it first stands.

    That is a common given name, alone or with a family name; two words with capitals that do what
    a person does, and an owner of that form. `words.not_names` of the policy are none. What a deck
    for the public hides anyway, such as a handle, is left out.
    """
    not_names = {word.casefold() for word in case.policy.words.not_names}
    private = private_in(case.postmortem, case.policy)
    first: dict[str, Finding] = {}
    for leaf in leaves(case.postmortem):
        if leaf.is_link or leaf.of_key or leaf.loc[0] == "people":
            continue
        hidden = [mask[:2] for mask in masks_in(leaf.text, private.finders)]
        for name in names_in(leaf, hidden):
            told = {name.text.casefold(), *name.text.casefold().split()}
            if not told & not_names and name.text not in first:
                message = f"'{name.text}' looks like the name of a person who is not in 'people'"
                first[name.text] = Finding(leaf.loc, message, _HINT, (name.start, name.end))
    yield from first.values()


def names_in(leaf: Leaf, hidden: Sequence[tuple[int, int]] = ()) -> Iterator[Name]:
    """Yield what looks like a name in a text, but for what is `hidden`, as spans, or in a link."""
    hidden = [*hidden, *web_addresses(leaf.text)]
    text = leaf.text
    written = words(text)
    shaped = [_is_shaped(text, word, hidden) for word in written]
    if leaf.loc[-1] == "owner" and _is_owner_name(text, written, shaped):
        yield Name(text, 0, len(text))
        return
    n = 0
    while n < len(written):
        length = _length(text, written, shaped, n) if shaped[n] else 0
        if length:
            start, end = written[n].start, written[n + length - 1].end
            yield Name(text[start:end], start, end)
        n += max(1, length)


def _length(text: str, written: Sequence[Word], shaped: Sequence[bool], n: int) -> int:
    """Return of how many words the name is that begins with the word `n`; 0 where none does."""
    word = written[n]
    family = _family(text, written, shaped, n)
    acts = acts_like_a_person(text, written[family or n].end)
    if _is_second(text, written, shaped, n):
        is_name = False
    elif word.folded in ordinary_words() or word.folded in _PLACES:
        is_name = acts and len(word.folded) > 2 and not starts_sentence(text, word.start)
    elif word.folded in given_names():
        is_name = word.folded not in _MONTHS or not is_date(text, word.start, word.end)
    else:
        is_name = bool(family) and word.folded not in _no_names() and (acts or _is_told(text, word))
    return is_name * ((family or n) - n + 1)


def _family(text: str, written: Sequence[Word], shaped: Sequence[bool], n: int) -> int | None:
    """Return which word is the family name behind the given name `n`, None where none is."""
    for after in range(n + 1, min(n + 3, len(written))):
        gap = text[written[n].end : written[after].start]
        if shaped[after] and _GAP.fullmatch(gap) and written[after].folded not in _no_names():
            return after
    return None


def _is_second(text: str, written: Sequence[Word], shaped: Sequence[bool], n: int) -> bool:
    """Whether a word with a capital that is no name stands right before, as in `Apache Felix`."""
    before = written[n - 1]
    if n == 0 or not shaped[n - 1] or text[before.end : written[n].start] != " ":
        return False
    within = before.folded not in role_words() and not starts_sentence(text, before.start)
    return within or before.folded in trade_words()


def _is_told(text: str, word: Word) -> bool:
    """Whether somebody is named before the word, as in `paged by` or `engineer`."""
    return bool(_BEFORE_PERSON.search(text[max(0, word.start - _LOOKED_BACK) : word.start]))


def _is_shaped(text: str, word: Word, hidden: Sequence[tuple[int, int]]) -> bool:
    """Whether a word is written as a name is, and is no part of something else."""
    start, end = word.start, word.end
    return (
        bool(_SHAPE.fullmatch(text, start, end))
        and not _NEXT_TO.match(text[start - 1 : start])
        and not _AFTER.match(text, end)
        and not any(first <= start < last for first, last in hidden)
    )


def _is_owner_name(text: str, written: Sequence[Word], shaped: Sequence[bool]) -> bool:
    """Whether an owner is two or three words as names are written, and none of the trade."""
    known = _no_names() | role_words() | ordinary_words()
    plain = all(shaped) and not any(word.folded in known for word in written)
    return plain and 2 <= len(written) <= 3 and bool(_ONLY_NAMES.fullmatch(text))


@cache
def _no_names() -> frozenset[str]:
    return trade_words() | role_words() | function_words()
