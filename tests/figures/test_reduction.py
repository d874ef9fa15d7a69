"""Many readings drawn as few: the picture stays, and so does every peak."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.reduction import reduced
from deckgen.postmortem.impact import Point
from tests.builders import at

BEGINS, ENDS = at("02:00"), at("03:00")


def points(*readings: tuple[str, float]) -> list[Point]:
    return [(at(clock), value) for clock, value in readings]


def column(point: Point, columns: int) -> int:
    """The column of pixels that a reading falls into."""
    return min(int((point[0] - BEGINS) / (ENDS - BEGINS) * columns), columns - 1)


def by_column(found: Iterable[Point], columns: int) -> dict[int, list[Point]]:
    groups: dict[int, list[Point]] = {}
    for point in found:
        groups.setdefault(column(point, columns), []).append(point)
    return groups


def outline(group: Sequence[Point]) -> tuple[Point, float, float, Point]:
    """What a column of pixels shows of its readings."""
    values = [value for _, value in group]
    return group[0], min(values), max(values), group[-1]


def test_readings_that_are_no_more_than_the_columns_are_all_drawn() -> None:
    found = points(("02:00", 1), ("02:01", 5), ("02:01", 2), ("03:00", 3))
    assert reduced(found, BEGINS, ENDS, 4) == found


def test_of_a_column_the_first_lowest_highest_and_last_are_drawn() -> None:
    values = [5, 7, 1, 3, 9, 4, 6]
    found = [(BEGINS + timedelta(seconds=n), float(value)) for n, value in enumerate(values)]
    assert [value for _, value in reduced(found, BEGINS, ENDS, 2)] == [5, 1, 9, 6]


def test_where_the_line_crosses_an_end_the_reading_there_is_interpolated() -> None:
    found = points(("01:50", 0), ("02:10", 10), ("02:50", 10), ("03:10", 30))
    expected = points(("02:00", 5), ("02:10", 10), ("02:50", 10), ("03:00", 20))
    assert reduced(found, BEGINS, ENDS, 100) == expected


def test_a_line_without_a_reading_within_is_drawn_across() -> None:
    found = points(("01:30", 0), ("03:30", 12))
    assert reduced(found, BEGINS, ENDS, 100) == points(("02:00", 3), ("03:00", 9))


def test_a_line_that_touches_an_end_ends_there() -> None:
    assert reduced(points(("01:00", 1), ("02:00", 2)), BEGINS, ENDS, 9) == points(("02:00", 2))
    assert reduced(points(("03:00", 1), ("04:00", 2)), BEGINS, ENDS, 9) == points(("03:00", 1))


def test_a_single_reading_is_drawn_where_it_is_within() -> None:
    for clock, count in (("01:59", 0), ("02:00", 1), ("02:30", 1), ("03:00", 1), ("03:01", 0)):
        assert len(reduced(points((clock, 7)), BEGINS, ENDS, 9)) == count


def test_readings_wholly_before_or_after_are_not_drawn() -> None:
    for clocks in (("01:00", "01:30", "01:59"), ("03:01", "04:00", "05:00")):
        assert reduced(points(*((clock, 1) for clock in clocks)), BEGINS, ENDS, 9) == []


def test_a_hundred_thousand_readings_keep_their_one_peak() -> None:
    step = (ENDS - BEGINS) / 100_000
    found = [(BEGINS + step * n, float(n % 7)) for n in range(100_000)]
    found[54_321] = (found[54_321][0], 1e6)
    drawn = reduced(found, BEGINS, ENDS, 592)
    assert len(drawn) <= 4 * 592
    assert max(drawn, key=lambda point: point[1]) == found[54_321]


@st.composite
def many(draw: st.DrawFn) -> list[Point]:
    """Readings in the order of time from before the span to after it, in bursts and gaps."""
    count = draw(st.integers(1, 400))
    random = draw(st.randoms(use_true_random=False))
    spread = draw(st.sampled_from([60, 3_600, 7_200]))
    values = draw(st.lists(st.floats(-1e15, 1e15), min_size=1, max_size=20))
    begins = BEGINS + timedelta(seconds=draw(st.integers(-4_000, 4_000)))
    moments: list[datetime] = sorted(
        begins + timedelta(seconds=random.randrange(spread)) for _ in range(count)
    )
    return [(moment, random.choice(values)) for moment in moments]


@given(many(), st.integers(1, 60))
def test_what_is_drawn_looks_like_all_of_it(found: list[Point], columns: int) -> None:
    drawn = reduced(found, BEGINS, ENDS, columns)
    assert drawn == sorted(drawn, key=lambda point: point[0])
    whole = reduced(found, BEGINS, ENDS, len(found) + 2)  # nothing left out
    assert [point for point in found if BEGINS <= point[0] <= ENDS] == [
        point for point in whole if point in found
    ]
    shown, true = by_column(drawn, columns), by_column(whole, columns)
    assert {n: outline(group) for n, group in shown.items()} == {
        n: outline(group) for n, group in true.items()
    }
    if len(whole) > columns:
        assert max(map(len, shown.values())) <= 4
