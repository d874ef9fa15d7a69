"""An incident as a quarter's review looks at it: what is counted and shown, no timeline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from deckgen.postmortem.model import ContributingFactor
from deckgen.postmortem.vocabulary import ActionStatus, Priority, Severity, Status


@dataclass(frozen=True)
class Action:
    """An action item. `opened` is the day it counts its age from; `owner` is None for nobody.

    One of priority P0 or P1 is urgent.
    """

    incident: str
    id: str
    text: str
    owner: str | None
    opened: date
    due: date | None
    status: ActionStatus
    completed: date | None
    priority: Priority | None

    @property
    def is_urgent(self) -> bool:
        """Whether it is one of those to do first."""
        return self.priority in {Priority.P0, Priority.P1}

    def is_overdue(self, as_of: date) -> bool:
        """Whether its due date lies before `as_of` while it is neither done nor dropped."""
        return self.due is not None and self.due < as_of and not self.status.is_closed


@dataclass(frozen=True)
class Incident:
    """What a review counts of a postmortem. `day` is that of the start in the incident's own zone.

    Times are UTC, `timezone` is the IANA name of that zone. `lasted` is how long the impact lasted;
    a duration is None where it is not recorded. `published` is a day where no time of day is known.
    """

    path: str
    id: str
    title: str
    day: date
    started_at: datetime
    severity: Severity | None
    status: Status
    services: tuple[str, ...]
    tags: tuple[str, ...]
    time_to_detect: timedelta | None
    time_to_mitigate: timedelta | None
    time_to_resolve: timedelta | None
    lasted: timedelta | None
    ended_at: datetime | None
    statement: str | None
    primary_cause: str | None
    factors: tuple[ContributingFactor, ...]
    repeats: tuple[str, ...]
    key_learning: str | None
    actions: tuple[Action, ...]
    decisions: tuple[str, ...]
    published: datetime | date | None
    drill: bool
    timezone: str

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which its days are counted."""
        return ZoneInfo(self.timezone)
