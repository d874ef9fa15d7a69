"""An open action without a due date.

Without a date nobody can say that it is late. Three or more, if they are half of the open actions,
are one finding.

Fails:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform}

Passes:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-03-03}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from deckgen.diagnostics import Severity
from deckgen.review.gathering import gathered
from deckgen.review.progress import open_actions, workday
from deckgen.rule import Case, Finding

ID = "action-due"
SEVERITY: Severity = "warning"

_AHEAD = timedelta(days=10)


def check(case: Case) -> Iterator[Finding]:
    """Yield the open actions without a due date."""
    actions = list(open_actions(case.postmortem))
    example = workday(case.as_of + _AHEAD)
    hint = f"agree with its owner on a day: due: {example}"
    found = [
        (action, Finding(("actions", n, "due"), f"action {action.id} has no due date", hint))
        for n, action in actions
        if action.due is None
    ]
    each = f"agree with each owner on a day: due: {example}"
    yield from gathered(found, len(actions), "have no due date", each)
