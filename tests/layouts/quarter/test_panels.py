"""Panels: shares, cells, one size for all, and tables that end with their slide."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.quarter.definitions import DEFINITIONS
from deckgen.scene.geometry import Box, points
from deckgen.scene.text import Run, TextFrame
from deckgen.typeset import frame, paragraph
from deckgen_layouts.quarter.panels import (
    FOOT,
    canvas,
    cells,
    column_weight,
    defined,
    is_large_enough,
    one_table,
    remark,
    set_alike,
    shares,
)
from deckgen_layouts.tables import Column, Entry, cell_rooms
from tests.builders import box
from tests.layouts.quarter.reviews import PARAGRAPH, SENTENCE, page

AMOUNTS = st.integers(0, 500)


def text_of(words: str) -> Callable[[float], TextFrame]:
    return lambda size: frame(paragraph(words, size, page().theme.colour.ink))


def row_of(words: str) -> Callable[[float], list[Entry]]:
    return lambda size: [Entry((paragraph(words, size, page().theme.colour.ink),))]


table_of = partial(one_table, name="T", columns=[Column("Text", 1.0)], alt="A table", largest=16)


@given(AMOUNTS, st.integers(1, 9))
def test_things_are_shared_out_in_order_and_evenly(amount: int, most: int) -> None:
    parts = shares(amount, most)
    assert [n for part in parts for n in part] == list(range(amount))
    assert len(parts) == -(-amount // most)
    assert max(map(len, parts), default=0) - min(map(len, parts), default=0) <= 1


@given(st.integers(1, 20))
def test_cells_lie_inside_and_apart_and_fill_the_width_of_each_row(amount: int) -> None:
    room, gutter = box(0.5, 1.5, 12, 5), points(10)
    found = cells(room, amount, gutter)
    assert len(found) == amount
    assert all(room.contains(cell) for cell in found)
    assert not any(a.overlaps(b) for n, a in enumerate(found) for b in found[:n])
    by_row: dict[int, list[Box]] = {}
    for cell in found:
        by_row.setdefault(cell.y, []).append(cell)
    widths = [sum(c.width for c in row) + gutter * (len(row) - 1) for row in by_row.values()]
    assert widths == [room.width] * len(by_row)


def test_an_odd_cell_out_stands_alone_and_first() -> None:
    found = cells(box(0, 0, 10, 6), 5, 0)
    assert [cell.width for cell in found] == [box(0, 0, w, 1).width for w in (10, 5, 5, 5, 5)]


def test_all_texts_have_the_one_size_that_the_longest_needs() -> None:
    room = box(0, 0, 4, 1)
    texts = set_alike(page(), [(text_of("Short"), room), (text_of(SENTENCE * 2), room)], 30)
    assert {text.size for text in texts} == {texts[1].size}
    assert texts[1].size < 30
    assert [text.cut for text in texts] == [(), ()]


def test_a_text_that_fits_in_no_size_is_cut_and_the_others_are_not() -> None:
    room = box(0, 0, 4, 1)
    short, long = set_alike(page(), [(text_of("Short"), room), (text_of(PARAGRAPH), room)], 30)
    assert (short.cut, long.cut) == ((), (PARAGRAPH,))


def test_a_table_that_fits_takes_all_rows_and_the_foot_as_well() -> None:
    shown = table_of(page(), rows=[row_of("x")] * 3, box=page().boxes.body)
    assert shown.rows == range(3)
    assert shown.texts == ()


@given(AMOUNTS.filter(bool))
def test_a_table_never_leaves_its_box_and_leaves_the_foot_to_a_remark(amount: int) -> None:
    body = page().boxes.body
    shown = table_of(page(), rows=[row_of(f"Row {n}") for n in range(amount)], box=body)
    room = body if len(shown.rows) == amount else body.row(0, body.height - points(FOOT))
    assert room.contains(shown.table.box)
    assert shown.rows.start == 0
    assert 0 < len(shown.rows) <= amount


def test_a_row_higher_than_the_slide_is_shown_alone_and_said_to_be_cut() -> None:
    small = box(1, 1, 3, 1)
    shown = table_of(page(), rows=[row_of(PARAGRAPH)] * 3, box=small)
    assert shown.rows == range(1)
    assert [text.cut for text in shown.texts] == [(PARAGRAPH,)]


def test_a_remark_stands_at_the_foot_of_the_body_in_full() -> None:
    said = remark(page(), "and 12 more")
    body = page().boxes.body
    assert said.frame.text == "and 12 more"
    assert said.box == body.row(body.height - points(FOOT), points(FOOT))


def test_a_canvas_has_the_shape_of_its_box_and_is_smaller_so_that_texts_are_larger() -> None:
    assert canvas(box(0, 0, 10, 5), (400.0, 200.0)) == (800.0, 400.0)


def test_a_canvas_is_never_below_the_least() -> None:
    small = canvas(box(0, 0, 2.5, 2.5), (480.0, 200.0))
    assert list(small) == pytest.approx([480.0, 480.0])


@pytest.mark.parametrize(
    ("width", "height", "is_large"), [(5.0, 2.5, True), (4.9, 2.5, False), (5.0, 2.4, False)]
)
def test_a_box_is_large_enough_for_a_chart_if_its_texts_are_not_drawn_smaller(
    width: float, height: float, is_large: bool
) -> None:
    assert is_large_enough(box(0, 0, width, height), (400.0, 200.0)) is is_large


@pytest.mark.parametrize(("texts", "weight"), [(["I"], 1.0), (["W" * 80], 2.2)])
def test_a_column_is_no_narrower_and_no_wider_than_its_bounds(
    texts: list[str], weight: float
) -> None:
    assert column_weight(page(), texts, 11.0, (1.0, 2.2)) == weight


def test_a_column_holds_its_longest_text_on_one_line() -> None:
    texts, size = ["INC-1", "mybinder-2018-01-04"], page().theme.size.table
    others = 11.0 - (weight := column_weight(page(), texts, 11.0, (1.0, 2.2)))
    columns = [Column("ID", weight), Column("Others", others)]
    room = cell_rooms(page(), columns, page().boxes.body)[0]
    assert [page().measurer.line_count([Run(one, size, "")], room) for one in texts] == [1, 1]
    assert 1.0 < weight < 2.2


def test_every_figure_can_be_told_with_its_formula() -> None:
    for key, figure in DEFINITIONS.items():
        assert defined(key) == f"{figure.name}: {figure.meaning} Formula: {figure.formula}."
