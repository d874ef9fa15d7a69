"""Postmortems published in time: within the hours that the policy allows after the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from deckgen.postmortem.vocabulary import Status
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import LatePostmortem, Publication
from deckgen.review.progress import day_of


class _Told(NamedTuple):
    """How it stands with one postmortem: due or not, and how long it took or has taken."""

    due: bool
    on_time: bool
    took: timedelta


def publication(incidents: Sequence[Incident], within_hours: int, as_of: date) -> Publication:
    """Return how many postmortems were published within so many hours of the incident's end.

    A publication without a time of day is on time on the whole of the last day, in the incident's
    own zone, as for `deckgen check`; as of a day is as of its end in UTC.
    """
    known = [(one, it) for one in incidents if (it := _told(one, within_hours, as_of)) is not None]
    late = [
        LatePostmortem(one, one.published is not None, it.took)
        for one, it in known
        if it.due and not it.on_time
    ]
    return Publication(
        within_hours=within_hours,
        on_time=sum(it.on_time for _, it in known),
        of=sum(it.due for _, it in known),
        unknown=len(incidents) - len(known),
        open=sum(not it.due for _, it in known),
        late=tuple(sorted(late, key=lambda one: (-one.took, one.incident.id))),
    )


def _told(incident: Incident, within_hours: int, as_of: date) -> _Told | None:
    """Return how it stands with the postmortem of an incident; None where its end is unknown."""
    published, now = incident.published, _end_of(as_of, UTC)
    if incident.status is not Status.RESOLVED and published is None:
        return _Told(due=False, on_time=False, took=timedelta())
    if incident.ended_at is None:
        return None
    last = incident.ended_at + timedelta(hours=within_hours)
    if published is None:
        return _Told(due=last < now, on_time=False, took=now - incident.ended_at)
    if isinstance(published, datetime):
        return _Told(True, published <= last, published - incident.ended_at)
    took = max(timedelta(), _end_of(published, incident.zone) - incident.ended_at)
    return _Told(True, published <= day_of(last, incident.zone), took)


def _end_of(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), zone)
