"""A resolved incident without a key learning.

A room remembers one thing. Where nobody has written it down, everybody remembers another. An
incident that is still open has time for it.

Fails:

    status: resolved

Passes:

    status: resolved
    key_learning:
      statement: A tool that removes capacity must refuse to go below what the system needs
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.postmortem.measures import status
from deckgen.postmortem.vocabulary import Status
from deckgen.rule import Case, Finding

ID = "key-learning"
SEVERITY: Severity = "error"


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where the incident is resolved and the key learning is missing."""
    if case.postmortem.key_learning is None and status(case.postmortem) is Status.RESOLVED:
        hint = "write it as one sentence: key_learning: {statement: A canary must run under load}"
        yield Finding(("key_learning",), "there is no key learning", hint)
