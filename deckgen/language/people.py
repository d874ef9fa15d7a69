"""Words that mean somebody: a person, a role, a team."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from deckgen.language.given_names import names_alone
from deckgen.language.phrases import phrase_list
from deckgen.language.sayings import STEM, Saying, lowered, stems
from deckgen.policy import Policy
from deckgen.postmortem.model import Postmortem

_PRONOUNS = frozenset({"we", "he", "she"})
"""Pronouns that are always somebody who acts; `I` is one as a capital, `they` may be hosts."""

_LONGEST_NAME = 4
"""How many words of a name are looked at."""


@dataclass(frozen=True)
class People:
    """Whom a text can mean.

    `roles` are words in lower case, `names` the parts of persons' names, `owners` whole names of
    two words or more that own an action. A role of the policy may have several words, too. Common
    given names mean somebody in every postmortem.
    """

    roles: frozenset[str]
    names: frozenset[str]
    owners: frozenset[str]

    def is_pronoun(self, word: str) -> bool:
        """Whether `word` stands for somebody wherever it is the subject."""
        return word == "I" or word.lower() in _PRONOUNS

    def is_name(self, words: list[str]) -> bool:
        """Whether the last of `words` is or ends a name, or is a handle such as `@kim`."""
        last = words[-1]
        handle = len(last) > 2 and last[0] == "@" and last[1].isalpha()
        tails = range(2, min(_LONGEST_NAME, len(words)) + 1)
        named = last in self.names or last in names_alone()
        return handle or named or any(self._owns(words[-n:]) for n in tails)

    def is_role(self, word: str) -> bool:
        """Whether `word` is a role or a team, such as `engineer`."""
        return word.lower() in self.roles

    def are_meant(self, words: list[str]) -> bool:
        """Whether the last of `words` means somebody."""
        return self.is_pronoun(words[-1]) or self.is_role(words[-1]) or self.is_name(words)

    def may_be_in(self, saying: Saying) -> bool:
        """Whether somebody can be meant in what is said."""
        return not self._stems.isdisjoint(saying.stems)

    @cached_property
    def _stems(self) -> frozenset[str]:
        named = stems(lowered(" ".join((*self.names, *self.owners))))
        return (
            named | _name_stems() | {"i", "@"} | {word[:STEM] for word in (*_PRONOUNS, *self.roles)}
        )

    def without(self, roles: frozenset[str]) -> People:
        """Return the same people but for some roles."""
        return People(self.roles - roles, self.names, self.owners)

    def _owns(self, words: list[str]) -> bool:
        several = " ".join(words)
        return several in self.owners or several.lower() in self.roles


def people_of(postmortem: Postmortem, policy: Policy) -> People:
    """Return whom the texts of `postmortem` can mean: roles of ours and the policy's, its people.

    An owner of one word is left out: a team called Payments cannot be told from payments, which
    fail, too.
    """
    named = {part for person in postmortem.people for part in _parts(person.name)}
    owners = {" ".join(action.owner.split()) for action in postmortem.actions if action.owner}
    several = frozenset(owner for owner in owners if " " in owner)
    return People(_roles(policy.words.people), frozenset(named), several)


@cache
def _name_stems() -> frozenset[str]:
    return stems(lowered(" ".join(names_alone())))


@lru_cache(maxsize=16)
def _roles(more: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in (*phrase_list("people"), *more))


def _parts(name: str) -> Iterable[str]:
    return (part for part in name.split() if len(part) > 1 and part[0].isupper())
