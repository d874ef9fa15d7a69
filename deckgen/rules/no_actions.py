"""An incident that is over, and no action follows from it.

What was learned changes nothing unless somebody changes something. An exercise may need none.

Fails:

    status: resolved

Passes:

    status: resolved
    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-03-03}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.postmortem.measures import status
from deckgen.review.progress import is_real, kept_actions
from deckgen.review.sections import key_of
from deckgen.rule import Case, Finding

ID = "no-actions"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where no action is written, or all were dropped."""
    if is_real(case.postmortem) and not kept_actions(case.postmortem):
        dropped = "every action was dropped" if case.postmortem.actions else "no action is written"
        message = f"the incident is {status(case.postmortem)} and {dropped}"
        hint = "write under 'actions' what will be different, by whom and by when"
        yield Finding(key_of(case.postmortem, "actions"), message, hint, of_key=True)
