"""The scale from instants to pixels."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.time_scale import Anchor, Knot, time_scale
from tests.builders import at


def anchors(*clocks: str, size: float = 10, room: float = 100) -> list[Anchor]:
    return [Anchor(at(clock), size, room) for clock in clocks]


def test_a_true_scale_is_proportional_to_time() -> None:
    scale = time_scale(anchors("02:00", "02:30", "04:00"), 0, 1200, linear=1)
    assert scale.positions == (0, 300, 1200)
    assert scale.distortion == 0


def test_a_spread_scale_gives_every_anchor_its_room() -> None:
    scale = time_scale(anchors("02:00", "02:01", "04:00"), 0, 1200, linear=0)
    assert scale.positions == (0, 600, 1200)
    assert scale.distortion == pytest.approx(600 / 1200 - 1 / 120)


def test_an_instant_between_two_anchors_stands_in_proportion() -> None:
    scale = time_scale(anchors("02:00", "03:00"), 0, 600, linear=1)
    assert [scale.position(at(clock)) for clock in ("02:00", "02:15", "03:00")] == [0, 150, 600]


def test_an_instant_outside_stands_at_the_end() -> None:
    scale = time_scale(anchors("02:00", "03:00"), 0, 600, linear=1)
    assert [scale.position(at(clock)) for clock in ("01:00", "04:00")] == [0, 600]


def test_marks_of_one_instant_stand_side_by_side() -> None:
    scale = time_scale(anchors("02:00", "02:30", "02:30", "03:00"), 0, 600, linear=1)
    assert scale.positions == (0, 295, 305, 600)
    assert scale.knots[1] == Knot(at("02:30"), 295, 305)
    assert scale.position(at("02:30")) == 295


def test_more_marks_than_the_width_holds_are_closer_by_one_factor() -> None:
    scale = time_scale(anchors(*["02:00"] * 11), 0, 50, linear=0)
    assert [b - a for a, b in pairwise(scale.positions)] == pytest.approx([5] * 10)


def test_a_single_anchor_stands_in_the_middle() -> None:
    assert time_scale(anchors("02:00"), 100, 100, linear=0).positions == (100,)


@given(
    st.lists(st.integers(0, 600), min_size=2, max_size=30).map(sorted),
    st.floats(0, 1),
    st.integers(-10, 700),
)
def test_a_scale_rises_and_stays_between_its_ends(
    minutes: list[int], linear: float, probe: int
) -> None:
    marks = [Anchor(at("02:00") + timedelta(minutes=n), 10, 50) for n in minutes]
    scale = time_scale(marks, 0, 1000, linear)
    assert all(b - a >= 10 - 1e-6 for a, b in pairwise(scale.positions))
    assert -1e-6 <= scale.positions[0] <= scale.positions[-1] <= 1000 + 1e-6
    here, later = (scale.position(at("02:00") + timedelta(minutes=n)) for n in (probe, probe + 1))
    assert scale.positions[0] - 1e-6 <= here <= later + 1e-6 <= scale.positions[-1] + 2e-6
