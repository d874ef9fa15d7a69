"""The phases that an incident went through, as its milestones divide them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from deckgen.postmortem.measures import milestones
from deckgen.postmortem.model import Event, Postmortem
from deckgen.postmortem.vocabulary import EventKind

PhaseKey = Literal["undetected", "responding", "diagnosing", "mitigating", "monitoring"]


class Phase(NamedTuple):
    """A stretch of an incident. `begins` and `ends` are UTC, `key` is its role in a theme."""

    name: str
    key: PhaseKey
    begins: datetime
    ends: datetime

    @property
    def duration(self) -> timedelta:
        """How long it took, always more than nothing."""
        return self.ends - self.begins


def phases(postmortem: Postmortem) -> tuple[Phase, ...]:
    """Return the phases in the order of time; none overlaps another and none is empty.

    A phase needs both of its ends recorded. Without a detection nobody knows how much of the
    time before the mitigation was spent unaware, so that time is one phase, `Impact`. Without a
    mitigation the response lasted until the resolution. A detection after the mitigation
    leaves no response to show: the monitoring then begins with the detection.
    """
    return tuple(phase for phase in _phases(postmortem) if phase.begins < phase.ends)


def _phases(postmortem: Postmortem) -> Iterator[Phase]:
    at = milestones(postmortem)
    started, detected, mitigated = postmortem.started_at, at.detected.at, at.mitigated.at
    over = mitigated or at.resolved.at
    if detected:
        yield Phase("Undetected", "undetected", started, detected)
    if over and not detected:
        yield Phase("Impact", "responding", started, over)
    if over and detected:
        yield from _response(postmortem, detected, over, "Mitigating" if mitigated else "Resolving")
    if mitigated and at.resolved.at:
        begins = max(mitigated, detected or mitigated)
        yield Phase("Monitoring", "monitoring", begins, at.resolved.at)


def _response(
    postmortem: Postmortem, detected: datetime, over: datetime, remedy: str
) -> Iterator[Phase]:
    found = _decisive_diagnosis(postmortem, detected, over)
    if found is None:
        yield Phase("Responding", "responding", detected, over)
    else:
        yield Phase("Diagnosing", "diagnosing", detected, found.at)
        yield Phase(remedy, "mitigating", found.at, over)


def _decisive_diagnosis(postmortem: Postmortem, after: datetime, before: datetime) -> Event | None:
    """Return the diagnosis strictly between two instants that turned the response to the remedy.

    That is the first one marked as key, since a team also records what it ruled out, else the
    first. One that was made after the first attempt to mitigate did not turn it.
    """
    between = [event for event in postmortem.events if after < event.at < before]
    attempts = (event.at for event in between if event.kind is EventKind.MITIGATION)
    first_attempt = next(attempts, before)
    found = [
        event
        for event in between
        if event.kind is EventKind.DIAGNOSIS and event.at <= first_attempt
    ]
    return next((event for event in found if event.key), found[0] if found else None)
