"""An error laid at a person's door: "human error" and its like.

The label ends the search where it gets interesting: why did it look right at the time, and why
did nothing catch it? It fits every incident and prevents none. An error rate, page or log of
users or of an operator is not meant.

Fails:

    root_cause:
      primary_cause: Human error during the upgrade of the database

Passes:

    root_cause:
      primary_cause: The upgrade script took the production host from the prompt without asking
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.phrases import hits, phrases
from deckgen.rule import Case, Finding

ID = "human-error"
SEVERITY: Severity = "warning"

_HINT = "say what made the action look right, and what did not stop it"
_MEASURED = re.compile(
    r"[ -](?:rate|log|message|page|count|budget|report|metric|code)s?\b", re.IGNORECASE
)
"""What is counted, logged or shown of errors: `the operator error log` lays nothing at a door."""


def check(case: Case) -> Iterator[Finding]:
    """Yield the labels."""
    for hit in hits(case.sayings, phrases("human_error")):
        if not _MEASURED.match(hit.text, hit.end):
            yield Finding(hit.loc, f"'{hit.words}' explains nothing", _HINT, hit.span)
