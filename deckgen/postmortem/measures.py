"""Milestones and the measures between them, each with where it came from.

Every `time to` counts from the start of the impact, save the acknowledgement, which counts from
the detection. The impact lasted until the mitigation, or until the resolution where no
mitigation is recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol, TypeVar

from deckgen.postmortem.model import Event, Postmortem
from deckgen.postmortem.vocabulary import EventKind, Status

MILESTONE_EVENTS: Mapping[str, EventKind] = MappingProxyType(
    {
        "detected": EventKind.DETECTION,
        "acknowledged": EventKind.ACKNOWLEDGEMENT,
        "mitigated": EventKind.MITIGATION,
        "resolved": EventKind.RESOLUTION,
    }
)
"""The milestones after the start, in their order, with the kind of event that stands for each."""

MILESTONE_ORDER = (
    ("started", "detected"),
    ("started", "mitigated"),
    ("started", "resolved"),
    ("mitigated", "resolved"),
    ("detected", "acknowledged"),
)
"""Milestones of which the second cannot lie before the first.

An acknowledgement after the mitigation or the resolution is legitimate, and real.
"""


class Happening(Protocol):
    """What a milestone can be taken from: something of a kind, at an instant."""

    @property
    def at(self) -> datetime:
        """When, in UTC."""

    @property
    def kind(self) -> EventKind:
        """What it is to the incident."""


H = TypeVar("H", bound=Happening)


def first_of_kind(happenings: Iterable[H], kind: EventKind) -> H | None:
    """Return the earliest happening of `kind`, the first written where several are; else None."""
    of_kind = (happening for happening in happenings if happening.kind is kind)
    return min(of_kind, key=lambda happening: happening.at, default=None)


class Origin(StrEnum):
    """Where a milestone's time comes from."""

    STATED = "stated"
    TIMELINE = "timeline"
    NOT_RECORDED = "not recorded"


@dataclass(frozen=True)
class Milestone:
    """A moment that measures are taken between. `at` is UTC, None where it is not recorded.

    `event` is the timeline's event it was taken from, None where it was stated.
    """

    name: str
    at: datetime | None
    origin: Origin
    event: Event | None = None


@dataclass(frozen=True)
class Milestones:
    """The five moments of an incident."""

    started: Milestone
    detected: Milestone
    acknowledged: Milestone
    mitigated: Milestone
    resolved: Milestone

    @property
    def ended_at(self) -> datetime | None:
        """The instant of the resolution, else of the mitigation, None where neither is known."""
        return self.resolved.at or self.mitigated.at


@dataclass(frozen=True)
class Measure:
    """A duration between two milestones; `duration` is None where one is not recorded.

    `reported` is the figure stated elsewhere, None where there is none.
    """

    key: str
    name: str
    begins: Milestone
    ends: Milestone
    reported: timedelta | None = None

    @property
    def duration(self) -> timedelta | None:
        """The time between the two milestones."""
        if self.begins.at is None or self.ends.at is None:
            return None
        return self.ends.at - self.begins.at

    @property
    def origin(self) -> Origin:
        """Where it came from: stated only when both milestones were."""
        origins = {self.begins.origin, self.ends.origin}
        if Origin.NOT_RECORDED in origins:
            return Origin.NOT_RECORDED
        return Origin.TIMELINE if Origin.TIMELINE in origins else Origin.STATED

    @property
    def disagrees(self) -> bool:
        """Whether a figure was stated elsewhere that differs by a minute or more."""
        if self.duration is None or self.reported is None:
            return False
        return abs(self.duration - self.reported) >= timedelta(minutes=1)


@dataclass(frozen=True)
class Measures:
    """The measures of one incident, in the order in which they are told."""

    time_to_detect: Measure
    time_to_acknowledge: Measure
    time_to_mitigate: Measure
    time_to_resolve: Measure
    impact_lasted: Measure

    def __iter__(self) -> Iterator[Measure]:
        """Yield the measures in the order in which they are told."""
        yield self.time_to_detect
        yield self.time_to_acknowledge
        yield self.time_to_mitigate
        yield self.time_to_resolve
        yield self.impact_lasted


def milestones(postmortem: Postmortem) -> Milestones:
    """Return the five moments: as stated, else from the first event of their kind."""

    def found(name: str, stated: datetime | None) -> Milestone:
        if stated is not None:
            return Milestone(name, stated, Origin.STATED)
        event = first_of_kind(postmortem.timeline, MILESTONE_EVENTS[name])
        if event is not None:
            return Milestone(name, event.at, Origin.TIMELINE, event)
        return Milestone(name, None, Origin.NOT_RECORDED)

    return Milestones(
        started=Milestone("started", postmortem.started_at, Origin.STATED),
        detected=found("detected", postmortem.detected_at),
        acknowledged=found("acknowledged", postmortem.acknowledged_at),
        mitigated=found("mitigated", postmortem.mitigated_at),
        resolved=found("resolved", postmortem.resolved_at),
    )


def measures(postmortem: Postmortem) -> Measures:
    """Return the measures of `postmortem`, those that cannot be taken included."""
    at = milestones(postmortem)
    stated = postmortem.reported
    over = at.mitigated if at.mitigated.at is not None else at.resolved

    def measure(key: str, name: str, begins: Milestone, ends: Milestone) -> Measure:
        return Measure(key, name, begins, ends, getattr(stated, key, None))

    return Measures(
        measure("time_to_detect", "Time to detect", at.started, at.detected),
        measure("time_to_acknowledge", "Time to acknowledge", at.detected, at.acknowledged),
        measure("time_to_mitigate", "Time to mitigate", at.started, at.mitigated),
        measure("time_to_resolve", "Time to resolve", at.started, at.resolved),
        measure("impact_lasted", "Impact lasted", at.started, over),
    )


def status(postmortem: Postmortem) -> Status:
    """Return how far the incident has come: as stated, else as the milestones say."""
    if postmortem.status is not None:
        return postmortem.status
    at = milestones(postmortem)
    if at.resolved.at is not None:
        return Status.RESOLVED
    return Status.MITIGATED if at.mitigated.at is not None else Status.OPEN
