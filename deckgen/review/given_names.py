"""Whether a word is a given name that is common enough to be known as one."""

from __future__ import annotations

from functools import cache

from deckgen.language.phrases import phrase_list


def is_given_name(word: str) -> bool:
    """Whether `word` is written like a name and is a common given name."""
    return word[:1].isupper() and word.casefold() in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(phrase_list("given_names"))
