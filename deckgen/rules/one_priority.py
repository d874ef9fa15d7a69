"""Three or more actions, all of the same priority.

Where everything is as urgent as the rest, nothing says what comes first.

Fails:

    actions:
      - {action: Add a canary stage to the deploy pipeline, priority: P1}
      - {action: Page on a checkout error rate above 1%, priority: P1}
      - {action: Purge the keys of a deploy with its rollback, priority: P1}

Passes:

    actions:
      - {action: Add a canary stage to the deploy pipeline, priority: P0}
      - {action: Page on a checkout error rate above 1%, priority: P1}
      - {action: Purge the keys of a deploy with its rollback, priority: P1}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.postmortem.wording import count_in_words
from deckgen.review.progress import kept_actions
from deckgen.rule import Case, Finding

ID = "one-priority"
SEVERITY: Severity = "info"

_FEWEST = 3


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where the actions do not differ in priority; dropped ones do not count."""
    actions = kept_actions(case.postmortem)
    priorities = {action.priority for action in actions}
    if len(actions) < _FEWEST or len(priorities) > 1 or None in priorities:
        return
    if not all(action.status.is_closed for action in actions):
        message = f"all {count_in_words(len(actions), 'action')} are {actions[0].priority}"
        hint = "lower those that can wait, so that the first one shows"
        yield Finding(("actions",), message, hint, of_key=True)
