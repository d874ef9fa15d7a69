"""A postmortem that was published later than the policy asks.

The hours count from the end of the incident; `publish_within_hours` in the policy says how many,
48 where it does not. A publication without a time of day is on time on the whole of the last day.

Fails:

    resolved_at: 2025-01-08 03:20
    published_at: 2025-01-20

Passes:

    resolved_at: 2025-01-08 03:20
    published_at: 2025-01-10
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from deckgen.diagnostics import Severity
from deckgen.postmortem.durations import long_duration
from deckgen.postmortem.wording import count
from deckgen.review.progress import day_of
from deckgen.review.publication import publication_due
from deckgen.rule import Case, Finding

ID = "publish-late"
SEVERITY: Severity = "info"


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where the publication lies behind the last moment allowed."""
    published, due = case.postmortem.published_at, publication_due(case)
    if published is None or due is None:
        return
    zone, allowed = case.postmortem.zone, case.policy.publish_within_hours
    if isinstance(published, datetime):
        late = published > due.last
        after = long_duration(published - due.ended)
    else:
        late = published > day_of(due.last, zone)
        after = count((published - day_of(due.ended, zone)).days, "day")
    if late:
        message = f"published {after} after the incident; {allowed} hours are allowed"
        hint = "publish a first version next time, and go on from there"
        yield Finding(("published_at",), message, hint)
