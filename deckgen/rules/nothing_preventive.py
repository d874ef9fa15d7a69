"""Actions that detect, contain or regulate, and none that prevents.

What is only noticed sooner will happen again. Looked at only where every action says its kind;
exercises are left alone.

Fails:

    status: resolved
    actions:
      - {action: Page on a checkout error rate above 1%, kind: detect}
      - {action: Purge the keys of a deploy with its rollback, kind: mitigate}

Passes:

    status: resolved
    actions:
      - {action: Page on a checkout error rate above 1%, kind: detect}
      - {action: Close a connection whose read was cancelled, kind: prevent}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.postmortem.vocabulary import ActionKind
from deckgen.postmortem.wording import listing
from deckgen.review.progress import is_real, kept_actions
from deckgen.rule import Case, Finding

ID = "nothing-preventive"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where the kinds of the actions are known and none is `prevent`."""
    kinds = {action.kind for action in kept_actions(case.postmortem)}
    known = [kind for kind in ActionKind if kind in kinds]
    if is_real(case.postmortem) and known and not kinds & {None, ActionKind.PREVENT}:
        message = f"no action prevents the incident; their kinds are {listing(known)}"
        hint = "add one that takes a cause out of the system: kind: prevent"
        yield Finding(("actions",), message, hint, of_key=True)
