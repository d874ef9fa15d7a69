"""Actions and no criterion by which to know that they worked.

All actions done is not the same as: it does not happen again.

Fails:

    status: resolved
    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-03-03}

Passes:

    status: resolved
    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-03-03}
    follow_up:
      success_criteria: [0 checkouts lost to a deploy in 30 days]
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.review.progress import is_over, open_actions
from deckgen.review.sections import key_of
from deckgen.rule import Case, Finding

ID = "success-criteria"
SEVERITY: Severity = "info"


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where actions are open and nothing says what must be true afterwards."""
    lacking = not case.postmortem.follow_up.success_criteria
    if lacking and is_over(case.postmortem) and any(open_actions(case.postmortem)):
        message = "nothing says by what we shall know that the actions worked"
        hint = "write under 'success_criteria' what must be true, with a number: '0 in 30 days'"
        loc = key_of(case.postmortem, "follow_up", otherwise="actions")
        yield Finding(loc, message, hint, of_key=True)
