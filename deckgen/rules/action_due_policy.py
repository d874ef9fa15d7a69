"""An action that is due later than the severity allows.

The days count from the publication, else from the end of the incident. Without a policy a SEV0 or
SEV1 allows 15 and a SEV2 30 days, others any; `due_within_days` under the severity in the policy
sets another number. What is overdue is left to `action-overdue`.

Fails:

    severity: SEV1
    published_at: 2025-01-10
    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-03-03}

Passes:

    severity: SEV1
    published_at: 2025-01-10
    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Platform, due: 2025-01-24}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from deckgen.diagnostics import Severity
from deckgen.postmortem.wording import count, short_day
from deckgen.review.progress import day_of, open_actions
from deckgen.rule import Case, Finding

ID = "action-due-policy"
SEVERITY: Severity = "warning"


def check(case: Case) -> Iterator[Finding]:
    """Yield the open actions whose date lies behind the last day that the policy allows."""
    allowed = case.policy.due_within_days(case.postmortem.severity)
    if allowed is None:
        return
    begin, event = _begin(case)
    last = begin + timedelta(days=allowed)
    for n, action in open_actions(case.postmortem):
        if action.due and action.due > last and not action.is_overdue(case.as_of):
            after = count((action.due - begin).days, "day")
            asked = f"a {case.postmortem.severity} allows {allowed}"
            message = f"action {action.id} is due {after} after the {event}; {asked}"
            hint = f"bring it forward to {short_day(last)}, or split off what can be done by then"
            if last < case.as_of:
                hint = "bring it forward, or split off what can be done at once"
            yield Finding(("actions", n, "due"), message, hint)


def _begin(case: Case) -> tuple[date, str]:
    """Return the day from which the days count, and what happened on it."""
    zone = case.postmortem.zone
    if case.postmortem.published_at:
        return day_of(case.postmortem.published_at, zone), "publication"
    ended = case.milestones.ended_at
    if ended:
        return day_of(ended, zone), "end of the incident"
    return day_of(case.postmortem.started_at, zone), "start of the incident"
