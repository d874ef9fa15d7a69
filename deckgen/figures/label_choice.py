"""Which moments get a label where there is no room for all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf

from deckgen.figures.moments import Moment
from deckgen.postmortem.vocabulary import EventKind

_TELLING = {EventKind.NOTE: 1.0, EventKind.COMMUNICATION: 1.3}
_ELSE = 1.7


def choose(moments: Sequence[Moment], capacity: int) -> list[int]:
    """Return the indices of at most `capacity` moments, in order.

    Those marked as key come first, then those at which a phase or a measure begins or ends, then
    the other milestones, then the rest. Of a group that does
    not fit as a whole, the next is always the one farthest from all chosen ones, in time and in
    rank together, notes counting for less (the greedy k-centre of Gonzalez 1985).
    """
    if len(moments) <= capacity:
        return list(range(len(moments)))
    spread = _Spread(moments)
    for group in _groups(moments):
        room = capacity - len(spread.chosen)
        if len(group) <= room:
            spread.add_all(group)
        else:
            spread.add_farthest(group, room)
            break
    return sorted(spread.chosen)


def _groups(moments: Sequence[Moment]) -> Iterable[list[int]]:
    groups: tuple[list[int], ...] = ([], [], [], [])
    for n, moment in enumerate(moments):
        claims = (moment.is_key, moment.is_boundary, moment.is_milestone, True)
        groups[claims.index(True)].append(n)
    return groups


class _Spread:
    """The chosen moments, and how far each moment is from the nearest of them."""

    def __init__(self, moments: Sequence[Moment]) -> None:
        begins, span = moments[0].at, moments[-1].at - moments[0].at
        self.chosen: list[int] = []
        self._ranks = [n / len(moments) for n in range(len(moments))]
        self._times = [(m.at - begins) / span if span else 0.0 for m in moments]
        self._weights = [_TELLING.get(m.kind, _ELSE) if m.kind else _ELSE for m in moments]
        self._distances = [inf] * len(moments)

    def add_all(self, group: Iterable[int]) -> None:
        for index in group:
            self._add(index)

    def add_farthest(self, group: Iterable[int], count: int) -> None:
        left = list(group)
        for _ in range(count):
            farthest = max(left, key=lambda n: self._distances[n] * self._weights[n])
            left.remove(farthest)
            self._add(farthest)

    def _add(self, index: int) -> None:
        self.chosen.append(index)
        rank, time = self._ranks[index], self._times[index]
        self._distances = [
            min(known, abs(r - rank) + abs(t - time))
            for known, r, t in zip(self._distances, self._ranks, self._times, strict=True)
        ]
