"""A postmortem that should have been published by now and is not.

The hours count from the end of the incident; `publish_within_hours` in the policy says how many,
48 where it does not. The last day counts to its end, in the postmortem's time zone.

Fails:

    resolved_at: 2025-01-08 03:20

Passes:

    resolved_at: 2025-01-08 03:20
    published_at: 2025-01-10
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.postmortem.wording import count
from deckgen.review.progress import day_of
from deckgen.review.publication import publication_due
from deckgen.review.sections import key_of
from deckgen.rule import Case, Finding

ID = "not-published"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where no publication is recorded and the last day for it has passed."""
    due, zone = publication_due(case), case.postmortem.zone
    if due is None or case.postmortem.published_at is not None:
        return
    if case.as_of > day_of(due.last, zone):
        days = count((case.as_of - day_of(due.ended, zone)).days, "day")
        allowed = case.policy.publish_within_hours
        message = f"not published {days} after the incident; {allowed} hours are allowed"
        hint = f"publish it, then write 'published_at: {case.as_of}', or the day on which it was"
        loc = key_of(case.postmortem, "resolved_at")
        yield Finding(loc, message, hint, of_key=True)
