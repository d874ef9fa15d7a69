"""An open action whose due date has passed.

Either it is done and the file does not say so, or the date no longer means anything.

Fails:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-01-20}

Passes:

    actions:
      - {action: Add a canary stage, owner: Platform, due: 2025-01-20, status: done}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.postmortem.wording import count, short_day
from deckgen.rule import Case, Finding

ID = "action-overdue"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield the open actions that were due before the day they are looked at."""
    for n, action in enumerate(case.postmortem.actions):
        if action.due and action.is_overdue(case.as_of):
            late = count((case.as_of - action.due).days, "day")
            message = f"action {action.id} was due on {short_day(action.due)}, {late} ago"
            hint = "write 'status: done', or agree with its owner on a new day"
            yield Finding(("actions", n, "due"), message, hint)
