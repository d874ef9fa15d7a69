"""People and sayings to test the language with."""

from __future__ import annotations

from deckgen.language.people import People, people_of
from deckgen.language.sayings import Saying, sayings
from deckgen.policy import Policy, Words
from deckgen.prose import Prose
from tests.builders import postmortem

LOC = ("summary",)


def people(*policy_words: str) -> People:
    """Return those of a postmortem with Robin in it and with Platform Delivery as an owner."""
    given = postmortem(
        people=[{"name": "Robin Example", "role": "Incident commander"}],
        actions=[{"action": "Page", "owner": "Platform Delivery"}, {"action": "x", "owner": "Pay"}],
    )
    return people_of(given, Policy(words=Words(people=policy_words)))


def saying(text: str) -> Saying:
    """Return what the author of `text` says."""
    return next(sayings([Prose(LOC, text)]))
