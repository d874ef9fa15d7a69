"""A question in place of an action.

A question has no owner and no end. Questions in quotes, such as those a tool asks, are left alone.

Fails:

    actions:
      - {action: Should we alert on disk usage?}

Passes:

    actions:
      - {action: Page when a disk is 80% full}
      - {action: 'Ask "Delete production?" before the tool wipes a host'}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.review.openings import opening
from deckgen.review.progress import open_actions
from deckgen.rule import Case, Finding

ID = "action-question"
SEVERITY: Severity = "warning"

_QUOTED = re.compile(
    r"\"[^\"]{0,300}\"|“[^”]{0,300}”|`[^`]{0,300}`|(?<!\w)['‘][^'’]{0,300}['’](?!\w)"
)
_MARK = re.compile(r"(?<=[\w)])\?(?=$|[\s)])")
_ASKS = re.compile(
    r"(?:should|can|could|do|does|did|would|is|are|was|were)[ ](?:we|it|they|you|there|this|the)\b"
    r"|(?:why|how|what|where|when)[ ](?:did|do|does|can|could|should|would|is|are|was|were|if)\b"
    r"|is[ ]it[ ]possible\b",
    re.IGNORECASE,
)


def check(case: Case) -> Iterator[Finding]:
    """Yield the open actions that ask."""
    for n, action in open_actions(case.postmortem):
        text = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), action.action)
        asks = _MARK.search(text) or _ASKS.match(text) or _ASKS.match(text, opening(text))
        if asks:
            message = f"action {action.id} asks '{asks[0]}' and does not say what will be done"
            if asks[0] == "?":
                message = f"action {action.id} is a question"
            hint = "write what will be done, or who decides it by when; questions go to 'decisions'"
            yield Finding(("actions", n, "action"), message, hint, asks.span())
