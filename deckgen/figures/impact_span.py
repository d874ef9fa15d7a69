"""The time that a picture of the impact shows: the incident, and some of before and after."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from deckgen.postmortem.impact import Series
from deckgen.postmortem.measures import milestones
from deckgen.postmortem.model import Postmortem

_AROUND = 0.25
_LEAST = timedelta(minutes=1)


def impact_span(postmortem: Postmortem, series: Sequence[Series]) -> tuple[datetime, datetime]:
    """Return the first and the last instant (UTC) to show of `series`, never the same.

    That is the time from the start to the last milestone, and as far as there are readings a
    quarter of it before and after. A day of readings does not make an hour of incident a speck.
    """
    first = min(one.points[0][0] for one in series)
    last = max(one.points[-1][0] for one in series)
    at = milestones(postmortem)
    started = postmortem.started_at
    known = [one.at for one in (at.detected, at.mitigated, at.resolved) if one.at]
    over = max([started, *known]) if known else max(started, last)
    around = (over - started) * _AROUND
    begins = min(started, max(first, started - around))
    ends = max(over, min(last, over + around))
    if not any(is_within(one, begins, ends) for one in series):
        begins, ends = min(begins, first), max(ends, last)
    if ends - begins < _LEAST:
        begins, ends = begins - _LEAST, ends + _LEAST
    return begins, ends


def is_within(series: Series, begins: datetime, ends: datetime) -> bool:
    """Whether a line through the readings of `series` runs through this time."""
    return series.points[0][0] <= ends and series.points[-1][0] >= begins
