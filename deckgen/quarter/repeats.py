"""The same cause again: incidents of a period beside the earlier ones that they repeat.

What a postmortem states counts first. Else causes are taken for one where incidents share two tags
or more and a third of all tags of both, measured by the Jaccard index (Jaccard, 1901: the size of
the intersection over that of the union); else where their primary causes share half of their words.
Tags and words that most incidents have tell none from another, and are not looked at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from deckgen.postmortem.vocabulary import ActionStatus
from deckgen.quarter.cause_words import cause_words
from deckgen.quarter.incident import Action, Incident
from deckgen.quarter.values import EarlierAction, Ground, Repeat

LEAST_TAGS, LEAST_TAG_SHARE = 2, 0.34
LEAST_WORDS, LEAST_WORD_SHARE = 4, 0.5

_ALWAYS_TELLING, _NEVER_TELLING = 10, 200
"""A tag or word of up to so many incidents tells them from others, one of more never does."""

_WITH_ACTIONS = 5
"""Of how many earlier incidents the actions are told: one that strikes all the time has many."""


class _Alike(NamedTuple):
    """An earlier incident with the same cause, how that is known, and by what."""

    earlier: Incident
    ground: Ground
    evidence: tuple[str, ...]


def repeats(now: Iterable[Incident], all_incidents: Sequence[Incident]) -> tuple[Repeat, ...]:
    """Return the incidents of `now` whose cause an earlier one of `all_incidents` had already.

    `now` are some of `all_incidents`, each of which has an id of its own. Each is told once, beside
    the latest of the incidents it repeats, in the order of their start.
    """
    index = _Index(all_incidents)
    found = ((one, index.earlier(one)) for one in sorted(now, key=_start))
    return tuple(_repeat(one, alike) for one, alike in found if alike)


def _start(incident: Incident) -> tuple[float, str]:
    return incident.started_at.timestamp(), incident.id


def _repeat(incident: Incident, alike: Sequence[_Alike]) -> Repeat:
    latest_first = sorted(alike, key=lambda one: _start(one.earlier), reverse=True)
    latest = latest_first[0]
    actions = [
        EarlierAction(action, then)
        for one in latest_first[:_WITH_ACTIONS]
        for action in one.earlier.actions
        if (then := _stood(action, incident)) is not None
    ]
    return Repeat(
        incident, latest.earlier, latest.ground, latest.evidence, len(alike), tuple(actions)
    )


def _stood(action: Action, incident: Incident) -> Literal["open", "dropped", "unknown"] | None:
    """Return how an action stood when `incident` began; None where it was done by then."""
    if action.status is ActionStatus.DROPPED:
        return "dropped"
    if action.status is not ActionStatus.DONE:
        return "open"
    if action.completed is None:
        return "unknown"
    return "open" if action.completed > incident.day else None


class _Marks:
    """Tags or words of incidents, and the incidents of each, so that no two are compared in vain.

    `least` of them must be in common, and `share` of all that the two have.
    """

    def __init__(self, marks: Mapping[int, frozenset[str]], least: int, share: float) -> None:
        amounts = Counter(mark for own in marks.values() for mark in own)
        most = min(max(_ALWAYS_TELLING, len(marks) // 2), _NEVER_TELLING)
        self._own = {
            place: frozenset(mark for mark in own if amounts[mark] <= most)
            for place, own in marks.items()
        }
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for place, own in self._own.items():
            for mark in own:
                self._places[mark].append(place)
        self._least, self._share = least, share

    def alike(self, place: int) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Yield the earlier places whose marks are alike, with the marks in common."""
        own = self._own[place]
        shared = Counter(other for mark in own for other in self._places[mark] if other < place)
        for other, amount in sorted(shared.items()):
            common = own & self._own[other]
            if amount >= self._least and jaccard(own, self._own[other]) >= self._share:
                yield other, tuple(sorted(common))


class _Index:
    """All incidents in the order of their start, by what they can be found by."""

    def __init__(self, incidents: Iterable[Incident]) -> None:
        self._all = sorted(incidents, key=_start)
        self._places = {_key(one.id): place for place, one in enumerate(self._all)}
        numbered = list(enumerate(self._all))
        self._tags = _Marks(
            {place: frozenset(one.tags) for place, one in numbered}, LEAST_TAGS, LEAST_TAG_SHARE
        )
        self._words = _Marks(
            {place: cause_words(one.primary_cause) for place, one in numbered},
            LEAST_WORDS,
            LEAST_WORD_SHARE,
        )

    def earlier(self, incident: Incident) -> list[_Alike]:
        """Return the earlier incidents with the same cause, by the strongest ground there is."""
        place = self._places[_key(incident.id)]
        return (
            [_Alike(self._all[one], "stated", ()) for one in self._stated(place)]
            or [_Alike(self._all[one], "tags", by) for one, by in self._tags.alike(place)]
            or [_Alike(self._all[one], "wording", by) for one, by in self._words.alike(place)]
        )

    def _stated(self, place: int) -> set[int]:
        """Return the places of what an incident states to repeat, and of what those do in turn."""
        found, waiting = set[int](), [place]
        while waiting:
            at = waiting.pop()
            named = {self._places.get(_key(name), at) for name in self._all[at].repeats}
            earlier = {one for one in named if one < at} - found
            found |= earlier
            waiting += earlier
        return found


def unknown_repeats(incidents: Sequence[Incident]) -> Iterator[tuple[Incident, str]]:
    """Yield what incidents state to repeat although none that began earlier is called so."""
    began = {_key(one.id): _start(one) for one in incidents}
    for incident in incidents:
        for name in incident.repeats:
            if began.get(_key(name), _start(incident)) >= _start(incident):
                yield incident, name


def _key(name: str) -> str:
    return name.strip().casefold()


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets have in common: 0 nothing, 1 all."""
    return len(one & other) / len(one | other) if one or other else 0.0
