"""Blocks onto pages: each one once, in order, whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.scene.flow import BEYOND, need_no_more, page_numbers, page_ranges, pages_left, spread

POINT = 12_700

heights = st.lists(st.integers(1, 900).map(lambda n: n * POINT), max_size=40)
few_heights = st.lists(st.integers(1, 300).map(lambda n: n * POINT), min_size=1, max_size=8)
rooms = st.integers(1, 2_000).map(lambda n: n * POINT)
gaps = st.integers(0, 80).map(lambda n: n * POINT)


def used(blocks: list[int], page: range, gap: int) -> int:
    return sum(blocks[n] for n in page) + gap * (len(page) - 1)


def splits(blocks: int, pages: int) -> Iterator[list[range]]:
    """Yield every way to put that many blocks onto that many pages, none of them empty."""
    for cuts in combinations(range(1, blocks), pages - 1):
        edges = [0, *cuts, blocks]
        yield [range(a, b) for a, b in pairwise(edges)]


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
        ([30, 30, 30, 30], 100, 5, [range(0, 2), range(2, 4)]),
        ([50, 50, 50], 100, 0, [range(0, 2), range(2, 3)]),
        ([10, 10, 75, 30], 100, 0, [range(0, 3), range(3, 4)]),
    ],
)
def test_blocks_go_onto_as_few_pages_as_can_be_evenly(
    blocks: list[int], available: int, gap: int, expected: list[range]
) -> None:
    scaled = [height * POINT for height in blocks]
    pages = page_ranges(scaled, available * POINT, gap * POINT)
    assert pages == expected


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
    pages = page_ranges(blocks, available, gap)
    overfull = [page for page in pages if used(blocks, page, gap) > available]
    assert [page for page in overfull if len(page) > 1] == []


@given(few_heights, st.integers(300, 600).map(lambda n: n * POINT), gaps)
def test_no_way_to_fill_the_pages_needs_fewer_or_is_more_even(
    blocks: list[int], available: int, gap: int
) -> None:
    pages = page_ranges(blocks, available, gap)
    tallest = {
        number: min(
            max(used(blocks, page, gap) for page in split) for split in splits(len(blocks), number)
        )
        for number in range(1, len(pages) + 1)
    }
    assert [number for number, height in tallest.items() if height <= available] == [len(pages)]
    evenness = max(used(blocks, page, gap) for page in pages) - tallest[len(pages)]
    assert 0 <= evenness <= POINT


def test_blocks_are_spread_over_the_room_up_to_a_factor() -> None:
    assert spread([100, 200], 600, 0, most=1.5) == [(0, 150), (150, 300)]
    assert spread([100, 200], 400, 40, most=1.5) == [(0, 120), (160, 240)]
    assert spread([100, 200], 300, 40, most=1.5) == [(0, 100), (140, 200)]


@given(heights.filter(bool), gaps, st.floats(1, 3), rooms)
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


@given(heights, rooms, gaps)
def test_the_page_numbers_are_those_of_as_few_pages(
    blocks: list[int], available: int, gap: int
) -> None:
    lower = [min(height, available) for height in blocks]
    numbers = list(page_numbers(lower, available, gap))
    assert numbers == sorted(numbers)
    assert {0, *numbers} == set(range(max(1, len(page_ranges(lower, available, gap)))))


def test_what_is_higher_than_a_page_and_all_behind_it_is_on_none() -> None:
    assert list(page_numbers([50, 101, 50, 90], 100)) == [0, BEYOND, BEYOND, BEYOND]


@given(few_heights, st.integers(0, 60), rooms, gaps, st.integers(0, 9))
def test_higher_blocks_are_held_to_a_number_of_pages(
    blocks: list[int], more: int, available: int, gap: int, most: int
) -> None:
    lower = [min(height, available) for height in blocks]
    higher = [height + more * POINT for height in blocks]
    least = pages_left(lower, available, gap)
    numbers = list(page_numbers(higher, available, gap))
    assert need_no_more(numbers, least, most) == (numbers[-1] <= most)


@given(few_heights, rooms, gaps)
def test_the_pages_left_are_those_of_the_blocks_from_there_on(
    blocks: list[int], available: int, gap: int
) -> None:
    lower = [min(height, available) for height in blocks]
    assert pages_left(lower, available, gap) == [
        len(page_ranges(lower[number:], available, gap)) for number in range(len(lower))
    ]


def test_blocks_that_end_on_too_late_a_page_are_soon_given_up() -> None:
    least, asked = pages_left([10] * 10_000, 100), []

    def higher() -> Iterator[int]:
        for _ in least:
            asked.append(12)
            yield 12

    assert not need_no_more(page_numbers(higher(), 100), least, least[0] - 1)
    assert len(asked) < 20
