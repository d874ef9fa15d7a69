"""The rows of a picture of the impact, and how many panels they hold."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.impact_rows import rows
from deckgen.figures.pen import Pen
from tests.builders import page

PEN = Pen(page().theme, page().measurer)
READABLE = 70


@pytest.mark.parametrize("strip", [True, False])
def test_rows_stand_below_one_another_and_on_the_canvas(strip: bool) -> None:
    found = rows(PEN, 300, strip=strip)
    ys = [0, found.strip_top, found.strip_bottom, found.top, found.bottom, found.axis.texts, 300]
    assert all(a <= b for a, b in pairwise(ys))


def test_without_phases_the_panels_have_their_room() -> None:
    without, there = rows(PEN, 300, strip=False), rows(PEN, 300, strip=True)
    assert without.strip_top == without.strip_bottom
    assert without.top < there.top
    assert without.bottom == there.bottom


@given(st.floats(240, 4_000), st.booleans())
def test_as_many_panels_as_can_be_read_find_room(height: float, strip: bool) -> None:
    found = rows(PEN, height, strip=strip)
    most = found.most_panels(PEN)
    assert found.plot_height(PEN, most) >= READABLE or most == 1
    assert found.plot_height(PEN, most + 1) < READABLE
    assert found.missing(PEN, most) == 0 or most == 1


@given(st.floats(240, 4_000), st.integers(1, 24))
def test_the_missing_pixels_are_just_enough(height: float, panels: int) -> None:
    missing = rows(PEN, height, strip=True).missing(PEN, panels)
    plot = rows(PEN, height + missing, strip=True).plot_height(PEN, panels)
    assert plot == pytest.approx(READABLE) if missing else plot >= READABLE
