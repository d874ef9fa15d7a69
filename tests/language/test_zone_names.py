"""Abbreviations that leave open which time is meant."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from deckgen.language.zone_names import NAMES, doubt_about

WINTER = datetime(2025, 1, 8, 12, tzinfo=UTC)
SUMMER = datetime(2025, 7, 8, 12, tzinfo=UTC)


def doubt(name: str, day: datetime, zone: str = "UTC") -> str | None:
    return doubt_about(name, day, ZoneInfo(zone))


def test_one_that_several_places_use_is_in_doubt() -> None:
    assert doubt("IST", WINTER) == "'IST' is the time of India, Ireland or Israel"


def test_it_is_clear_in_a_file_whose_zone_goes_by_it() -> None:
    assert doubt("IST", WINTER, "Asia/Kolkata") is None
    assert doubt("CST", WINTER, "America/Chicago") is None


def test_one_of_the_other_season_is_in_doubt() -> None:
    assert doubt("PST", SUMMER) == "'PST' is not in use on 2025-07-08, when 'PDT' is"
    assert doubt("CEST", WINTER) == "'CEST' is not in use on 2025-01-08, when 'CET' is"


@pytest.mark.parametrize(
    ("name", "day"), [("PST", WINTER), ("PDT", SUMMER), ("CET", WINTER), ("CEST", SUMMER)]
)
def test_one_of_the_season_is_clear(name: str, day: datetime) -> None:
    assert doubt(name, day) is None


@pytest.mark.parametrize("name", NAMES)
def test_every_one_is_in_doubt_on_some_day(name: str) -> None:
    assert doubt(name, SUMMER) or doubt(name, WINTER)
