"""A postmortem without a severity.

It says how fast the answer had to be and how soon the actions are due. An exercise needs none.

Fails:

    status: resolved

Passes:

    severity: SEV2
    status: resolved
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.rule import Case, Finding

ID = "severity"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where no severity is written, also while the incident is open."""
    if case.postmortem.severity is None and not case.postmortem.drill:
        hint = "write 'severity: SEV2', from SEV0 (worst) to SEV5"
        yield Finding(("title",), "the incident has no severity", hint, of_key=True)
