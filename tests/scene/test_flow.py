"""Blocks onto pages: each one once, in order, whole."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.scene.flow import page_ranges, spread

heights = st.lists(st.integers(1, 900), max_size=60)
rooms = st.integers(1, 2_000)
gaps = st.integers(0, 80)


def used(blocks: list[int], page: range, gap: int) -> int:
    return sum(blocks[n] for n in page) + gap * (len(page) - 1)


@pytest.mark.parametrize(
    ("blocks", "available", "gap", "expected"),
    [
        ([], 100, 0, []),
        ([100], 100, 0, [range(0, 1)]),
        ([50, 50], 100, 0, [range(0, 2)]),
        ([50, 50], 100, 1, [range(0, 1), range(1, 2)]),
        ([300], 100, 0, [range(0, 1)]),
        ([20, 300, 20], 100, 0, [range(0, 1), range(1, 2), range(2, 3)]),
        ([30, 30, 30, 30], 100, 0, [range(0, 2), range(2, 4)]),
        ([50, 50, 50], 100, 0, [range(0, 2), range(2, 3)]),
        ([10, 10, 75, 30], 100, 0, [range(0, 3), range(3, 4)]),
    ],
)
def test_blocks_go_onto_a_page_while_there_is_room(
    blocks: list[int], available: int, gap: int, expected: list[range]
) -> None:
    assert page_ranges(blocks, available, gap) == expected


@given(heights, rooms, gaps)
def test_every_block_stands_on_exactly_one_page_in_order(
    blocks: list[int], available: int, gap: int
) -> None:
    pages = page_ranges(blocks, available, gap)
    assert [n for page in pages for n in page] == list(range(len(blocks)))
    assert [page for page in pages if not page] == []


@given(heights, rooms, gaps)
def test_only_a_block_that_no_page_could_hold_overfills_one(
    blocks: list[int], available: int, gap: int
) -> None:
    overfull = [
        page
        for page in page_ranges(blocks, available, gap)
        if used(blocks, page, gap) > available and not (len(page) == 1)
    ]
    assert overfull == []


@given(heights, rooms, gaps)
def test_a_page_ends_only_where_the_next_block_has_no_room(
    blocks: list[int], available: int, gap: int
) -> None:
    pages = page_ranges(blocks, available, gap)
    wasted = [
        page
        for page, following in pairwise(pages[:-1])
        if used(blocks, range(page.start, following.start + 1), gap) <= available
    ]
    assert wasted == []


@given(heights, rooms, gaps)
def test_a_last_page_is_not_left_with_one_block_where_another_may_join_it(
    blocks: list[int], available: int, gap: int
) -> None:
    pages = page_ranges(blocks, available, gap)
    if len(pages) > 1 and len(pages[-1]) == 1 and len(pages[-2]) > 2:
        assert used(blocks, range(len(blocks) - 2, len(blocks)), gap) > available


def test_blocks_are_spread_over_the_room_up_to_a_factor() -> None:
    assert spread([100, 200], 600, 0, most=1.5) == [(0, 150), (150, 300)]
    assert spread([100, 200], 400, 40, most=1.5) == [(0, 120), (160, 240)]
    assert spread([100, 200], 300, 40, most=1.5) == [(0, 100), (140, 200)]


@given(heights.filter(bool), gaps, st.floats(1, 3), st.integers(0, 3_000))
def test_spread_blocks_keep_their_gaps_and_stay_in_the_room(
    blocks: list[int], gap: int, most: float, spare: int
) -> None:
    available = used(blocks, range(len(blocks)), gap) + spare
    places = spread(blocks, available, gap, most)
    assert [b - (a + height) for (a, height), (b, _) in pairwise(places)] == [gap] * (
        len(blocks) - 1
    )
    assert places[0][0] == 0
    assert sum(places[-1]) <= available
    grown = [(height, now) for height, (_, now) in zip(blocks, places, strict=True)]
    assert [pair for pair in grown if not pair[0] <= pair[1] <= pair[0] * most] == []
