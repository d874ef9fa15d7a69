"""Timelines kept in spreadsheets: what is read, and what is said of each row that is not."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from deckgen.diagnostics import InputError
from deckgen.importing.timeline_csv import LARGEST_CSV, csv_timeline
from tests.builders import at

DAY = "2025-01-08"


def rows(content: str | bytes, zone: str = "UTC") -> list[tuple[datetime, str, str]]:
    content = content.encode() if isinstance(content, str) else content
    found = csv_timeline(content, "timeline.csv", ZoneInfo(zone), at("02:15"))
    return [(event.at, str(event.kind), event.text) for event in found.events]


def warnings(content: str) -> list[str]:
    found = csv_timeline(content.encode(), "timeline.csv", ZoneInfo("UTC"), at("02:15"))
    return [f"{it.line}: {it.message}" for it in found.said]


def faults(content: str | bytes) -> list[str]:
    content = content.encode() if isinstance(content, str) else content
    with pytest.raises(InputError) as raised:
        csv_timeline(content, "timeline.csv", ZoneInfo("UTC"), at("02:15"))
    return [f"{it.line}: {it.message}" for it in raised.value.diagnostics]


ONE = [(at("02:20"), "note", "Alert")]


@pytest.mark.parametrize(
    "content",
    [
        f"time,event\n{DAY} 02:20,Alert\n",
        f"Time;Event\r\n{DAY} 02:20;Alert\r\n",
        f"timestamp\tdescription\n{DAY}T02:20:00Z\tAlert",
        f"sep=;\r\nWhen;What happened\r\n{DAY} 02:20;Alert\r\n",
        f"Event,Kind,Time (UTC)\nAlert,,{DAY} 02:20\n",
        f"Date,Time,Event\n{DAY},02:20,Alert\n",
        f"Date,Event\n{DAY} 02:20,Alert\n",
        f"{DAY} 02:20,Alert\n",
        "02:20,Alert",
        f'\n\n"time", "event"\n\n"{DAY} 02:20", " Alert "\n\n',
    ],
)
def test_one_event_in_many_forms(content: str) -> None:
    assert rows(content) == ONE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encodings_that_excel_writes(encoding: str) -> None:
    assert rows(f"time\tevent\n{DAY} 02:20\tÜberlast".encode(encoding))[0][2] == "Überlast"


def test_windows_1252_is_read_and_said() -> None:
    content = f"time;event\n{DAY} 02:20;Überlast".encode("cp1252")
    found = csv_timeline(content, "t.csv", ZoneInfo("UTC"), None)
    assert found.events[0].text == "Überlast"
    assert [(it.line, it.severity) for it in found.said] == [(2, "warning")]


def test_a_cell_behind_an_equals_sign_is_text() -> None:
    text = '=HYPERLINK("https://x.example";"y")'
    assert rows('time,event\n02:20,"=HYPERLINK(""https://x.example"";""y"")"')[0][2] == text


def test_kinds_sources_and_texts_of_several_lines() -> None:
    content = 'time,kind,event,link\n02:20,Detection,"Alert,\nthe ""first""",https://x.example/1\n'
    (event,) = csv_timeline(content.encode(), "t.csv", ZoneInfo("UTC"), at("02:15")).events
    assert (event.kind, event.text) == ("detection", 'Alert, the "first"')
    assert event.source == "https://x.example/1"


def test_a_clock_time_takes_the_day_of_the_row_before_past_midnight() -> None:
    found = rows(f"time,event\n{DAY} 23:50,a\n00:10,b\n")
    assert [when for when, _, _ in found] == [at("23:50"), at("00:10", "2025-01-09")]


def test_times_are_in_the_zone_of_the_file_or_of_the_heading() -> None:
    assert rows("time,event\n03:20,Alert", "Europe/Berlin") == ONE
    assert rows("time (UTC),event\n02:20,Alert", "Europe/Berlin") == ONE
    assert rows("Time UTC,event\n02:20,Alert", "Europe/Berlin") == ONE
    assert rows("time (America/Denver),event\n2025-01-07 19:20,Alert", "Europe/Berlin") == ONE
    assert warnings("time (CST),event\n02:20,Alert") == [
        "1: 'CST' in the heading is no zone that is read"
    ]


def test_columns_that_have_no_place_are_named() -> None:
    assert warnings("time,event,who\n02:20,Alert,Ana") == ["1: the column 'who' is not read"]


def test_every_fault_is_found_with_the_line_in_which_its_row_begins() -> None:
    content = (
        "time,event,kind,source\n"
        "2:20 PM,a,,\n"
        '02:21,"b\nb",,\n'
        "02:22,c,detecton,\n"
        ",d,,\n"
        "02:23,,,\n"
        "02:24,e,,ftp://x\n"
        "08/01/2025 02:25,f,,\n"
    )
    assert faults(content) == [
        "2: '2:20 PM' is a time of twelve hours",
        "5: there is no kind 'detecton'",
        "6: there is no time in this row",
        "7: there is no event in this row",
        "8: 'ftp://x' is no link",
        "9: the day is not written as year-month-day",
    ]


def test_more_faults_than_a_person_reads_are_counted() -> None:
    found = faults("time,event\n" + "soon,a\n" * 200)
    assert len(found) == 51
    assert found[-1] == "52: 150 more faults from here on"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        *(("", "0: the file is empty"), ("\n \n", "0: the file is empty")),
        ("time,event\n", "0: holds no events"),
        ("name,age\nAna,3\n", "1: the columns are not known: 'name' or 'age'"),
        ("just words", "1: there is only one column"),
        (f"{DAY} 02:20", "1: there is only one column"),
    ],
)
def test_files_without_a_timeline(content: str, message: str) -> None:
    assert faults(content) == [message]


def test_a_quotation_mark_that_is_not_closed_is_shown_where_its_row_begins() -> None:
    (said,) = faults('time,event\n02:20,Alert\n02:21,"never closed\n02:22,b\n')
    assert said.startswith("3: the row that begins here cannot be read")


def test_a_cell_of_a_megabyte_and_a_file_of_six_are_refused() -> None:
    (said,) = faults("time,event\n02:20," + "x" * 1_000_000)
    assert said.startswith("2: the row that begins here cannot be read")
    (said,) = faults("time,event\n02:20," + "x y " * 6_000)
    assert said == "2: the event is longer than 20,000 characters"
    (said,) = faults(b"x" * (LARGEST_CSV + 1))
    assert "at most 5 MB are read" in said
