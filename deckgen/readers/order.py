"""Milestones that contradict each other: what cannot come before something else, but does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.measures import MILESTONE_EVENTS, MILESTONE_ORDER, first_of_kind
from deckgen.postmortem.vocabulary import EventKind
from deckgen.readers.nodes import Loc, Plain
from deckgen.readers.remarks import Remark, items_at, text_at, value_at


@dataclass(frozen=True)
class _Moment:
    """A milestone at an instant, where it stands in the file, and what to call it."""

    at: datetime
    kind: EventKind
    loc: Loc
    name: str


def contradictions(data: Plain, known: Mapping[Loc, datetime]) -> Iterator[Remark]:
    """Yield a fault for each milestone that lies before one that it must follow.

    `known` are the instants that could be read, by their place; a milestone that hangs on one
    that could not is not looked at.
    """
    moments = {name: _milestone(data, known, name) for name in MILESTONE_EVENTS}
    begin = known.get(("started_at",))
    if begin:
        moments["started"] = _Moment(begin, EventKind.NOTE, ("started_at",), "'started_at'")
    said = set()
    for before, after in MILESTONE_ORDER:
        first, second = moments.get(before), moments[after]
        if first and second and second.at < first.at and second.loc not in said:
            said.add(second.loc)
            early = short_duration(first.at - second.at)
            hint = "correct one of the two; write the date with the time if another day is meant"
            yield Remark(second.loc, f"{second.name} lies {early} before {first.name}", hint)


def _milestone(data: Plain, known: Mapping[Loc, datetime], name: str) -> _Moment | None:
    """Return a milestone as stated, else as the first event of its kind; None if not known."""
    key, kind = f"{name}_at", MILESTONE_EVENTS[name]
    if value_at(data, key) is not None:
        return _Moment(known[(key,)], kind, (key,), f"'{key}'") if (key,) in known else None
    places: list[Loc] = [
        ("timeline", n, "at")
        for n, event in enumerate(items_at(data, "timeline"))
        if text_at(event, "kind") == kind
    ]
    if not all(place in known for place in places):
        return None
    called = f"the first event of kind {kind}"
    return first_of_kind((_Moment(known[place], kind, place, called) for place in places), kind)
