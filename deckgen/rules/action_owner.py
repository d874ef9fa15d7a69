"""An action that nobody owns.

An action without an owner is a wish. `TBD`, `unassigned`, `someone` and their like own nothing
either, nor do the policy's `words.placeholders`. One person or one team answers for it; closed
actions are left alone.

Fails:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: TBD, due: 2025-03-03}

Passes:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-03-03}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.review.progress import open_actions
from deckgen.rule import Case, Finding

ID = "action-owner"
SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Yield the open actions without an owner."""
    placeholders = {word.casefold() for word in case.policy.words.placeholders}
    for n, action in open_actions(case.postmortem):
        if not action.is_assigned or (action.owner or "").casefold() in placeholders:
            written = f": '{action.owner}' is nobody" if action.owner else " has no owner"
            hint = "name the one person or team that answers for it: owner: Platform"
            yield Finding(("actions", n, "owner"), f"action {action.id}{written}", hint)
