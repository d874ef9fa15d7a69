"""From the actions of a postmortem to cards, each of which can stand alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from deckgen.postmortem.model import ActionItem, Postmortem

LONGEST_TITLE = 255
"""How many characters a title may have: Jira takes no more, GitHub one more."""

_HANDLE = re.compile(r"@([A-Za-z0-9](?:-?[A-Za-z0-9]){0,38})")
_ADDRESS = re.compile(r"(?:mailto:)?([^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)")


@dataclass(frozen=True)
class Card:
    """One action with what somebody needs who sees nothing but the card.

    `learning` is the text of the learning that it answers, `source` where the postmortem is.
    """

    incident: str
    incident_title: str
    action: ActionItem
    title: str
    learning: str | None
    source: str

    @property
    def handle(self) -> str | None:
        """The owner as a login, where one is written as `@login`."""
        found = _HANDLE.fullmatch(self.action.owner or "")
        return found[1] if found else None

    @property
    def address(self) -> str | None:
        """The owner as an e-mail address, where one is written."""
        found = _ADDRESS.fullmatch(self.action.owner or "")
        return found[1] if found else None

    def facts(self) -> Iterator[tuple[str, str]]:
        """Yield what there is to say beside the title, each with its name."""
        action = self.action
        due = action.due.isoformat() if action.due else "no date"
        yield from (("Action", action.action), ("Owner", action.owner or "unassigned"))
        yield from (("Due", due), ("Status", action.status.replace("_", " ")))
        if action.completed:
            yield "Completed", action.completed.isoformat()
        told = (("Priority", action.priority), ("Kind", action.kind), ("Learning", self.learning))
        yield from ((name, value) for name, value in told if value)
        if action.confirmed is not None:
            yield "Agreed with the owner", "yes" if action.confirmed else "no"
        yield "Incident", f"{self.incident}, {self.incident_title}"
        yield from (("Action id", action.id), ("Postmortem", self.source))


def cards(postmortem: Postmortem, source: str, *, closed: bool = False) -> tuple[Card, ...]:
    """Return a card for each action that is still to be done, with `closed` for every one.

    Titles that would be the same tell the ids of their actions.
    """
    made = [_card(postmortem, action, source) for action in postmortem.actions]
    amounts = Counter(card.title for card in made)
    told = [
        replace(card, title=_cut(card.title, f" ({card.action.id})"))
        if amounts[card.title] > 1
        else replace(card, title=_cut(card.title))
        for card in made
    ]
    return tuple(card for card in told if closed or not card.action.status.is_closed)


def _card(postmortem: Postmortem, action: ActionItem, source: str) -> Card:
    learning = postmortem.learning_text(action.learning)
    title = f"Postmortem - Learning: {learning}" if learning else f"Postmortem: {action.action}"
    return Card(postmortem.id, postmortem.title, action, title, learning, source)


def _cut(title: str, end: str = "") -> str:
    """Return a title of bearable length that ends with `end`."""
    room = LONGEST_TITLE - len(end)
    if room < LONGEST_TITLE // 2:
        room, end = LONGEST_TITLE, ""
    return f"{title if len(title) <= room else title[: room - 1].rstrip() + '…'}{end}"


def by_due(card: Card) -> tuple[bool, date]:
    """Return a key that sorts cards by their due date, those without one last."""
    return card.action.due is None, card.action.due or date.max
