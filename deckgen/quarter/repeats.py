"""The same cause again: incidents of a period beside the earlier ones that they repeat.

What a postmortem states counts first. Else causes are taken for one where incidents share two tags
or more and a third of all tags of both, measured by the Jaccard index (Jaccard, 1901: the size of
the intersection over that of the union); else where their primary causes share half of their words.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from deckgen.postmortem.vocabulary import ActionStatus
from deckgen.quarter.incident import Action, Incident
from deckgen.quarter.values import EarlierAction, Ground, Repeat

LEAST_TAGS, LEAST_TAG_SHARE = 2, 0.34
LEAST_WORDS, LEAST_WORD_SHARE = 4, 0.5

_WORD = re.compile(r"[^\W\d_][\w-]+")
_COMMON = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "in",
        "into",
        "is",
        "it",
        "its",
        "no",
        "not",
        "of",
        "off",
        "on",
        "or",
        "so",
        "than",
        "that",
        "the",
        "their",
        "then",
        "there",
        "they",
        "this",
        "to",
        "too",
        "up",
        "was",
        "were",
        "when",
        "which",
        "while",
        "who",
        "with",
        "without",
        "after",
        "all",
        "any",
        "because",
        "before",
        "being",
        "both",
        "could",
        "did",
        "does",
        "each",
        "every",
        "had",
        "may",
        "more",
        "most",
        "once",
        "one",
        "only",
        "other",
        "our",
        "out",
        "over",
        "own",
        "same",
        "some",
        "such",
        "under",
        "until",
        "very",
        "will",
        "would",
    ]
)
_MOST_SHARING = 200
"""A word that more incidents share says nothing about any of them."""


class _Alike(NamedTuple):
    """An earlier incident with the same cause, how that is known, and by what."""

    earlier: Incident
    ground: Ground
    evidence: tuple[str, ...]


def repeats(now: Iterable[Incident], all_incidents: Sequence[Incident]) -> tuple[Repeat, ...]:
    """Return the incidents of `now` whose cause an earlier one of `all_incidents` had already.

    Each is told once, beside the latest of the incidents it repeats, in the order of their start.
    """
    index = _Index(all_incidents)
    found = ((one, index.earlier(one)) for one in sorted(now, key=_start))
    return tuple(_repeat(one, alike) for one, alike in found if alike)


def _start(incident: Incident) -> tuple[float, str]:
    return incident.started_at.timestamp(), incident.id


def _repeat(incident: Incident, alike: Sequence[_Alike]) -> Repeat:
    latest = max(alike, key=lambda one: _start(one.earlier))
    actions = [
        EarlierAction(action, then)
        for one in sorted(alike, key=lambda it: _start(it.earlier), reverse=True)
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


class _Index:
    """Incidents by what they can be found by, so that no two need be compared in vain."""

    def __init__(self, incidents: Sequence[Incident]) -> None:
        self._by_id = {_key(one.id): one for one in incidents}
        self._by_tag: Mapping[str, list[Incident]] = _inverted(incidents, _tags)
        self._by_word: Mapping[str, list[Incident]] = _inverted(incidents, cause_words)

    def earlier(self, incident: Incident) -> list[_Alike]:
        """Return the earlier incidents with the same cause, by the strongest ground there is."""
        stated = [self._by_id.get(_key(name)) for name in incident.repeats]
        known = [_Alike(one, "stated", ()) for one in stated if one and _precedes(one, incident)]
        return known or [*self._by_tags(incident)] or [*self._by_wording(incident)]

    def _by_tags(self, incident: Incident) -> Iterator[_Alike]:
        own = _tags(incident)
        for one in _sharing(own, self._by_tag, LEAST_TAGS):
            if _precedes(one, incident) and jaccard(own, _tags(one)) >= LEAST_TAG_SHARE:
                yield _Alike(one, "tags", tuple(sorted(own & _tags(one))))

    def _by_wording(self, incident: Incident) -> Iterator[_Alike]:
        own = cause_words(incident)
        for one in _sharing(own, self._by_word, LEAST_WORDS):
            if _precedes(one, incident) and jaccard(own, cause_words(one)) >= LEAST_WORD_SHARE:
                yield _Alike(one, "wording", tuple(sorted(own & cause_words(one))))


def _precedes(earlier: Incident, incident: Incident) -> bool:
    return earlier is not incident and earlier.started_at < incident.started_at


def _key(name: str) -> str:
    return name.strip().casefold()


def _tags(incident: Incident) -> frozenset[str]:
    return frozenset(incident.tags)


def cause_words(incident: Incident) -> frozenset[str]:
    """Return the words of the primary cause that say something, in lower case."""
    words = _WORD.findall((incident.primary_cause or "").casefold())
    return frozenset(words) - _COMMON


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much two sets have in common: 0 nothing, 1 all."""
    return len(one & other) / len(one | other) if one or other else 0.0


def _inverted(
    incidents: Iterable[Incident], marks: Callable[[Incident], frozenset[str]]
) -> Mapping[str, list[Incident]]:
    found: defaultdict[str, list[Incident]] = defaultdict(list)
    for incident in incidents:
        for mark in marks(incident):
            found[mark].append(incident)
    return found


def _sharing(
    marks: Iterable[str], by_mark: Mapping[str, list[Incident]], least: int
) -> Iterator[Incident]:
    """Yield the incidents that share at least so many of `marks`, but for those of too many."""
    shared: Counter[int] = Counter()
    incidents: dict[int, Incident] = {}
    for mark in sorted(marks):
        having = by_mark.get(mark, [])
        for one in having if len(having) <= _MOST_SHARING else []:
            shared[id(one)] += 1
            incidents[id(one)] = one
    yield from (incidents[number] for number, times in shared.items() if times >= least)
