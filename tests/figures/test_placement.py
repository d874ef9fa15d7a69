"""Boxes on a line."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.placement import isotonic, place


def test_boxes_with_room_stand_where_they_want_to() -> None:
    assert place([10, 50, 90], [10, 10, 10], 0, 100, gap=5) == [10, 50, 90]


def test_boxes_that_want_the_same_place_share_the_way() -> None:
    assert place([50, 50], [10, 20], 0, 100, gap=5) == [40, 60]


def test_boxes_stay_between_the_ends() -> None:
    assert place([0, 100], [20, 20], 0, 100) == [10, 90]


def test_no_boxes_need_no_place() -> None:
    assert place([], [], 0, 0) == []


def test_boxes_wider_than_the_line_are_refused() -> None:
    with pytest.raises(ValueError, match=r"boxes need 10\.0 more"):
        place([0, 0], [55, 55], 0, 100)


def test_a_falling_pair_is_replaced_by_its_mean() -> None:
    assert isotonic([1, 3, 2, 4]) == [1, 2.5, 2.5, 4]


_WIDTH = 1000.0
_BOXES = st.lists(st.tuples(st.floats(-200, 1200), st.floats(1, 40)), min_size=1, max_size=20).map(
    lambda boxes: (sorted(want for want, _ in boxes), [width for _, width in boxes])
)


@given(_BOXES, st.floats(0, 10))
def test_placed_boxes_keep_order_distance_and_bounds(
    boxes: tuple[list[float], list[float]], gap: float
) -> None:
    wanted, widths = boxes
    edges = [
        (centre - width / 2, centre + width / 2)
        for centre, width in zip(place(wanted, widths, 0, _WIDTH, gap), widths, strict=True)
    ]
    assert edges[0][0] >= -1e-6
    assert edges[-1][1] <= _WIDTH + 1e-6
    assert all(left - right >= gap - 1e-6 for (_, right), (left, _) in pairwise(edges))


@given(_BOXES, st.floats(0, 1))
def test_no_other_placement_is_nearer_to_what_is_wanted(
    boxes: tuple[list[float], list[float]], share: float
) -> None:
    wanted, widths = boxes
    packed = list(accumulate([(a + b) / 2 for a, b in pairwise(widths)], initial=widths[0] / 2))
    slack = _WIDTH - packed[-1] - widths[-1] / 2
    other = [centre + slack * share for centre in packed]
    placed = place(wanted, widths, 0, _WIDTH)

    def cost(centres: list[float]) -> float:
        return sum((a - b) ** 2 for a, b in zip(centres, wanted, strict=True))

    mixed = [(a + b) / 2 for a, b in zip(placed, other, strict=True)]
    assert cost(placed) <= min(cost(other), cost(mixed)) + 1e-6
