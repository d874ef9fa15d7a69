"""A legend: every mark as the figure has it, and its words, in one row that never overflows."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.legend_row import Mark, Meaning, draw_meanings, legend_height
from deckgen.figures.pen import Drawing, Pen
from tests.builders import page
from tests.figures.measured import TOLERANCE, Extent, shape_extent, text_box
from tests.strategies import texts as any_text

MARKS: tuple[Mark, ...] = get_args(Mark)


def pen() -> Pen:
    on = page()
    return Pen(on.theme, on.measurer)


def row(drawing: Drawing) -> list[Extent]:
    """Return how far marks and words reach, by turns."""
    pairs = zip(drawing.shapes, drawing.annotations, strict=True)
    return [one for shape, text in pairs for one in (shape_extent(shape), text_box(text))]


def test_each_mark_has_its_form_and_its_colour() -> None:
    drawn = draw_meanings(pen(), [Meaning("#112233", "x", mark) for mark in MARKS], 0, 900)
    paper = page().theme.colour.paper
    looks = [(it["type"], it.get("fillcolor"), it["line"]["width"]) for it in drawn.shapes]
    assert dict(zip(MARKS, looks, strict=True)) == {
        "bar": ("rect", "#112233", 0),
        "hollow bar": ("rect", paper, 1),
        "dot": ("circle", "#112233", 0),
        "diamond": ("path", "#112233", 0),
    }


def test_all_marks_are_of_one_size() -> None:
    drawn = draw_meanings(pen(), [Meaning("#112233", "x", mark) for mark in MARKS], 0, 900)
    boxes = [shape_extent(it) for it in drawn.shapes]
    stroked = [it["line"]["width"] if it["type"] == "rect" else 0 for it in drawn.shapes]
    sizes = {
        (round(one.right - one.left + line, 1), round(one.bottom - one.top + line, 1))
        for one, line in zip(boxes, stroked, strict=True)
    }
    assert sizes == {(12.0, 12.0)}


@given(
    st.lists(
        st.builds(Meaning, st.just("#112233"), any_text(), st.sampled_from(MARKS)),
        min_size=1,
        max_size=8,
    ),
    st.floats(400, 1184),
)
def test_whatever_it_says_it_is_one_row_within_its_ends(
    meanings: list[Meaning], right: float
) -> None:
    on = pen()
    found = row(draw_meanings(on, meanings, 40, right))
    assert all(a.right <= b.left + TOLERANCE for a, b in pairwise(found))
    assert found[0].left >= 40 - TOLERANCE
    assert found[-1].right <= right + TOLERANCE
    assert all(one.is_inside(right, legend_height(on)) for one in found)
