"""A learning that no action answers.

A learning that changes nothing will be learned again. Actions that were dropped answer nothing,
done ones do.

Fails:

    status: resolved
    key_learning: {statement: A canary must validate cache consistency under load}
    learnings:
      - {id: L2, text: A rollback of code must also undo what the code wrote to the cache}
    actions:
      - {action: Replay production load in the canary, learning: L1}

Passes:

    status: resolved
    key_learning: {statement: A canary must validate cache consistency under load}
    actions:
      - {action: Replay production load in the canary, learning: L1}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.review.learnings import learnings
from deckgen.review.progress import is_over, kept_actions
from deckgen.rule import Case, Finding

ID = "learning-without-action"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield the learnings that no action refers to, where there are actions."""
    actions = kept_actions(case.postmortem)
    if not actions or not is_over(case.postmortem):
        return
    answered = {action.learning for action in actions}
    for learning in learnings(case.postmortem):
        if learning.id not in answered:
            message = f"no action answers {learning.name}"
            hint = f"add an action that does, or write 'learning: {learning.id}' in the one that"
            yield Finding(learning.loc, message, f"{hint} already does")
