"""How far an incident and its actions have come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from deckgen.postmortem.measures import status
from deckgen.postmortem.model import ActionItem, Postmortem
from deckgen.postmortem.vocabulary import ActionStatus, Status


def open_actions(postmortem: Postmortem) -> Iterator[tuple[int, ActionItem]]:
    """Yield the actions that are neither done nor dropped, with their index."""
    for n, action in enumerate(postmortem.actions):
        if not action.status.is_closed:
            yield n, action


def kept_actions(postmortem: Postmortem) -> tuple[ActionItem, ...]:
    """Return the actions that are not dropped: those that change something."""
    return tuple(one for one in postmortem.actions if one.status is not ActionStatus.DROPPED)


def is_over(postmortem: Postmortem) -> bool:
    """Whether the impact has ended, so that more is asked of the file than in the first hour."""
    return status(postmortem) is not Status.OPEN


def is_real(postmortem: Postmortem) -> bool:
    """Whether the incident is over and was none of the exercises, which no customer notices."""
    return is_over(postmortem) and not postmortem.drill


def day_of(moment: date, zone: ZoneInfo) -> date:
    """Return the day in `zone` of an instant, or the day itself."""
    return moment.astimezone(zone).date() if isinstance(moment, datetime) else moment


def workday(day: date) -> date:
    """Return `day`, or the Monday after it where it is on a weekend."""
    return day + timedelta(days=7 - day.weekday() if day.weekday() >= 5 else 0)
