"""A done action of which nobody can see when it was done, or one that is done in the future.

How many actions are completed within 30 days is a figure of every quarter's review; without the
day an action is in neither of its two numbers. Three or more, if they are half of the done
actions, are one finding.

Fails:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, status: done}

Passes:

    actions:
      - {action: Add a canary stage, owner: Platform, status: done, completed: 2025-01-20}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from deckgen.diagnostics import Severity
from deckgen.postmortem.model import ActionItem
from deckgen.postmortem.vocabulary import ActionStatus
from deckgen.review.gathering import gathered
from deckgen.rule import Case, Finding

ID = "action-completed"
SEVERITY: Severity = "info"


def check(case: Case) -> Iterator[Finding]:
    """Yield the done actions without a day, and those whose day is still to come."""
    done = [
        (n, action)
        for n, action in enumerate(case.postmortem.actions)
        if action.status is ActionStatus.DONE
    ]
    hint, each = f"write the day: completed: {case.as_of}", "write the day of each: completed"
    message = "is done, and no day says since when"
    found = [
        (one, Finding(("actions", n, "status"), f"action {one.id} {message}", hint))
        for n, one in done
        if one.completed is None
    ]
    yield from gathered(found, len(done), "do not say on which day", each, "done")
    yield from (
        _ahead(n, action.completed, action, case.as_of)
        for n, action in done
        if action.completed is not None and action.completed > case.as_of
    )


def _ahead(number: int, completed: date, action: ActionItem, as_of: date) -> Finding:
    message = f"action {action.id} is done on {completed}, which is after {as_of}"
    return Finding(("actions", number, "completed"), message, "correct the day, or the status")
