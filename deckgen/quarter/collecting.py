"""From a postmortem to what a review counts of it."""

from __future__ import annotations

from datetime import date, datetime

from deckgen.postmortem.measures import measures, milestones, status
from deckgen.postmortem.model import ActionItem, Postmortem
from deckgen.quarter.incident import Action, Incident
from deckgen.review.progress import day_of


def incident_of(postmortem: Postmortem, path: str) -> Incident:
    """Return what a review counts of `postmortem`, which was read from `path`."""
    taken, at = measures(postmortem), milestones(postmortem)
    ended, day = at.ended_at, day_of(postmortem.started_at, postmortem.zone)
    return Incident(
        path=path,
        id=postmortem.id,
        title=postmortem.title,
        day=day,
        started_at=postmortem.started_at,
        severity=postmortem.severity,
        status=status(postmortem),
        services=tuple(dict.fromkeys(postmortem.services)),
        tags=tuple(dict.fromkeys(tag.casefold() for tag in postmortem.tags)),
        time_to_detect=taken.time_to_detect.duration,
        time_to_mitigate=taken.time_to_mitigate.duration,
        time_to_resolve=taken.time_to_resolve.duration,
        lasted=taken.impact_lasted.duration,
        ended_at=ended,
        statement=postmortem.impact.statement,
        primary_cause=postmortem.root_cause.primary_cause,
        factors=postmortem.root_cause.contributing_factors,
        repeats=postmortem.root_cause.repeats,
        key_learning=postmortem.key_learning.statement if postmortem.key_learning else None,
        actions=tuple(
            _action(one, postmortem, _opened(postmortem, ended, day)) for one in postmortem.actions
        ),
        decisions=postmortem.decisions,
        published=postmortem.published_at,
        drill=postmortem.drill,
        timezone=postmortem.timezone,
    )


def _opened(postmortem: Postmortem, ended: datetime | None, day: date) -> date:
    """Return the day from which the actions count their age.

    That is when the postmortem was published, else when the incident ended, else when it began.
    """
    published = postmortem.published_at
    known = published if published is not None else ended
    return day if known is None else day_of(known, postmortem.zone)


def _action(action: ActionItem, postmortem: Postmortem, opened: date) -> Action:
    return Action(
        incident=postmortem.id,
        id=action.id,
        text=action.action,
        owner=action.owner if action.is_assigned else None,
        opened=opened,
        due=action.due,
        status=action.status,
        completed=action.completed,
        priority=action.priority,
    )
