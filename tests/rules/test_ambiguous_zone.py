"""Time zones that leave open which time is meant."""

from __future__ import annotations

import pytest

from deckgen.rule import Finding
from deckgen.rules import ambiguous_zone
from tests.builders import at, event
from tests.rules.cases import found, messages


def test_an_abbreviation_behind_a_clock_time_is_found() -> None:
    assert found(ambiguous_zone, summary="It began at 07:40 IST") == [
        Finding(
            ("summary",),
            "'IST' is the time of India, Ireland or Israel",
            "write UTC, an offset such as +05:30, or the time in UTC",
            (18, 21),
        )
    ]


def test_an_abbreviation_behind_many_times_is_told_once() -> None:
    texts = ["07:40 IST: alert", "08:10 IST: fixed", "09:00 CST: closed"]
    said = messages(ambiguous_zone, timeline=[event("02:15", text) for text in texts])
    assert [text.split("'")[1] for text in said] == ["IST", "CST"]
    assert said[0].endswith("; so 1 time more")


@pytest.mark.parametrize(
    "text",
    [
        "at 7:40 AM IST",
        "at 7 pm IST",
        "at 07:40:12 (IST)",
        "at 07.40 IST",
        "All times in IST",
        "Times are given in IST.",
    ],
)
def test_every_way_to_write_a_time_is_known(text: str) -> None:
    assert len(messages(ambiguous_zone, summary=text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "at 07:40 UTC",
        "The IST team joined",
        "at 07:40 ISTANBUL time",
        "`07:40 IST` in the log",
        "at 07:40 PST",
    ],
)
def test_clear_times_and_other_words_are_left_alone(text: str) -> None:
    assert messages(ambiguous_zone, summary=text) == []


def test_the_day_is_that_of_the_event() -> None:
    timeline = [event("12:00", "at 07:40 PST", at=at("12:00", "2025-07-08"))]
    assert messages(ambiguous_zone, timeline=timeline) == [
        "'PST' is not in use on 2025-07-08, when 'PDT' is"
    ]


def test_the_name_of_the_files_own_zone_is_clear() -> None:
    text = "It began at 07:40 IST"
    assert messages(ambiguous_zone, summary=text, timezone="Asia/Kolkata") == []
