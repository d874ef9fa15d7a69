"""An open action without a link to its ticket.

A deck is looked at once, a tracker every week. Three or more, if they are half of the open actions,
are one finding.

Fails:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-03-03}

Passes:

    actions:
      - action: Add a canary stage to the deploy pipeline
        link: https://tracker.example.com/PAY-2301
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.review.gathering import gathered
from deckgen.review.progress import open_actions
from deckgen.rule import Case, Finding

ID = "action-link"
SEVERITY: Severity = "info"

_HINT = "open a ticket and write its address: link: https://tracker.example.com/PAY-2301"


def check(case: Case) -> Iterator[Finding]:
    """Yield the open actions without a link."""
    actions = list(open_actions(case.postmortem))
    found = [
        (action, Finding(("actions", n, "link"), f"action {action.id} links to no ticket", _HINT))
        for n, action in actions
        if action.link is None
    ]
    yield from gathered(found, len(actions), "link to no ticket", _HINT)
