"""Boxes in EMU: columns and rows that fill them, insides and overlaps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.scene.geometry import (
    EMU_PER_INCH,
    Box,
    Emu,
    inches,
    pixels,
    points,
    to_pixels,
    to_points,
)

lengths = st.integers(0, 12_192_000).map(Emu)
boxes = st.builds(Box, lengths, lengths, lengths, lengths)
weights = st.lists(st.floats(0.1, 10), min_size=1, max_size=8)
gutters = st.integers(0, 400_000)
BOX = Box(Emu(100), Emu(200), Emu(1000), Emu(600))


def turned(box: Box) -> Box:
    """The box with its axes swapped."""
    return Box(box.y, box.x, box.height, box.width)


def test_an_inch_is_914400_emu_72_points_and_96_pixels() -> None:
    assert (inches(1), points(72), pixels(96)) == (914_400, 914_400, 914_400)


@given(lengths)
def test_points_and_pixels_come_back_as_they_went(length: Emu) -> None:
    assert (points(to_points(length)), pixels(to_pixels(length))) == (length, length)


def test_a_box_knows_its_far_edges() -> None:
    assert (BOX.right, BOX.bottom) == (1100, 800)


def test_an_inset_box_has_the_same_middle() -> None:
    assert BOX.inset(10, 20) == Box(Emu(110), Emu(220), Emu(980), Emu(560))


def test_rows_and_columns_are_strips_of_full_length() -> None:
    assert BOX.row(50, 70) == Box(Emu(100), Emu(250), Emu(1000), Emu(70))
    assert BOX.column(50, 70) == Box(Emu(150), Emu(200), Emu(70), Emu(600))


def test_columns_are_as_wide_as_their_weights_say() -> None:
    assert BOX.columns([1, 3], 200) == [
        Box(Emu(100), Emu(200), Emu(200), Emu(600)),
        Box(Emu(500), Emu(200), Emu(600), Emu(600)),
    ]


@given(boxes, weights, gutters)
def test_columns_fill_the_box_from_edge_to_edge_with_even_gutters(
    box: Box, shares: list[float], gutter: int
) -> None:
    parts = box.columns(shares, gutter)
    assert len(parts) == len(shares)
    assert (parts[0].x, parts[-1].right) == (box.x, box.right)
    assert [b.x - a.right for a, b in pairwise(parts)] == [gutter] * (len(parts) - 1)
    assert {(part.y, part.height) for part in parts} == {(box.y, box.height)}


@given(boxes, weights)
def test_a_column_is_off_its_share_by_rounding_only(box: Box, shares: list[float]) -> None:
    wanted = [box.width * share / sum(shares) for share in shares]
    assert [part.width for part in box.columns(shares, 0)] == pytest.approx(wanted, abs=1)


@given(boxes, weights, gutters)
def test_rows_are_columns_of_the_turned_box(box: Box, shares: list[float], gutter: int) -> None:
    assert box.rows(shares, gutter) == [turned(c) for c in turned(box).columns(shares, gutter)]


@given(boxes)
def test_a_box_contains_itself_and_what_is_inset(box: Box) -> None:
    assert box.contains(box)
    assert box.contains(box.inset(box.width // 3, box.height // 3))


@pytest.mark.parametrize(
    "other",
    [
        Box(Emu(90), Emu(200), Emu(10), Emu(10)),
        Box(Emu(100), Emu(190), Emu(10), Emu(10)),
        Box(Emu(1100), Emu(200), Emu(10), Emu(10)),
        Box(Emu(100), Emu(800), Emu(10), Emu(10)),
    ],
)
def test_a_box_contains_what_sticks_out_only_by_the_tolerance(other: Box) -> None:
    assert [BOX.contains(other, tolerance) for tolerance in (0, 9, 10)] == [False, False, True]


@given(boxes, boxes)
def test_boxes_overlap_each_other(one: Box, other: Box) -> None:
    assert one.overlaps(other) == other.overlaps(one)


@given(boxes, weights, gutters)
def test_neighbours_do_not_overlap(box: Box, shares: list[float], gutter: int) -> None:
    parts = box.columns(shares, gutter)
    assert [pair for pair in pairwise(parts) if pair[0].overlaps(pair[1])] == []


def test_boxes_overlap_where_both_sides_exceed_the_tolerance() -> None:
    other = Box(Emu(1080), Emu(780), Emu(500), Emu(500))
    assert [BOX.overlaps(other, tolerance) for tolerance in (0, 19, 20)] == [True, True, False]
    assert not BOX.overlaps(Box(Emu(1100), Emu(200), Emu(EMU_PER_INCH), Emu(600)))
