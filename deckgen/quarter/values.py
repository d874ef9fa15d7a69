"""What a quarter's review says, as frozen values: computed once, then drawn and written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from deckgen.postmortem.vocabulary import FactorCategory, Severity
from deckgen.quarter.incident import Action, Incident
from deckgen.quarter.period import Period


@dataclass(frozen=True)
class Basis:
    """Which postmortems the figures rest on.

    `drills` are exercises in the period, which are left out; `unreadable` are files with faults;
    `outside` are real incidents of other periods; `after` those of them that began after it.
    """

    incidents: int
    before: int
    drills: int
    unreadable: int
    outside: int
    after: int


@dataclass(frozen=True)
class Number:
    """One figure beside that of the period before.

    `key` names its definition. A value is a count, a length of time or a share from 0 to 1; None
    where there is nothing to take it from. `n` is how many incidents or actions it rests on.
    """

    key: str
    value: float | timedelta | None
    n: int
    before: float | timedelta | None
    n_before: int


@dataclass(frozen=True)
class Week:
    """The incidents that began in a week, by severity; None is the key of those without one.

    `first` is its Monday, or the period's first day where that is later.
    """

    first: date
    by_severity: Mapping[Severity | None, int]

    @property
    def total(self) -> int:
        """How many there are."""
        return sum(self.by_severity.values())


@dataclass(frozen=True)
class ServiceCount:
    """How many incidents affected a service in the period and in the one before.

    An incident counts once for each service it names. `time_lost` is how long the impact of those
    incidents lasted together, None where none of them records it.
    """

    name: str
    now: int
    before: int
    worst: Severity | None
    time_lost: timedelta | None


@dataclass(frozen=True)
class SpreadPoint:
    """One incident's duration in a distribution."""

    incident: str
    severity: Severity | None
    duration: timedelta


@dataclass(frozen=True)
class Spread:
    """A measure over all incidents that record it, shortest first; `missing` do not record it.

    `median` is None where fewer than five record it, and so is that of the period before.
    """

    key: str
    name: str
    points: tuple[SpreadPoint, ...]
    missing: int
    median: timedelta | None
    median_before: timedelta | None
    n_before: int


@dataclass(frozen=True)
class CategoryCount:
    """How many incidents name a contributing factor of a category: now, before, and step by step.

    `examples` are factors in the words of their postmortems, with the ids of the incidents.
    """

    category: FactorCategory
    now: int
    before: int
    steps: tuple[int, ...]
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Factors:
    """The contributing factors of the period; `steps` are the first days of its parts.

    `without` is how many incidents name no factor at all.
    """

    steps: tuple[date, ...]
    categories: tuple[CategoryCount, ...]
    without: int


Ground = Literal["stated", "tags", "wording"]
"""How a repeat is known: the later postmortem says so, common tags, or causes that read alike."""


@dataclass(frozen=True)
class EarlierAction:
    """An action of the earlier incident as it stood when the cause struck again.

    `then` is `open`, or `unknown` where it is done and nobody recorded when; `dropped` was decided
    against.
    """

    action: Action
    then: Literal["open", "dropped", "unknown"]


@dataclass(frozen=True)
class Repeat:
    """The same cause again: an incident of the period and the latest earlier one it repeats.

    `evidence` are the tags or words in common, empty where it is stated. `times` is how many
    earlier incidents share the cause. `actions` are those of the latest five of them not done by
    then.
    """

    incident: Incident
    earlier: Incident
    ground: Ground
    evidence: tuple[str, ...]
    times: int
    actions: tuple[EarlierAction, ...]


@dataclass(frozen=True)
class OwnerCount:
    """The open actions of one owner, those overdue among them; None is nobody."""

    owner: str | None
    open: int
    overdue: int


@dataclass(frozen=True)
class AgeBand:
    """The open actions of an age: from so many days (included) to so many (excluded, None: on)."""

    from_days: int
    to_days: int | None
    open: int
    overdue: int


@dataclass(frozen=True)
class Completion:
    """How many of the actions that have had their 30 days were completed within them.

    `unknown` are done on a day that nobody recorded; they are in neither of the two.
    """

    within: int
    of: int
    unknown: int


@dataclass(frozen=True)
class ActionsReview:
    """The actions of the period's incidents, and the open ones of all incidents up to its end.

    `done`, `open`, `overdue` (of those open) and `dropped` are of the period's incidents;
    `carried_over` is how many actions of earlier incidents are still open. All else is of all open
    actions, carried over or not; `urgent_overdue` are the overdue ones of priority P0 or P1.
    """

    total: int
    done: int
    open: int
    overdue: int
    dropped: int
    unassigned: int
    undated: int
    carried_over: int
    carried_overdue: int
    urgent_overdue: int
    owners: tuple[OwnerCount, ...]
    ages: tuple[AgeBand, ...]
    oldest: tuple[Action, ...]
    completion: Completion
    completion_before: Completion


@dataclass(frozen=True)
class LatePostmortem:
    """A postmortem that is late, or not published though it was due.

    `took` is from the end of the incident, to the publication or to the day of the review.
    """

    incident: Incident
    published: bool
    took: timedelta


@dataclass(frozen=True)
class Publication:
    """How many postmortems were published within the hours that the policy allows.

    `of` are those that were due; `unknown` cannot be told, as no end is recorded; `open` were not
    due yet.
    """

    within_hours: int
    on_time: int
    of: int
    unknown: int
    open: int
    late: tuple[LatePostmortem, ...]


@dataclass(frozen=True)
class Ask:
    """What is asked of leadership: a decision of a postmortem, or one that the figures ask for.

    `incident` is None where it is the figures that ask.
    """

    text: str
    incident: str | None


@dataclass(frozen=True)
class QuarterReview:
    """Everything that the review of a period says."""

    period: Period
    before: Period
    as_of: date
    basis: Basis
    numbers: tuple[Number, ...]
    incidents: tuple[Incident, ...]
    weeks: tuple[Week, ...]
    services: tuple[ServiceCount, ...]
    spreads: tuple[Spread, ...]
    worst: tuple[Incident, ...]
    factors: Factors
    repeats: tuple[Repeat, ...]
    actions: ActionsReview
    publication: Publication
    asks: tuple[Ask, ...]
