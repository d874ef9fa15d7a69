"""The actions of a period's incidents, and those of earlier ones that are still open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise

from deckgen.postmortem.vocabulary import ActionStatus
from deckgen.quarter.incident import Action, Incident
from deckgen.quarter.values import ActionsReview, AgeBand, Completion, OwnerCount

COMPLETION_DAYS = 30
"""Within how many days an action is completed in time."""

AGE_STEPS = (0, 30, 60, 90)
"""The ages in days at which the bands of open actions begin."""

_OLDEST = 10


def actions_review(
    now: Sequence[Incident], before: Sequence[Incident], earlier: Sequence[Incident], as_of: date
) -> ActionsReview:
    """Return the actions of the incidents `now`, and the open ones of all `earlier`.

    `before` are the incidents of the period before, which are among the earlier ones.
    """
    own, carried = _actions(now), [one for one in _actions(earlier) if _is_open(one)]
    still_open = [one for one in own if _is_open(one)]
    everything = [*still_open, *carried]
    return ActionsReview(
        total=len(own),
        done=sum(one.status is ActionStatus.DONE for one in own),
        open=len(still_open),
        overdue=_overdue(still_open, as_of),
        dropped=sum(one.status is ActionStatus.DROPPED for one in own),
        unassigned=sum(one.owner is None for one in everything),
        undated=sum(one.due is None for one in everything),
        carried_over=len(carried),
        carried_overdue=_overdue(carried, as_of),
        urgent_overdue=_overdue((one for one in everything if one.is_urgent), as_of),
        owners=_owners(everything, as_of),
        ages=_ages(everything, as_of),
        oldest=tuple(sorted(everything, key=_by_age)[:_OLDEST]),
        completion=completion(own, as_of),
        completion_before=completion(_actions(before), as_of),
    )


def _actions(incidents: Iterable[Incident]) -> list[Action]:
    return [action for incident in incidents for action in incident.actions]


def _is_open(action: Action) -> bool:
    return not action.status.is_closed


def _overdue(actions: Iterable[Action], as_of: date) -> int:
    return sum(one.is_overdue(as_of) for one in actions)


def _by_age(action: Action) -> tuple[date, date, str, str]:
    return action.opened, action.due or date.max, action.incident, action.id


def _owners(actions: Iterable[Action], as_of: date) -> tuple[OwnerCount, ...]:
    """Return the owners, those with most open actions first, nobody last."""
    by_owner: defaultdict[str | None, list[Action]] = defaultdict(list)
    for action in actions:
        by_owner[action.owner].append(action)
    counts = [OwnerCount(one, len(own), _overdue(own, as_of)) for one, own in by_owner.items()]
    return tuple(
        sorted(
            counts, key=lambda one: (one.owner is None, -one.open, -one.overdue, one.owner or "")
        )
    )


def _ages(actions: Sequence[Action], as_of: date) -> tuple[AgeBand, ...]:
    """Return every band of ages, empty ones too. What was opened after the day has no age: 0."""
    ends = [*AGE_STEPS, None]
    aged = [(max(0, (as_of - action.opened).days), action) for action in actions]
    bands = []
    for begin, end in pairwise(ends):
        inside = [one for age, one in aged if age >= (begin or 0) and (end is None or age < end)]
        bands.append(AgeBand(begin or 0, end, len(inside), _overdue(inside, as_of)))
    return tuple(bands)


def completion(actions: Iterable[Action], as_of: date) -> Completion:
    """Return how many actions were completed within COMPLETION_DAYS of being opened.

    Counted are those that have had these days by `as_of`; dropped ones are not.
    """
    allowed = timedelta(days=COMPLETION_DAYS)
    due = [
        one
        for one in actions
        if one.opened + allowed <= as_of and one.status is not ActionStatus.DROPPED
    ]
    unknown = sum(one.status is ActionStatus.DONE and one.completed is None for one in due)
    within = sum(one.completed is not None and one.completed <= one.opened + allowed for one in due)
    return Completion(within, len(due) - unknown, unknown)
