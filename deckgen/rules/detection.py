"""An incident that is over without a time of detection.

Without it nobody knows how long customers were alone with the fault, nor whether an alert did its
work.

Fails:

    status: resolved
    resolved_at: 2025-01-08 03:20

Passes:

    detected_at: 2025-01-08 02:19
    resolved_at: 2025-01-08 03:20
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.postmortem.model import Event
from deckgen.postmortem.wording import clock
from deckgen.review.progress import is_over
from deckgen.rule import Case, Finding

ID = "detection"
SEVERITY: Severity = "warning"

_NOTICED = re.compile(
    r"\b(?:alert|alarm|paged\b|page\b|pages\b|detect|notic|report|complain|ticket)", re.IGNORECASE
)


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where nothing says when the incident was noticed."""
    if case.milestones.detected.at is None and is_over(case.postmortem):
        message = "nothing says when the incident was detected"
        yield Finding(("started_at",), message, _hint(case), of_key=True)


def _hint(case: Case) -> str:
    began = case.postmortem.started_at
    likely = (one for one in case.postmortem.events if one.at >= began and _is_likely(one))
    event = next(likely, None)
    if event is None:
        return "write 'detected_at', or 'kind: detection' in the event that noticed it"
    when = clock(event.at, case.postmortem.zone)
    return f"write 'detected_at', or 'kind: detection' in its event; is it the one at {when}?"


def _is_likely(event: Event) -> bool:
    return _NOTICED.search(event.text) is not None
