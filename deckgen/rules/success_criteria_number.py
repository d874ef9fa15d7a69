"""A success criterion without a number.

Whether it is met will be a matter of opinion. `All`, `every`, `no`, `none` and `zero` count as
numbers.

Fails:

    follow_up:
      success_criteria: [Fewer failed checkouts after deploys]

Passes:

    follow_up:
      success_criteria:
        - 0 checkouts lost to a deploy in 30 days
        - Every cache change passes the load canary
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.review.amounts import holds_number
from deckgen.rule import Case, Finding

ID = "success-criteria-number"
SEVERITY: Severity = "warning"

_QUANTIFIED = re.compile(r"\b(?:all|every|each|none|both|one|no(?! longer))\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """Yield the criteria that hold no number."""
    for n, text in enumerate(case.postmortem.follow_up.success_criteria):
        if not holds_number(text) and not _QUANTIFIED.search(text):
            hint = "write how many, how much or how long: '0 checkouts lost to a deploy in 30 days'"
            yield Finding(
                ("follow_up", "success_criteria", n), "a success criterion without a number", hint
            )
