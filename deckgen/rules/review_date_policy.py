"""A review of the actions too late, or before they are due.

The policy's `review_within_days` says how many days after the end of the incident the actions are
looked at again; 56 where it does not. A review before the last due date cannot see what was done.

Fails:

    resolved_at: 2025-01-08 03:20
    follow_up: {review_at: 2025-06-01}

Fails:

    actions:
      - {action: Add a canary stage to the deploy pipeline, due: 2025-03-03}
    follow_up: {review_at: 2025-02-07}

Passes:

    resolved_at: 2025-01-08 03:20
    actions:
      - {action: Add a canary stage to the deploy pipeline, due: 2025-03-03}
    follow_up: {review_at: 2025-03-05}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from deckgen.diagnostics import Severity
from deckgen.postmortem.wording import count, short_day
from deckgen.review.progress import day_of, open_actions
from deckgen.rule import Case, Finding

ID = "review-date-policy"
SEVERITY: Severity = "info"

_LOC = ("follow_up", "review_at")


def check(case: Case) -> Iterator[Finding]:
    """Yield one finding where the review is after the last day allowed, and one if it is early."""
    review_at = case.postmortem.follow_up.review_at
    if review_at is not None:
        review = day_of(review_at, case.postmortem.zone)
        yield from _late(case, review)
        yield from _early(case, review)


def _late(case: Case, review: date) -> Iterator[Finding]:
    ended, allowed = case.milestones.ended_at, case.policy.review_within_days
    if ended is None:
        return
    end = day_of(ended, case.postmortem.zone)
    if (days := (review - end).days) > allowed:
        message = f"the review is {count(days, 'day')} after the incident; {allowed} are allowed"
        last = end + timedelta(days=allowed)
        yield Finding(_LOC, message, f"set it to {short_day(last)} or earlier")


def _early(case: Case, review: date) -> Iterator[Finding]:
    dated = ((one.due, one.id) for _, one in open_actions(case.postmortem) if one.due)
    due, name = max(dated, default=(review, ""))
    if due > review:
        message = f"the review is before action {name} is due, on {short_day(due)}"
        yield Finding(_LOC, message, "review after the last due date, or bring that date forward")
