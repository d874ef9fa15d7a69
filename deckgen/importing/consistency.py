"""Times that contradict each other: no postmortem may have them, but exports do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from deckgen.importing.draft import Left
from deckgen.postmortem.measures import MILESTONE_EVENTS, MILESTONE_ORDER
from deckgen.readers.completion import is_too_early

_PASSES = 10
"""Each pass takes a milestone away, or the last of its kind of event; there are five milestones."""


@dataclass(frozen=True)
class Consistent:
    """The fields without times that cannot be, and what was taken away."""

    data: Mapping[str, object]
    left: tuple[Left, ...]


def consistent(data: Mapping[str, object]) -> Consistent:
    """Return `data`, in a draft's terms, with no time before one that it must follow.

    A stated milestone that lies too early is taken away, an event of its kind becomes a note; an
    action that was completed before the incident stays done, without the day.
    """
    fields, left = dict(data), list[Left]()
    for _ in range(_PASSES):
        faults = _first_fault(fields, left)
        if not faults:
            break
    _undate_actions(fields, left)
    return Consistent(fields, tuple(left))


def _first_fault(fields: dict[str, object], left: list[Left]) -> bool:
    """Take away the first milestone that lies too early; return whether there was one."""
    for before, after in MILESTONE_ORDER:
        first, second = _milestone(fields, before), _milestone(fields, after)
        if first is None or second is None or second >= first:
            continue
        reason = f"lies before {before}_at, {_shown(first)}"
        key = f"{after}_at"
        if key in fields:
            del fields[key]
            left.append(Left((key,), 0, f"{key}: {_shown(second)}, which {reason}"))
        else:
            _demote(fields, after, first, reason, left)
        return True
    return False


def _milestone(fields: Mapping[str, object], name: str) -> datetime | None:
    stated = fields.get(f"{name}_at")
    if isinstance(stated, datetime):
        return stated
    kind = MILESTONE_EVENTS.get(name)
    return min((at for _, event, at in _events(fields) if event.get("kind") == kind), default=None)


def _events(fields: Mapping[str, object]) -> list[tuple[int, dict[str, object], datetime]]:
    timeline = fields.get("timeline")
    events = enumerate(timeline) if isinstance(timeline, list) else ()
    return [(n, it, it["at"]) for n, it in events if isinstance(it.get("at"), datetime)]


def _demote(
    fields: dict[str, object], name: str, first: datetime, reason: str, left: list[Left]
) -> None:
    """Make notes of the events for the milestone `name` that lie before `first`."""
    kind = MILESTONE_EVENTS[name]
    early = {n for n, it, at in _events(fields) if it.get("kind") == kind and at < first}
    timeline = fields["timeline"]
    assert isinstance(timeline, list)
    fields["timeline"] = [
        {key: value for key, value in event.items() if key != "kind"} if n in early else event
        for n, event in enumerate(timeline)
    ]
    left += [Left(("timeline", n), 0, f"kind: {kind}, which {reason}") for n in sorted(early)]


def _undate_actions(fields: dict[str, object], left: list[Left]) -> None:
    """Take the day away from each action that was completed before the incident began."""
    start, actions = fields.get("started_at"), fields.get("actions")
    if not isinstance(start, datetime) or not isinstance(actions, list):
        return
    kept: list[object] = []
    for n, action in enumerate(actions):
        completed = action.get("completed")
        if isinstance(completed, date) and is_too_early(completed, start):
            reason = f"completed: {completed}, which lies before started_at, {_shown(start)}"
            left.append(Left(("actions", n), 0, reason))
            kept.append({key: value for key, value in action.items() if key != "completed"})
        else:
            kept.append(action)
    fields["actions"] = kept


def _shown(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M:%S}Z"
