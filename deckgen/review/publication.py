"""By when a postmortem is published."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from deckgen.postmortem.measures import status
from deckgen.postmortem.vocabulary import Status
from deckgen.rule import Case


class PublicationDue(NamedTuple):
    """When the incident ended, and the last instant at which its postmortem is on time, in UTC."""

    ended: datetime
    last: datetime


def publication_due(case: Case) -> PublicationDue | None:
    """Return when `case` is to be published; None if it is an exercise, open, or has no end."""
    ended = case.milestones.ended_at
    resolved = status(case.postmortem) is Status.RESOLVED
    if ended is None or not resolved or case.postmortem.drill:
        return None
    return PublicationDue(ended, ended + timedelta(hours=case.policy.publish_within_hours))
