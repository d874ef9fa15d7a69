"""From written times to instants: what is taken, and which guess is noted."""

from __future__ import annotations

import pytest

from deckgen.importing.draft import Draft
from deckgen.importing.markdown import read_markdown


def read(*rows: str, title: str = "Down on 2024-05-06", above: str = "All times UTC") -> Draft:
    text = "\n".join([f"# {title}", "", "## Timeline", "", above, "", *rows])
    (draft,) = read_markdown(text.encode(), "incident.md")
    return draft


def ats(draft: Draft) -> list[str]:
    return [f"{event.at:%m-%d %H:%M}" for event in draft.postmortem().timeline]


def guesses(draft: Draft, *loc: str | int) -> list[str]:
    return [guess.reason for guess in draft.guesses if guess.loc == loc]


def test_past_midnight_the_day_is_the_next_one_and_a_guess() -> None:
    draft = read("- 2024-05-06 23:50 a", "- 00:10 b", "- 00:20 c")
    assert ats(draft) == ["05-06 23:50", "05-07 00:10", "05-07 00:20"]
    said = "midnight has passed since the time before it, so 2024-05-07"
    assert guesses(draft, "timeline", 1, "at") == [said]
    assert guesses(draft, "timeline", 2, "at") == []


def test_rows_out_of_order_are_kept_as_written() -> None:
    draft = read("- 2024-05-06 15:50 a", "- 2024-05-06 15:10 b")
    assert ats(draft) == ["05-06 15:50", "05-06 15:10"]
    said = "lies 40m before the time above it, as written"
    assert guesses(draft, "timeline", 1, "at") == [said]


@pytest.mark.parametrize(
    ("above", "at"),
    [
        ("All times in CET", "05-06 10:00"),
        ("_All times in EEST_", "05-06 09:00"),
        ("(times in PDT)", "05-06 19:00"),
        ("All times Pacific", "05-06 19:00"),
        ("All times in UTC+1 (Zurich time)", "05-06 11:00"),
        ("All times Asia/Tokyo", "05-06 03:00"),
    ],
)
def test_a_zone_is_named_once_for_all_rows(above: str, at: str) -> None:
    assert ats(read("- 2024-05-06 12:00 a", above=above)) == [at]


def test_a_winter_name_in_summer_is_the_clock_there_and_a_guess() -> None:
    draft = read("- 2024-05-06 12:00 a", above="All times in CET")
    said = (
        "'CET' is not in use on 2024-05-06, when the clocks of Europe/Berlin show 'CEST';"
        " the time on the clock there is taken"
    )
    assert guesses(draft, "timezone") == [said]
    assert draft.data["timezone"] == "Europe/Berlin"


@pytest.mark.parametrize("name", ["IST", "BST", "CST"])
def test_a_name_of_several_zones_is_a_guess(name: str) -> None:
    draft = read("- 2024-05-06 12:00 a", above=f"All times in {name}")
    (said, *_) = guesses(draft, "timezone")
    assert said.startswith(f"'{name}' is the time of")


def test_a_document_without_a_zone_is_read_as_utc_and_a_guess() -> None:
    draft = read("- 2024-05-06 12:00 a", above="What happened:")
    assert guesses(draft, "timezone") == ["the document names no time zone; UTC is assumed"]


def test_a_document_without_a_zone_takes_that_of_its_chat_links() -> None:
    row = "- 2024-05-06 12:00 a [chat](https://x.slack.com/archives/C1/p1714993260000000)"
    assert ats(read(row, above="What happened:")) == ["05-06 11:00"]


def test_days_that_can_be_read_in_two_ways_follow_the_others() -> None:
    assert ats(read("- 03/04/2024 10:00 a", "- 16/04/2024 10:00 b")) == [
        "04-03 10:00",
        "04-16 10:00",
    ]
    assert ats(read("- 03/04/2024 10:00 a", "- 04/16/2024 10:00 b")) == [
        "03-04 10:00",
        "04-16 10:00",
    ]


def test_a_day_that_can_be_read_in_two_ways_is_left() -> None:
    draft = read("- 03/04/2024 10:00 a", title="Down")
    assert ats(draft) == []
    assert "day and month of this date cannot be told apart" in draft.left[0].text


def test_a_misspelt_year_is_read_as_the_one_of_the_other_dates() -> None:
    draft = read("- 2024-05-06 10:00 a", "- 20244-05-06 11:00 b")
    assert ats(draft) == ["05-06 10:00", "05-06 11:00"]
    said = "the year is written '20244'; 2024 is taken, as in other dates"
    assert guesses(draft, "timeline", 1, "at") == [said]


def test_a_misspelt_year_that_no_other_date_explains_is_left() -> None:
    draft = read("- 20194-05-06 11:00 b")
    assert ats(draft) == []
    assert "misspelt" in draft.left[0].text


def test_a_year_that_is_far_off_is_kept_and_noted() -> None:
    draft = read("- 2023-05-06 10:00 a", "- 2024-05-06 11:00 b")
    said = "lies 366d 1h after the time above it, as written"
    assert guesses(draft, "timeline", 1, "at") == [said]


def test_a_milestone_that_contradicts_another_is_left() -> None:
    draft = read("- 2024-05-06 10:00 Outage begins", "- 2024-05-06 09:00 Detected by an alert")
    assert [event.kind.value for event in draft.postmortem().timeline] == ["trigger", "note"]
    assert any("detection, which lies before started_at" in left.text for left in draft.left)
