"""An event that stands behind a later one.

The deck puts events in order; but one that stands at the wrong place often has a mistyped time.

Fails:

    timeline:
      - {at: "02:31", text: Payment provider ruled out}
      - {at: "02:22", text: Payments on-call acknowledges the page}

Passes:

    timeline:
      - {at: "02:22", text: Payments on-call acknowledges the page}
      - {at: "02:31", text: Payment provider ruled out}
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from deckgen.diagnostics import Severity
from deckgen.postmortem.durations import long_duration
from deckgen.rule import Case, Finding

ID = "unordered-timeline"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield the events that lie before the one above them."""
    for n, (above, event) in enumerate(pairwise(case.postmortem.timeline), start=1):
        if event.at < above.at:
            early = long_duration(above.at - event.at)
            message = f"this event lies {early} before the one above it"
            hint = "correct the wrong one of the two times, or move the event up"
            yield Finding(("timeline", n, "at"), message, hint)
