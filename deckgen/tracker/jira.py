"""Cards as the CSV that Jira imports: one issue for each, its columns named as Jira's fields.

In UTF-8; dates are to be read as `yyyy-MM-dd`. Owners become assignees where they are written as an
e-mail address or a login, which are what Jira finds people by; every owner is in the description.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from deckgen.postmortem.vocabulary import Priority
from deckgen.tracker.cards import Card
from deckgen.tracker.cells import csv_text

_HEADINGS = (
    *("Summary", "Description", "Issue Type", "Priority", "Due Date", "Assignee"),
    *("Labels", "Labels", "Labels"),
)
_PRIORITIES: Mapping[Priority | None, str] = MappingProxyType(
    {
        None: "",
        Priority.P0: "Highest",
        Priority.P1: "High",
        Priority.P2: "Medium",
        Priority.P3: "Low",
        Priority.P4: "Lowest",
    }
)
_OPENS_MARKUP = re.compile(r"[{\[]")
_SPACES = re.compile(r"\s+")


def write(cards: Sequence[Card], as_of: date) -> bytes:
    """Return the file of `cards`."""
    return csv_text([_HEADINGS, *map(_row, cards)]).encode()


def _row(card: Card) -> tuple[str, ...]:
    action = card.action
    due = action.due.isoformat() if action.due else ""
    return (
        *(card.title, _description(card), "Task", _PRIORITIES[action.priority], due),
        card.address or card.handle or "",
        *("postmortem", _label(card.incident), _label(action.kind or "")),
    )


def _description(card: Card) -> str:
    """Return the facts in lines; macros and links of Jira's markup do not open in them."""
    lines = [f"{name}: {_OPENS_MARKUP.sub(_escaped, value)}" for name, value in card.facts()]
    return "\n".join([*lines, *([f"Ticket: {card.action.link}"] if card.action.link else [])])


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}"


def _label(text: str) -> str:
    """Return a text as a label, which has no spaces."""
    return _SPACES.sub("-", text)
