"""The formats of a tracker by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Literal

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.tracker import calendar_entries, github_issues, jira, spreadsheet_csv, workbook
from deckgen.tracker.cards import Card

FormatName = Literal["csv", "xlsx", "jira", "github", "ics"]

FORMATS: Mapping[FormatName, Callable[[Sequence[Card], date], bytes]] = MappingProxyType(
    {
        "csv": spreadsheet_csv.write,
        "xlsx": workbook.write,
        "jira": jira.write,
        "github": github_issues.write,
        "ics": calendar_entries.write,
    }
)
"""What turns cards into a file on a day."""


def tracker(sources: Mapping[str, Sequence[Card]], form: FormatName, as_of: date) -> bytes:
    """Return the cards of all `sources`, by the names of their files, in one file.

    The same cards give the same bytes on the same day. Raises InputError where two sources have one
    incident id, by which cards are told apart.
    """
    owners: dict[str, str] = {}
    faults = []
    for name, found in sources.items():
        for incident in {card.incident for card in found}:
            if incident in owners:
                message = f"has the incident id {incident!r}, and so has {owners[incident]}"
                faults.append(Diagnostic(name, 0, 0, message, "give one of them an id of its own"))
            owners.setdefault(incident, name)
    if faults:
        raise InputError(faults)
    return FORMATS[form]([card for found in sources.values() for card in found], as_of)
