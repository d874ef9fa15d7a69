"""The columns of a tracker, and cells that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from deckgen.tracker.cards import Card

HEADINGS = (
    *("Incident", "Incident title", "Action id", "Title", "Action", "Learning", "Kind", "Owner"),
    *("Agreed", "Due", "Status", "Completed", "Priority", "Ticket", "Postmortem"),
)
DUE, COMPLETED = HEADINGS.index("Due"), HEADINGS.index("Completed")
TICKET, SOURCE = HEADINGS.index("Ticket"), len(HEADINGS) - 1

_FORMULA = re.compile(
    r"^(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])"
    r"|(?<=[;\t\r\n])(?=\"*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])"
)
"""Where a formula would begin: in front, and where another separator would begin a cell."""


def row(card: Card) -> tuple[str, ...]:
    """Return the cells of a card, in the order of HEADINGS."""
    action = card.action
    return (
        *(card.incident, card.incident_title, action.id, card.title, action.action),
        *(card.learning or "", action.kind or "", action.owner or ""),
        {True: "yes", False: "no", None: ""}[action.confirmed],
        action.due.isoformat() if action.due else "",
        action.status.replace("_", " "),
        action.completed.isoformat() if action.completed else "",
        *(action.priority or "", action.link or "", card.source),
    )


def harmless(cell: str) -> str:
    """Return a cell with an apostrophe where a spreadsheet would read a formula."""
    return _FORMULA.sub("'", cell)


def csv_text(rows: Iterable[Sequence[str]]) -> str:
    """Return rows as RFC 4180 has them, no cell a formula."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([*map(harmless, cells)] for cells in rows)
    return text.getvalue()
