"""Given names that are common enough to be known as such."""

from __future__ import annotations

from functools import cache

from deckgen.language.phrases import phrase_list


def is_given_name(word: str) -> bool:
    """Whether `word` is written like a name and is a common given name."""
    return word in given_names()


@cache
def given_names() -> frozenset[str]:
    """Return common given names, each as it is written: with a capital."""
    return frozenset(name.capitalize() for name in phrase_list("given_names"))


@cache
def names_alone() -> frozenset[str]:
    """Return those of them that are no ordinary word, too, such as `Will` and `Mark`."""
    return given_names() - {word.capitalize() for word in phrase_list("name_words")}
