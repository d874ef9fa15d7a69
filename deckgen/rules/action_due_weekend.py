"""An action that is due on a Saturday or Sunday.

Nobody will look at it on that day; it is due on the Monday in fact. Dates in the past are left
alone.

Fails:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-03-01}

Passes:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-03-03}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from deckgen.diagnostics import Severity
from deckgen.postmortem.wording import short_day
from deckgen.review.progress import open_actions
from deckgen.rule import Case, Finding

ID = "action-due-weekend"
SEVERITY: Severity = "info"

_DAYS = {5: "Saturday", 6: "Sunday"}


def check(case: Case) -> Iterator[Finding]:
    """Yield the open actions whose date lies ahead and on a weekend."""
    for n, action in open_actions(case.postmortem):
        if action.due and action.due >= case.as_of and (name := _DAYS.get(action.due.weekday())):
            message = f"action {action.id} is due on a {name}, {short_day(action.due)}"
            yield Finding(("actions", n, "due"), message, _hint(action.due))


def _hint(due: date) -> str:
    friday = due - timedelta(days=due.weekday() - 4)
    return f"write {friday} (Friday) or {friday + timedelta(days=3)} (Monday)"
