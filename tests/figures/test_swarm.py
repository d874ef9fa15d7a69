"""A beeswarm: dots keep their place along the line, and do not cover each other."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.swarm import LARGEST, SMALLEST, swarm


def test_dots_apart_stand_on_the_line() -> None:
    assert swarm([0, 20, 40], 50) == (LARGEST, [0, 0, 0])


def test_dots_at_one_place_stand_aside_by_turns() -> None:
    radius, offsets = swarm([10, 10, 10], 50)
    assert offsets == [0, -2 * radius, 2 * radius]


def test_thousands_at_one_place_share_what_room_there_is() -> None:
    radius, offsets = swarm([10.0] * 20_000, 50)
    assert radius == SMALLEST
    assert max(map(abs, offsets)) + radius <= 50
    assert len(set(offsets)) == 33


@given(st.lists(st.floats(0, 900), max_size=120), st.floats(20, 80))
def test_dots_do_not_cover_each_other_while_there_is_room(xs: list[float], half: float) -> None:
    xs = sorted(xs)
    radius, offsets = swarm(xs, half)
    assert all(abs(offset) + radius <= half + 0.001 for offset in offsets)
    if radius > SMALLEST:
        pairs = combinations(zip(xs, offsets, strict=True), 2)
        assert all(hypot(a - c, b - d) >= 2 * radius - 0.001 for (a, b), (c, d) in pairs)
