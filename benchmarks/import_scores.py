"""Drafts of a document compared with what was counted in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from benchmarks.import_actions import matched_actions
from benchmarks.import_expected import Expected
from deckgen.importing.draft import Draft
from deckgen.postmortem.measures import Milestone, milestones
from deckgen.postmortem.model import Postmortem
from deckgen.prose import Loc

_FAR_ZONES = timedelta(hours=14)
"""No zone is farther from UTC, so no day begins earlier or ends later."""

_ZONE_STEP = timedelta(minutes=30)
"""What the zones that people name differ by."""


_FORMAT = "%Y-%m-%d %H:%MZ"


@dataclass(frozen=True)
class Moment:
    """An instant of a draft: where it went, and whether a guess is noted for it or its zone."""

    loc: Loc
    at: datetime
    is_guessed: bool
    is_zone_guessed: bool

    def is_excused(self, counted: Iterable[datetime]) -> bool:
        """Return whether a guess is noted that can explain why it is none of those `counted`.

        A guess at the zone explains a difference of whole half hours only, and no other day.
        """
        shifts = (abs(self.at - other) for other in counted)
        by_zone = any(shift <= _FAR_ZONES and not shift % _ZONE_STEP for shift in shifts)
        return self.is_guessed or (self.is_zone_guessed and by_zone)


@dataclass(frozen=True)
class Score:
    """How well one document was read, or several together; every field is a count.

    `events` are those with an instant; an event with a wrong instant is not missed as well. `extra`
    events repeat an instant that the document states, or stand, with a guess, on a day it names.
    `wrong` are those without a guess, be they events or milestones that nobody counted.
    """

    events: int = 0
    right: int = 0
    guessed_wrong: int = 0
    wrong: int = 0
    missed: int = 0
    extra: int = 0
    actions: int = 0
    actions_found: int = 0
    actions_extra: int = 0
    milestones: int = 0
    milestones_right: int = 0
    milestones_wrong: int = 0
    milestones_missed: int = 0

    def __add__(self, other: Score) -> Score:
        """Return the counts of both."""
        return Score(**{name: n + getattr(other, name) for name, n in vars(self).items()})


def score(drafts: Sequence[Draft], expected: Expected, document: str) -> Score:
    """Return how well `drafts`, joined, agree with what was counted in the text `document`."""
    stated = _stated(expected)
    moments = [moment for draft in drafts for moment in event_moments(draft)]
    named = [moment for draft in drafts for moment in milestone_moments(draft)]
    lacking = {
        *(_instants(expected) - Counter(one.at for one in moments)),
        *_milestone_instants(expected),
    }
    unheard = [one for one in named if one.at not in stated and not one.is_excused(lacking)]
    found = [str(one["action"]) for draft in drafts for one in _mappings(draft, "actions")]
    matched = matched_actions(found, expected.actions, document)
    return (
        _event_score(moments, expected)
        + _milestone_score(named, expected)
        + Score(
            wrong=len(unheard),
            actions=len(expected.actions),
            actions_found=matched,
            actions_extra=len(found) - matched,
        )
    )


def differences(drafts: Sequence[Draft], expected: Expected) -> list[str]:
    """Return the instants that were not found and those that nobody counted, one in each text."""
    moments = [
        one for draft in drafts for one in (*event_moments(draft), *milestone_moments(draft))
    ]
    found = Counter(one.at for one in moments if one.loc[0] == "timeline")
    unmet = []
    for event in expected.events:
        if event.at is not None and not found[event.at]:
            unmet.append(event)
        elif event.at is not None:
            found[event.at] -= 1
    stated = _stated(expected)
    lacking = {
        *(event.at for event in unmet if event.at is not None),
        *_milestone_instants(expected),
    }
    return [f"line {event.line}: {event.at:{_FORMAT}} was not found" for event in unmet] + [
        f"{'.'.join(map(str, one.loc))}: {one.at:{_FORMAT}} was not counted"
        + (" (guess noted)" if one.is_excused(lacking) else "")
        for one in moments
        if one.at not in stated
    ]


def event_moments(draft: Draft) -> Iterator[Moment]:
    """Yield the instants of the draft's timeline, as they stand there."""
    for index, event in enumerate(draft.postmortem().timeline):
        yield _moment(draft, ("timeline", index, "at"), event.at)


def milestone_moments(draft: Draft) -> Iterator[Moment]:
    """Yield the draft's milestones: as stated in it, else from an event of their kind."""
    postmortem = draft.postmortem()
    for name, milestone in vars(milestones(postmortem)).items():
        key = f"{name}_at"
        if milestone.at is not None and key not in draft.missing:
            yield _moment(draft, (key,), milestone.at, _event_loc(postmortem, milestone))


def _event_loc(postmortem: Postmortem, milestone: Milestone) -> Loc:
    """Return where the event is that a milestone was taken from; an empty place where from none."""
    events = enumerate(postmortem.timeline)
    return next(
        (("timeline", index, "at") for index, event in events if event is milestone.event), ()
    )


def _moment(draft: Draft, loc: Loc, at: datetime, source: Loc = ()) -> Moment:
    """Return the instant at `loc`, which was taken from the one at `source` if there is any."""
    guessed = [guess.loc for guess in draft.guesses]
    own = any(_is_about(one, loc) or (source and _is_about(one, source)) for one in guessed)
    return Moment(loc, at, own, ("timezone",) in guessed)


def _is_about(guessed: Loc, loc: Loc) -> bool:
    """Return whether a guess at `guessed` is one of the instant at `loc`: there, or around it."""
    return guessed == loc[: len(guessed)]


def _mappings(draft: Draft, key: str) -> list[dict[str, object]]:
    items = draft.data.get(key, ())
    return [dict(one) for one in items] if isinstance(items, (list, tuple)) else []


def _event_score(found: Sequence[Moment], expected: Expected) -> Score:
    instants = _instants(expected)
    right = instants & Counter(one.at for one in found)
    stated = _stated(expected)
    unknown = [one for one in found if one.at not in stated]
    days = [event.day for event in expected.events]
    placed = [one for one in unknown if _is_placed(one, days)]
    excused = [one for one in unknown if one not in placed and one.is_excused(instants - right)]
    missed = instants.total() - right.total() - len(unknown) + len(placed)
    return Score(
        events=instants.total(),
        right=right.total(),
        guessed_wrong=len(excused),
        wrong=len(unknown) - len(placed) - len(excused),
        missed=max(0, missed),
        extra=len(placed) + len(found) - len(unknown) - right.total(),
    )


def _stated(expected: Expected) -> set[datetime]:
    return {*_instants(expected), *_milestone_instants(expected)}


def _milestone_instants(expected: Expected) -> set[datetime]:
    return {milestone.at for milestone in expected.milestones.values()}


def _instants(expected: Expected) -> Counter[datetime]:
    return Counter(event.at for event in expected.events if event.at is not None)


def _is_placed(one: Moment, days: Sequence[date | None]) -> bool:
    """Return whether a guess is noted, and the instant can be on one of `days` in some zone."""
    starts = [datetime(day.year, day.month, day.day, tzinfo=UTC) for day in days if day]
    return (one.is_guessed or one.is_zone_guessed) and any(
        start - _FAR_ZONES <= one.at < start + timedelta(days=1) + _FAR_ZONES for start in starts
    )


def _milestone_score(found: Sequence[Moment], expected: Expected) -> Score:
    """Return how many milestones are right; of several drafts any may have the right one."""
    right = wrong = 0
    for name, milestone in expected.milestones.items():
        ats = [one.at for one in found if one.loc == (name,)]
        right += milestone.at in ats
        wrong += bool(ats) and milestone.at not in ats
    count = len(expected.milestones)
    return Score(
        milestones=count,
        milestones_right=right,
        milestones_wrong=wrong,
        milestones_missed=count - right - wrong,
    )
