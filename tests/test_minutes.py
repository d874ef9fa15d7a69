"""The meeting's minutes: shared out in half minutes, and nothing of them lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.minutes import STEP, shared_out, spoken

minutes = st.integers(0, 120)
whole_shares = st.lists(st.integers(0, 12), max_size=40)
distinct_shares = st.lists(st.integers(0, 12), max_size=12, unique=True)
reordered = distinct_shares.flatmap(lambda s: st.tuples(st.just(s), st.permutations(s)))
shares = st.lists(st.one_of(st.just(0.0), st.floats(0.01, 100)), max_size=60)


@pytest.mark.parametrize(
    ("total", "given_shares", "expected"),
    [
        (1800, [1], [1800]),
        (600, [1, 2, 5, 6], [60, 90, 210, 240]),
        (300, [0, 1, 0], [0, 300, 0]),
        (90, [1, 1], [60, 30]),
        (60, [1, 1, 1, 1], [30, 30, 0, 0]),
        (600, [0, 0], [0, 0]),
        (600, [], []),
    ],
)
def test_slides_get_time_by_their_share(
    total: int, given_shares: list[float], expected: list[int]
) -> None:
    assert shared_out(total, given_shares) == expected


@given(minutes, shares)
def test_the_times_add_up_to_the_talk_where_anybody_speaks(
    total: int, given_shares: list[float]
) -> None:
    assert sum(shared_out(total * 60, given_shares)) == (total * 60 if any(given_shares) else 0)


@given(minutes, shares)
def test_times_are_whole_half_minutes_and_never_below_nothing(
    total: int, given_shares: list[float]
) -> None:
    times = shared_out(total * 60, given_shares)
    assert len(times) == len(given_shares)
    assert [time for time in times if time < 0 or time % STEP] == []


@given(minutes, shares)
def test_a_slide_for_reference_gets_no_time(total: int, given_shares: list[float]) -> None:
    times = shared_out(total * 60, given_shares)
    assert [t for t, share in zip(times, given_shares, strict=True) if t and not share] == []


@given(st.integers(20, 120), st.lists(st.floats(0.01, 100), max_size=40))
def test_every_other_slide_gets_a_step_while_there_are_enough(
    total: int, given_shares: list[float]
) -> None:
    assert [time for time in shared_out(total * 60, given_shares) if time < STEP] == []


@given(minutes, whole_shares)
def test_a_larger_share_never_gets_less(total: int, given_shares: list[int]) -> None:
    pairs = sorted(zip(given_shares, shared_out(total * 60, given_shares), strict=True))
    largest_of_smaller = 0
    for share in sorted(set(given_shares)):
        times = [time for other, time in pairs if other == share]
        assert min(times) >= largest_of_smaller
        largest_of_smaller = max(times)


@given(minutes, st.integers(1, 12), st.integers(1, 40))
def test_equal_shares_differ_by_a_step_at_most_and_the_earlier_gets_it(
    total: int, share: int, slides: int
) -> None:
    times = shared_out(total * 60, [share] * slides)
    assert times == sorted(times, reverse=True)
    assert max(times) - min(times) <= STEP


@given(minutes, reordered)
def test_a_slide_s_time_depends_on_its_share_and_hardly_on_its_place(
    total: int, orders: tuple[list[int], list[int]]
) -> None:
    before, after = (
        dict(zip(order, shared_out(total * 60, order), strict=True)) for order in orders
    )
    assert [share for share in before if abs(before[share] - after[share]) > STEP] == []


@pytest.mark.parametrize(
    ("seconds", "expected"), [(30, "½ min"), (60, "1 min"), (90, "1½ min"), (600, "10 min")]
)
def test_a_time_is_spoken_in_minutes_and_halves(seconds: int, expected: str) -> None:
    assert spoken(seconds) == expected
