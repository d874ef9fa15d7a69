"""A primary cause and no contributing factor.

An incident needs several things to be so at once; each of them is a place to change something. One
cause alone tends to end the search at the last change or the last person.

Fails:

    status: resolved
    root_cause:
      primary_cause: A cancelled read left its reply on a pooled connection

Passes:

    status: resolved
    root_cause:
      primary_cause: A cancelled read left its reply on a pooled connection
      contributing_factors:
        - {category: process, text: A timeout counts as configuration and skips the load test}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.review.progress import is_over
from deckgen.rule import Case, Finding

ID = "single-cause"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where the cause stands alone."""
    cause = case.postmortem.root_cause
    if is_over(case.postmortem) and cause.primary_cause and not cause.contributing_factors:
        message = "one cause and no contributing factor"
        hint = "add under 'contributing_factors' what let it happen, spread or go unseen"
        yield Finding(("root_cause", "primary_cause"), message, hint, of_key=True)
