"""From a postmortem to one that may be shown to everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import count
from typing import NamedTuple, get_args

from deckgen.policy import Policy
from deckgen.postmortem.model import Person, Postmortem
from deckgen.redaction.accounts import handles, logins
from deckgen.redaction.addresses import emails, network_addresses, phone_numbers
from deckgen.redaction.fields import Leaf, changed, leaves, picture_locs
from deckgen.redaction.hosts import hosts
from deckgen.redaction.masks import Finder, Kind, masked, masks_in
from deckgen.redaction.people import known_names, people_finder, roles
from deckgen.redaction.secrets import internal_words, secrets


class Redacted(NamedTuple):
    """A postmortem that may be shown to everybody, and how much of it is hidden.

    `masked` counts the different things of each kind; `pictures` and `links` are left out.
    """

    postmortem: Postmortem
    masked: Mapping[Kind, int]
    pictures: int
    links: int


class Private(NamedTuple):
    """What finds private things in a text, and the role shown for each of the people."""

    finders: tuple[Finder, ...]
    roles: tuple[str, ...]

    def masked(self, text: str) -> str:
        """Return `text` with everything private in it hidden."""
        return masked(text, self.finders)


def private_in(postmortem: Postmortem, policy: Policy) -> Private:
    """Return what `policy` and the people of `postmortem` make private.

    Where two finders find the same characters, the first is right.
    """
    not_names = {word.casefold() for word in policy.words.not_names}
    addresses = (hosts(policy.redaction), emails, logins(not_names))
    others = (
        handles(not_names),
        network_addresses,
        phone_numbers,
        internal_words(policy.redaction),
    )
    of_texts = (secrets(policy.redaction), *addresses, *others)
    shown = roles(postmortem.people, lambda role: masked(role, of_texts))
    names = people_finder(known_names(postmortem.people, shown, not_names))
    return Private((*of_texts[:4], names, *others), tuple(shown))


def redacted(postmortem: Postmortem, policy: Policy) -> Redacted:
    """Return `postmortem` with its people as their roles, and what is private masked or left out.

    Every text is looked at, whatever field it stands in; times, numbers and words of closed lists
    stay. A link with something private is left out. Done twice, it changes nothing more.
    """
    private = private_in(postmortem, policy)
    clean = cache(private.masked)
    bare = postmortem.model_copy(update={"people": ()})
    names = _distinct((leaf.text for leaf in leaves(bare) if _tells_apart(leaf)), clean)

    def change(leaf: Leaf) -> str | None:
        shown = names[leaf.text] if _tells_apart(leaf) else clean(leaf.text)
        return None if leaf.is_link and shown != leaf.text else shown

    public = changed(bare, change)
    people = tuple(Person(name=role, role=role) for role in private.roles)
    return Redacted(
        Postmortem.model_validate({**dict(public), "people": people}),
        _things(leaves(postmortem), private.finders),
        pictures=sum(1 for _ in picture_locs(postmortem)),
        links=sum(leaf.is_link and clean(leaf.text) != leaf.text for leaf in leaves(postmortem)),
    )


def _tells_apart(leaf: Leaf) -> bool:
    """Whether a text is an id, or names what has none: no two may become one."""
    return (
        leaf.loc[-1] in {"id", "learning"}
        or leaf.loc[:2] == ("root_cause", "repeats")
        or (leaf.loc[:2] == ("impact", "series") and leaf.loc[-1] == "label")
    )


def _distinct(texts: Iterable[str], clean: Callable[[str], str]) -> dict[str, str]:
    """Return each of `texts` with itself cleaned, and numbered where another is shown alike."""
    shown = {text: clean(text) for text in texts}
    used = {text for text, cleaned in shown.items() if text == cleaned}
    for text, cleaned in shown.items():
        if text != cleaned:
            free = (cleaned if n == 1 else f"{cleaned} {n}" for n in count(1))
            shown[text] = next(name for name in free if name not in used)
            used.add(shown[text])
    return shown


def _things(texts: Iterable[Leaf], finders: Sequence[Finder]) -> dict[Kind, int]:
    """Return how many different things of each kind `finders` find in `texts`, links left out."""
    found = {
        (mask.kind, mask.thing.casefold())
        for leaf in texts
        if not leaf.is_link
        for mask in masks_in(leaf.text, finders)
    }
    amounts = Counter(kind for kind, _ in found)
    return {kind: amounts[kind] for kind in get_args(Kind) if amounts[kind]}
