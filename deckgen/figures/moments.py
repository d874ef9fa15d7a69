"""What a timeline shows: the events, and the milestones that no event stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from deckgen.postmortem.measures import Milestones, milestones
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.phases import phases
from deckgen.postmortem.vocabulary import EventKind

_STATED = {
    "started": (None, "Start of impact"),
    "detected": (EventKind.DETECTION, "Detected"),
    "mitigated": (EventKind.MITIGATION, "Mitigated"),
    "resolved": (EventKind.RESOLUTION, "Resolved"),
}


@dataclass(frozen=True)
class Moment:
    """A mark on the time axis. `at` is UTC.

    `name` is unique in the figure, such as `event:E07` or `milestone:started`. `kind` is None for
    the start of the impact where no event tells it. `title` says in a word what the moment is,
    empty for a note; `text` is the event's, empty for a milestone. `is_boundary` says that a
    phase or a measure begins or ends here, `is_milestone` that a reader must not miss it.
    """

    name: str
    at: datetime
    kind: EventKind | None
    title: str
    text: str
    is_event: bool
    is_key: bool
    is_milestone: bool
    is_boundary: bool


def moments(postmortem: Postmortem) -> tuple[Moment, ...]:
    """Return the moments of the timeline in the order of time, at least the start of the impact."""
    at = milestones(postmortem)
    boundaries = _boundaries(postmortem, at)
    shown = [*_events(postmortem, at, boundaries), *_untold(postmortem, at)]
    return tuple(sorted(shown, key=lambda moment: moment.at))


def _boundaries(postmortem: Postmortem, at: Milestones) -> set[datetime]:
    stretches = phases(postmortem)
    stated = [at.started.at, at.detected.at, at.mitigated.at, at.resolved.at]
    ends = [phase.begins for phase in stretches] + [phase.ends for phase in stretches]
    return {instant for instant in [*stated, *ends] if instant is not None}


def _events(postmortem: Postmortem, at: Milestones, boundaries: set[datetime]) -> Iterable[Moment]:
    events = postmortem.events
    digits = len(str(len(events)))
    told = _milestone_events(events, at)
    for number, event in enumerate(events, start=1):
        yield Moment(
            name=f"event:E{number:0{max(digits, 2)}d}",
            at=event.at,
            kind=event.kind,
            title="" if event.kind is EventKind.NOTE else event.kind.capitalize(),
            text=event.text,
            is_event=True,
            is_key=event.key,
            is_milestone=number - 1 in told or event.at in boundaries - told.instants,
            is_boundary=event.at in boundaries,
        )
