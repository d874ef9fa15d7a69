"""A resolved incident without any cause.

A primary cause, the five whys or a contributing factor will do. An exercise needs none.

Fails:

    status: resolved

Passes:

    status: resolved
    root_cause:
      contributing_factors:
        - {category: process, text: A timeout counts as configuration and skips the load test}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.postmortem.measures import status
from deckgen.postmortem.vocabulary import Status
from deckgen.review.sections import key_of
from deckgen.rule import Case, Finding

ID = "no-cause"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where nothing says why it happened."""
    cause = case.postmortem.root_cause
    known = cause.primary_cause or cause.five_whys or cause.contributing_factors
    resolved = status(case.postmortem) is Status.RESOLVED
    if resolved and not known and not case.postmortem.drill:
        message = "the incident is resolved and nothing says why it happened"
        hint = "write 'root_cause' with its 'primary_cause' and 'contributing_factors'"
        yield Finding(key_of(case.postmortem, "root_cause"), message, hint, of_key=True)
