"""The manual: a page for every rule by which a finding may go."""

from __future__ import annotations

import inspect
from collections.abc import Collection, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from deckgen import ignoring
from deckgen.diagnostics import Severity
from deckgen.rules import RULES

INPUT = "input"
"""The rule of what reading a file finds."""

_OF_INPUT = """What cannot be read as it stands, or only by a choice that reading had to make.

A fault that leaves no postmortem to look at is an error, and nothing else is checked in that file.
Where a choice had to be made, such as the day of a clock time past midnight, it is a warning that
says what was chosen. The policy changes neither.

Fails:

    timeline:
      - {at: "25:00", text: The alert fires}

Passes:

    timeline:
      - {at: "01:00", text: The alert fires}
"""


class Page(NamedTuple):
    """One rule's page; `text` is Markdown and begins with the line `summary`."""

    id: str
    severity: Severity
    summary: str
    text: str


@cache
def pages() -> Mapping[str, Page]:
    """Return the pages by the id of their rule, in the order of the manual."""
    from deckgen.public_rules import PUBLIC_RULES  # late: few commands need it

    rules = [*RULES.values(), *PUBLIC_RULES.values()]
    found = [_page(rule.ID, rule.SEVERITY, rule.__doc__) for rule in rules]
    found.append(_page(ignoring.ID, ignoring.SEVERITY, ignoring.__doc__))
    found.append(_page(INPUT, "error", _OF_INPUT))
    return MappingProxyType({page.id: page for page in found})


@cache
def settable_rules() -> Collection[str]:
    """Return the ids of the rules that a policy may switch off or to another severity."""
    return [rule for rule in pages() if rule != INPUT]


def _page(rule: str, severity: Severity, text: str | None) -> Page:
    text = inspect.cleandoc(text or "")
    return Page(rule, severity, text.partition("\n")[0], text)
