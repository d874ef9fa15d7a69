"""Periods: quarters of calendar and fiscal years, other spans, and the period before each."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.quarter.period import NoPeriod, Period, named_quarter, period_before, quarter_of, span

DAYS = st.dates(date(1901, 1, 1), date(2998, 12, 31))
MONTHS = st.integers(1, 12)


def refusal(text: str, begins: int = 1) -> str:
    with pytest.raises(NoPeriod) as caught:
        named_quarter(text, begins)
    return str(caught.value)


@pytest.mark.parametrize("text", ["2025-Q3", "2025Q3", "2025 q3", " 2025-q3 "])
def test_a_quarter_is_three_months_of_a_year(text: str) -> None:
    assert named_quarter(text) == Period(date(2025, 7, 1), date(2025, 9, 30), "2025-Q3")


def test_a_fiscal_year_is_called_by_the_calendar_year_in_which_it_ends() -> None:
    q1 = Period(date(2025, 2, 1), date(2025, 4, 30), "FY2026-Q1")
    q4 = Period(date(2025, 11, 1), date(2026, 1, 31), "FY2026-Q4")
    assert [named_quarter("FY2026-Q1", 2), named_quarter("2026-Q4", 2)] == [q1, q4]
    assert quarter_of(date(2026, 1, 31), 2) == q4
    assert named_quarter("FY2025-Q4", 10).last == date(2025, 9, 30)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2025-Q5", "'2025-Q5' is no quarter: a year has Q1 to Q4"),
        ("2025-Q0", "'2025-Q0' is no quarter: a year has Q1 to Q4"),
        ("Q3 2025", "'Q3 2025' is no quarter: write it like 2025-Q3"),
        ("q1/24", "'q1/24' is no quarter: write it like 2025-Q1"),
        ("last", "'last' is no quarter: write it like 2025-Q3"),
        ("2024", "'2024' is no quarter: write it like 2024-Q3"),
        ("2025-Q3 and more", "'2025-Q3 and more' is no quarter: write it like 2025-Q3"),
        ("9999-Q4", "9999-Q4 lies outside the years 1900 to 2999"),
    ],
)
def test_what_is_no_quarter_is_refused_with_how_to_write_one(text: str, said: str) -> None:
    assert refusal(text) == said


def test_a_fiscal_quarter_needs_the_month_in_which_years_begin() -> None:
    assert refusal("FY2025-Q3") == (
        "'FY2025-Q3' is of a fiscal year: say the month in which yours begin with "
        "--fiscal-year-starts, or leave out FY"
    )


def test_the_quarter_before_the_first_is_the_last_of_the_year_before() -> None:
    assert period_before(named_quarter("2025-Q1")) == named_quarter("2024-Q4")
    assert period_before(named_quarter("FY2026-Q1", 2)) == named_quarter("FY2025-Q4", 2)


def test_before_any_other_span_are_as_many_days() -> None:
    before = period_before(span(date(2025, 3, 1), date(2025, 3, 10)))
    assert before == Period(date(2025, 2, 19), date(2025, 2, 28), "2025-02-19 to 2025-02-28")


def test_a_span_that_runs_backwards_is_refused() -> None:
    with pytest.raises(NoPeriod, match="2025-01-01 lies before 2025-02-01: give the first day fir"):
        span(date(2025, 2, 1), date(2025, 1, 1))


@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31)])
def test_days_at_the_ends_of_the_calendar_make_no_period(day: date) -> None:
    with pytest.raises(NoPeriod, match="lies outside the years"):
        quarter_of(day)
    with pytest.raises(NoPeriod, match="lies outside the years"):
        span(min(day, date(2025, 1, 1)), max(day, date(2025, 1, 1)))


@given(DAYS, MONTHS)
def test_every_day_lies_in_its_quarter_whose_name_leads_back_to_it(day: date, begins: int) -> None:
    quarter = quarter_of(day, begins)
    assert day in quarter
    assert named_quarter(quarter.name, begins) == quarter
    assert 89 <= quarter.days <= 92


@given(DAYS, MONTHS)
def test_quarters_follow_each_other_without_a_gap(day: date, begins: int) -> None:
    quarter = quarter_of(day, begins)
    before = period_before(quarter)
    assert before.last + timedelta(days=1) == quarter.first
    assert before == quarter_of(before.first, begins)


@given(DAYS, DAYS)
def test_the_span_before_is_as_long_and_ends_the_day_before(one: date, other: date) -> None:
    period = span(min(one, other), max(one, other))
    before = period_before(period)
    assert (before.days, before.last + timedelta(days=1)) == (period.days, period.first)
