"""The rows of a timeline."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.composition import Parts, compose, furniture, least_air
from tests.builders import page

SIZES = page().theme.size


@given(
    st.booleans(),
    st.integers(0, 3),
    st.booleans(),
    st.sampled_from([12.0, 14.0, 16.0]),
    st.floats(20, 300),
    st.floats(0, 300),
    st.floats(0, 400),
    st.booleans(),
)
def test_rows_follow_each_other_and_fill_the_canvas(
    phases: bool,
    dimensions: int,
    legend: bool,
    size: float,
    upper: float,
    lower: float,
    spare: float,
    roomy: bool,
) -> None:
    parts = Parts(axis=True, phases=phases, dimensions=dimensions, legend=legend)
    look = 1000.0 if roomy else 100.0
    fixed = furniture(parts, look, size, SIZES)
    height = fixed.height + upper + lower + least_air(2) + spare
    rows = compose(fixed, upper, lower, height)
    strokes = [y - fixed.dimension / 2 for y in rows.dimensions]
    marks = [
        upper,
        rows.upper,
        rows.band_top,
        rows.band_bottom,
        rows.ticks,
        rows.lower,
        rows.lower + lower,
        rows.strip_top,
        rows.strip_bottom,
        *strokes,
        rows.legend - fixed.legend / 2,
        rows.note,
        height,
    ]
    assert all(a <= b + 0.01 for a, b in pairwise(marks))
    assert rows.band_top - rows.upper >= 20 - 1e-9
    assert rows.note == height - fixed.note / 2


def test_air_is_shared_before_any_gap_becomes_a_hole() -> None:
    fixed = furniture(Parts(axis=True, phases=True, dimensions=3), 518, 12, SIZES)
    rows = compose(fixed, 80, 80, 518)
    air = [
        rows.upper - 80,
        rows.band_top - rows.upper,
        rows.lower - rows.ticks,
        rows.strip_top - rows.lower - 80,
    ]
    assert max(air) < 70
    assert min(air) > 5


def test_without_an_axis_there_is_no_room_for_one() -> None:
    fixed = furniture(Parts(axis=False, phases=False, dimensions=0), 518, 16, SIZES)
    assert (fixed.ticks, fixed.strip) == (0, 0)


def test_furniture_grows_with_the_labels_on_a_high_canvas_only() -> None:
    parts = Parts(axis=True, phases=True, dimensions=3)
    small, large = (furniture(parts, 518, size, SIZES).height for size in (12, 16))
    assert small < large
    assert furniture(parts, 230, 12, SIZES) == furniture(parts, 230, 16, SIZES)
