"""The axis of durations: linear for what differs little, logarithmic for what differs by far."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.duration_axis import DurationAxis, duration_axis


def minutes(*amounts: float) -> list[timedelta]:
    return [timedelta(minutes=amount) for amount in amounts]


def test_a_wide_range_is_logarithmic_between_round_durations() -> None:
    axis = duration_axis(minutes(7, 3_000))
    assert axis == DurationAxis(timedelta(minutes=5), timedelta(days=4), True)
    assert axis.ticks(20)[:4] == minutes(5, 10, 15, 30)


def test_a_narrow_range_is_linear_from_nought() -> None:
    axis = duration_axis(minutes(20, 70))
    assert axis == DurationAxis(timedelta(), timedelta(hours=2), False)
    assert axis.ticks(6) == minutes(0, 30, 60, 90, 120)


def test_what_took_no_minute_does_not_stretch_the_axis() -> None:
    assert duration_axis(minutes(0, 0.5, 10, 600)).lowest == timedelta(minutes=10)


@given(st.lists(st.timedeltas(timedelta(), timedelta(days=9_000)), min_size=1), st.integers(2, 12))
def test_every_duration_is_on_it_in_order_and_ticks_are_few(
    durations: list[timedelta], most: int
) -> None:
    axis = duration_axis(durations)
    shares = [axis.share(one) for one in sorted(durations)]
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    ticks = axis.ticks(most)
    assert len(ticks) <= most + 1
    assert all(axis.lowest <= tick <= axis.highest for tick in ticks)
