"""What a timeline shows: the events, and the milestones that no event stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from deckgen.postmortem.measures import milestones
from deckgen.postmortem.model import Event, Postmortem
from deckgen.postmortem.phases import phases
from deckgen.postmortem.vocabulary import EventKind
from deckgen.postmortem.wording import listing, sentence


class Moment(NamedTuple):
    """A mark on the time axis. `at` is UTC.

    `name` is unique in the figure, such as `event:E07` or `milestone:started`. `kind` is None for
    the start of the impact where no event tells it. `title` says in a word what the moment is,
    empty for a note; `text` is the event's, empty for a milestone. `is_milestone` says that a
    reader must not miss it, `is_boundary` that a phase or a measure begins or ends here. `source`
    is the link to where an event is recorded.
    """

    name: str
    at: datetime
    kind: EventKind | None
    title: str
    text: str = ""
    is_event: bool = False
    is_key: bool = False
    is_milestone: bool = True
    is_boundary: bool = True
    source: str | None = None


class _Boundary(NamedTuple):
    name: str
    at: datetime
    kind: EventKind
    is_drawn: bool = True
    title: str = ""


def moments(postmortem: Postmortem) -> tuple[Moment, ...]:
    """Return the moments of the timeline in the order of time, at least the start of the impact."""
    boundaries = list(_boundaries(postmortem))
    told = {event.at for event in postmortem.events}
    shown = [
        *_event_moments(postmortem.events, boundaries),
        *_milestone_moments([one for one in boundaries if one.title and one.at not in told]),
    ]
    return tuple(sorted(shown, key=lambda moment: moment.at))


def milestone_moments(postmortem: Postmortem) -> tuple[Moment, ...]:
    """Return start, detection, mitigation and resolution, those of one instant as one, in order."""
    named = [boundary for boundary in _boundaries(postmortem) if boundary.title]
    return tuple(sorted(_milestone_moments(named), key=lambda moment: moment.at))


def _boundaries(postmortem: Postmortem) -> Iterator[_Boundary]:
    at = milestones(postmortem)
    started = postmortem.started_at
    yield _Boundary("started", started, EventKind.TRIGGER, title="start of impact")
    if at.detected.at:
        yield _Boundary("detected", at.detected.at, EventKind.DETECTION, title="detected")
    if at.acknowledged.at:
        taken_on = EventKind.ACKNOWLEDGEMENT
        yield _Boundary("acknowledged", at.acknowledged.at, taken_on, is_drawn=False)
    for phase in phases(postmortem):
        if phase.key == "mitigating":
            yield _Boundary("diagnosed", phase.begins, EventKind.DIAGNOSIS)
    if at.mitigated.at:
        yield _Boundary("mitigated", at.mitigated.at, EventKind.MITIGATION, title="mitigated")
    if at.resolved.at:
        yield _Boundary("resolved", at.resolved.at, EventKind.RESOLUTION, title="resolved")


def _milestone_moments(untold: Sequence[_Boundary]) -> Iterator[Moment]:
    """Yield a moment for each instant of the milestones that no event tells."""
    by_instant: dict[datetime, list[_Boundary]] = {}
    for boundary in untold:
        by_instant.setdefault(boundary.at, []).append(boundary)
    for at, here in by_instant.items():
        title = sentence(listing([boundary.title for boundary in here]))
        kind = None if here[0].name == "started" else here[-1].kind
        yield Moment(f"milestone:{here[0].name}", at, kind, title)


def _event_moments(events: Sequence[Event], boundaries: Sequence[_Boundary]) -> Iterator[Moment]:
    tellers = {boundary: _teller(events, boundary) for boundary in boundaries}
    drawn = {index for boundary, index in tellers.items() if boundary.is_drawn}
    must_show = {*tellers.values(), *_first_trigger_and_last_resolution(events)}
    digits = max(2, len(str(len(events))))
    for index, event in enumerate(events):
        yield Moment(
            name=f"event:E{index + 1:0{digits}d}",
            at=event.at,
            kind=event.kind,
            title="" if event.kind is EventKind.NOTE else event.kind.capitalize(),
            text=event.text,
            is_event=True,
            is_key=event.key,
            is_milestone=index in must_show,
            is_boundary=index in drawn,
            source=event.source,
        )


def _teller(events: Sequence[Event], boundary: _Boundary) -> int | None:
    """Return the index of the event that tells a boundary, one of its kind before any other."""
    here = [index for index, event in enumerate(events) if event.at == boundary.at]
    fitting = [index for index in here if events[index].kind is boundary.kind]
    return next(iter(fitting or here), None)


def _first_trigger_and_last_resolution(events: Sequence[Event]) -> Iterator[int]:
    kinds = [event.kind for event in events]
    if EventKind.TRIGGER in kinds:
        yield kinds.index(EventKind.TRIGGER)
    if EventKind.RESOLUTION in kinds:
        yield len(kinds) - 1 - kinds[::-1].index(EventKind.RESOLUTION)
