"""How far an incident and its actions have come."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.review.progress import day_of, is_over, is_real, kept_actions, workday
from deckgen.review.progress import open_actions as opened
from tests.builders import at, postmortem

ACTIONS = [{"action": word, "status": word} for word in ("open", "in_progress", "done", "dropped")]


def test_open_and_kept_actions() -> None:
    incident = postmortem(actions=ACTIONS)
    assert [n for n, _ in opened(incident)] == [0, 1]
    assert [one.action for one in kept_actions(incident)] == ["open", "in_progress", "done"]


@pytest.mark.parametrize(("status", "over"), [("open", False), ("mitigated", True)])
def test_an_incident_is_over_when_its_impact_is(status: str, over: bool) -> None:
    assert is_over(postmortem(status=status)) is over
    assert not is_real(postmortem(status=status, drill=True))


def test_a_day_is_that_of_the_zone() -> None:
    assert day_of(at("12:00"), ZoneInfo("Pacific/Auckland")) == date(2025, 1, 9)
    assert day_of(date(2025, 1, 8), ZoneInfo("Pacific/Auckland")) == date(2025, 1, 8)


@given(st.dates(max_value=date(2200, 1, 1)))
def test_a_workday_is_the_next_one(day: date) -> None:
    found = workday(day)
    assert found.weekday() < 5
    assert found - day <= timedelta(days=2)
    assert found == day or day.weekday() >= 5
