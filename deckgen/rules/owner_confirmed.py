"""An owner who has not agreed to the action.

An action that somebody else has written into a file is not yet a promise. Three or more, if they
are half of the open actions with an owner, are one finding.

Fails:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, confirmed: false}

Passes:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, confirmed: true}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.postmortem.model import ActionItem
from deckgen.review.gathering import gathered
from deckgen.review.progress import open_actions
from deckgen.rule import Case, Finding

ID = "owner-confirmed"
SEVERITY: Severity = "info"


def check(case: Case) -> Iterator[Finding]:
    """Yield the open actions with an owner who is not said to have agreed."""
    actions = [(n, one) for n, one in open_actions(case.postmortem) if one.is_assigned]
    found = [(one, _finding(n, one)) for n, one in actions if not one.confirmed]
    message = "with an owner lack its agreement"
    yield from gathered(found, len(actions), message, "ask each, then write 'confirmed: true'")


def _finding(n: int, action: ActionItem) -> Finding:
    refused = "has not agreed" if action.confirmed is False else "is not said to have agreed"
    message = f"action {action.id}: '{action.owner}' {refused} to it"
    return Finding(("actions", n, "confirmed"), message, "ask, then write 'confirmed: true'")
