"""The day on which an action was done, beside its status and the start of the incident."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from deckgen.postmortem.vocabulary import ActionStatus
from deckgen.postmortem.wording import count
from deckgen.readers.nodes import Loc, Plain
from deckgen.readers.remarks import Remark, items_at, text_at

_SAME_DAY = timedelta(days=1)
"""How far two days may be apart that are one day, each in a time zone of its own."""

_UNFINISHED = {*ActionStatus} - {ActionStatus.DONE}


def is_too_early(completed: date, started: datetime) -> bool:
    """Whether an action cannot have been completed on the day, as the incident came later."""
    return started.astimezone(UTC).date() - completed > _SAME_DAY


def completions(data: Plain, known: Mapping[Loc, datetime | date]) -> Iterator[Remark]:
    """Yield a fault for each action that was completed and is not done, or before the incident.

    `known` are the instants and days that could be read, by their place; what hangs on one that
    could not is not looked at.
    """
    start = known.get(("started_at",))
    for n, action in enumerate(items_at(data, "actions")):
        loc: Loc = ("actions", n, "completed")
        completed, status = known.get(loc), text_at(action, "status")
        if completed is None:
            continue
        if status in _UNFINISHED:
            message = f"'completed' is given, and the status is '{status}'"
            yield Remark(loc, message, "write 'status: done', or leave 'completed' out")
        elif isinstance(start, datetime) and is_too_early(completed, start):
            early = count((start.date() - completed).days, "day")
            message = f"'completed' lies {early} before 'started_at'"
            yield Remark(loc, message, "correct one of the two: an action follows the incident")
