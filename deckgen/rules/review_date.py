"""Open actions and no day on which they are looked at again.

Actions that nobody comes back to are done by chance.

Fails:

    status: resolved
    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-03-03}

Passes:

    status: resolved
    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-03-03}
    follow_up: {review_at: 2025-03-05}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from deckgen.diagnostics import Severity
from deckgen.review.progress import is_over, open_actions, workday
from deckgen.review.sections import key_of
from deckgen.rule import Case, Finding

ID = "review-date"
SEVERITY: Severity = "warning"

_AHEAD = timedelta(days=28)


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where actions are open and no review is set."""
    waiting = any(open_actions(case.postmortem))
    if waiting and is_over(case.postmortem) and case.postmortem.follow_up.review_at is None:
        message = "no day is set on which the open actions are looked at again"
        hint = f"write under 'follow_up' a day after the last is due: review_at: {_example(case)}"
        loc = key_of(case.postmortem, "follow_up", otherwise="actions")
        yield Finding(loc, message, hint, of_key=True)


def _example(case: Case) -> date:
    """Return a workday after the last due date, and four weeks ahead at least."""
    due = (action.due for _, action in open_actions(case.postmortem) if action.due)
    return workday(max([*due, case.as_of + _AHEAD]) + timedelta(days=1))
