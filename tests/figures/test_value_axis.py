"""Round values along an axis."""

from __future__ import annotations

from itertools import pairwise
from math import floor, isclose, log10

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.value_axis import ValueAxis, value_axis


@pytest.mark.parametrize(
    ("lowest", "highest", "expected"),
    [
        (0.2, 38, (0, 10, 20, 30, 40)),
        (38, 0.2, (0, 10, 20, 30, 40)),
        (0, 1, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (-3, 12, (-5, 0, 5, 10, 15)),
        (-40, -2, (-40, -30, -20, -10, 0)),
        (99.9, 99.99, (99.9, 99.92, 99.94, 99.96, 99.98, 100)),
        (120, 123, (120, 121, 122, 123)),
    ],
)
def test_ticks_are_round_and_the_axis_ends_at_them(
    lowest: float, highest: float, expected: tuple[float, ...]
) -> None:
    assert value_axis(lowest, highest, 5) == ValueAxis(expected[0], expected[-1], expected)


def test_the_axis_starts_at_nought_where_that_leaves_no_more_than_half_empty() -> None:
    assert value_axis(50, 100, 5).lowest == 0
    assert value_axis(51, 100, 5).lowest == 50
    assert value_axis(-100, -50, 5).highest == 0


@pytest.mark.parametrize("value", [0, 7, -7, 1e15, -1e15, 1e-300, 5e-324, -5e-324])
def test_equal_values_stand_within_an_axis(value: float) -> None:
    axis = value_axis(value, value, 5)
    assert axis.lowest <= value <= axis.highest
    assert axis.lowest < axis.highest


def test_values_that_no_axis_can_tell_apart_count_as_equal() -> None:
    axis = value_axis(1e15 - 1, 1e15, 5)
    assert axis.highest - axis.lowest > 1e13


_MAGNITUDES = st.floats(1e-300, 1e15) | st.floats(0, 1e-300) | st.sampled_from([5e-324, 1e-308])
_VALUES = st.builds(lambda size, sign: size * sign, _MAGNITUDES, st.sampled_from([-1, 1]))


@given(_VALUES, _VALUES, st.integers(1, 120))
def test_an_axis_holds_its_values_with_even_and_round_ticks(
    one: float, other: float, most: int
) -> None:
    axis = value_axis(one, other, most)
    assert axis.lowest <= min(one, other) <= max(one, other) <= axis.highest
    steps = [b - a for a, b in pairwise(axis.ticks)]
    assert steps
    assert all(step > 0 for step in steps)
    assert all(isclose(step, steps[0], rel_tol=1e-3) for step in steps)
    assert isclose(axis.lowest, axis.ticks[0], abs_tol=1e-6 * steps[0])
    assert isclose(axis.highest, axis.ticks[-1], abs_tol=1e-6 * steps[0])
    assert len(axis.ticks) <= most + 3
    step = (axis.ticks[-1] - axis.ticks[0]) / len(steps)
    mantissa = step / 10.0 ** floor(log10(step) + 1e-6)
    assert any(isclose(mantissa, round_one, rel_tol=1e-3) for round_one in (1, 2, 2.5, 5, 10))
