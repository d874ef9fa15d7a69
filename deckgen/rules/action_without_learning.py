"""An open action that answers no learning of the file.

What a reader cannot trace back to a learning looks like work that was due anyway. Looked at only
where learnings are written. Three or more, if they are half of the open actions, are one finding.

Fails:

    key_learning: {statement: A canary must validate cache consistency under load}
    actions:
      - {action: Replay production load in the canary, learning: L1}
      - {action: Page on a checkout error rate above 1%}

Passes:

    key_learning: {statement: A canary must validate cache consistency under load}
    actions:
      - {action: Replay production load in the canary, learning: L1}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity, one_of
from deckgen.review.gathering import gathered
from deckgen.review.learnings import learnings
from deckgen.review.progress import open_actions
from deckgen.rule import Case, Finding

ID = "action-without-learning"
SEVERITY: Severity = "info"

_MOST_LISTED = 5


def check(case: Case) -> Iterator[Finding]:
    """Yield the open actions that refer to no learning, where there is one to refer to."""
    known = [learning.id for learning in learnings(case.postmortem)]
    if not known:
        return
    hint = f"name the learning that it answers, such as 'learning: {known[0]}'; " + (
        f"known: {one_of(known[:_MOST_LISTED])}"
    )
    actions = list(open_actions(case.postmortem))
    found = [
        (one, Finding(("actions", n, "learning"), f"action {one.id} answers no learning", hint))
        for n, one in actions
        if one.learning is None
    ]
    yield from gathered(found, len(actions), "answer no learning", hint)
