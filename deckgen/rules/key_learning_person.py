"""A key learning about a person.

What is learned must hold when other people are on call. Names, handles and what somebody did
belong in the timeline, if anywhere; what people need to be able to do is fine.

The policy adds words that mean somebody under `words.people`.

Fails:

    key_learning:
      statement: The on-call engineer ran the script without a dry run

Passes:

    key_learning:
      statement: On-call engineers need a dry run that shows what a script will remove
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.actors import actor
from deckgen.language.people import People, people_of
from deckgen.language.sayings import spoken
from deckgen.language.subjects import words_of
from deckgen.rule import Case, Finding

ID = "key-learning-person"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield the first name in the key learning, or else who acts in it."""
    key = case.postmortem.key_learning
    if key is None:
        return
    people = people_of(case.postmortem, case.policy)
    said = spoken(key.statement)
    if place := _name(said, people) or actor(said, people):
        who = said[slice(*place)]
        hint = "say what holds whoever is on call: what the system must do, show or refuse"
        message = f"the key learning is about '{who}'"
        yield Finding(("key_learning", "statement"), message, hint, place)


def _name(said: str, people: People) -> tuple[int, int] | None:
    """Return where the first name of a person stands, or the first handle."""
    words = words_of(said, 0, len(said))
    names = (word for word in words if people.is_name([word.text]))
    return next(((word.start, word.end) for word in names), None)
