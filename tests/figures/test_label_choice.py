"""Which moments get a label."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from deckgen.figures.label_choice import choose
from deckgen.figures.moments import Moment
from deckgen.postmortem.vocabulary import EventKind
from tests.builders import at


def moment(
    minute: int,
    *,
    key: bool = False,
    milestone: bool = False,
    boundary: bool = False,
    kind: EventKind = EventKind.NOTE,
) -> Moment:
    instant = at("02:00") + timedelta(minutes=minute)
    return Moment(
        f"event:{minute}", instant, kind, "", "Text", True, key, milestone or boundary, boundary
    )


def test_all_are_chosen_where_all_fit() -> None:
    assert choose([moment(0), moment(1)], 2) == [0, 1]


def test_a_fair_spread_is_even_in_time_and_in_rank() -> None:
    chosen = choose([moment(n) for n in range(101)], 5)
    assert chosen[0] == 0
    assert chosen[-1] == 100
    assert all(20 <= b - a <= 30 for a, b in pairwise(chosen))


def test_a_burst_gets_more_than_one_label_but_not_all() -> None:
    burst = [moment(n) for n in range(20)]
    chosen = choose([*burst, moment(1000), moment(2000), moment(3000)], 8)
    assert {20, 21, 22} <= set(chosen)
    assert sum(n < 20 for n in chosen) == 5


def test_key_events_come_before_milestones_and_those_before_the_rest() -> None:
    shown = [
        moment(0),
        moment(1, milestone=True),
        moment(2, boundary=True),
        moment(3, key=True),
        moment(4, milestone=True),
        moment(100),
    ]
    assert [choose(shown, most) for most in (1, 2, 4)] == [[3], [2, 3], [1, 2, 3, 4]]


def test_too_many_key_events_are_spread() -> None:
    assert choose([moment(n, key=n != 3) for n in range(11)], 3) == [0, 5, 10]


def test_a_telling_kind_is_chosen_before_a_note_of_like_distance() -> None:
    shown = [moment(0, key=True), moment(1), moment(2, kind=EventKind.MITIGATION), moment(3)]
    assert choose(shown, 2) == [0, 2]


def test_moments_of_one_instant_are_spread_by_rank() -> None:
    assert choose([moment(0) for _ in range(9)], 3) == [0, 4, 8]
