"""The measures: between which moments, where from, and what was reported elsewhere."""

from __future__ import annotations

import pytest

from deckgen_layouts.appendix_measures import AppendixMeasures
from tests.builders import at, event, postmortem
from tests.layouts.checks import cell_texts, said, slides_of, tables
from tests.layouts.postmortems import PARAGRAPH

HEADER = ["Measure", "Value", "From (UTC)", "To (UTC)", "Reported"]
STARTED = "Started 8 Jan 2025, 02:15"
ALL = {
    "detected_at": at("02:19"),
    "acknowledged_at": at("02:22"),
    "mitigated_at": at("03:00"),
    "resolved_at": at("03:20"),
}


def rows(**fields: object) -> list[list[str]]:
    [shown] = tables(slides_of(AppendixMeasures, postmortem(**fields)))
    return cell_texts(shown)


def headline(**fields: object) -> str:
    slide, *_ = slides_of(AppendixMeasures, postmortem(**fields))
    return slide.title.text


def test_with_nothing_recorded_each_measure_says_what_is_missing() -> None:
    assert rows() == [
        HEADER[:-1],
        ["Time to detect", "Not recorded", STARTED, "Detected: not recorded"],
        [
            "Time to acknowledge",
            "Not recorded",
            "Detected: not recorded",
            "Acknowledged: not recorded",
        ],
        ["Time to mitigate", "Not yet", STARTED, "Mitigated: not yet"],
        ["Time to resolve", "Not yet", STARTED, "Resolved: not yet"],
        ["Impact lasted", "Ongoing", STARTED, "Resolved: not yet"],
    ]


def test_what_a_closed_incident_lacks_is_not_awaited_any_more() -> None:
    shown = rows(status="resolved")
    assert [row[1] for row in shown[1:]] == ["Not recorded"] * 5
    assert shown[-1][3] == "Resolved: not recorded"


def test_what_was_reported_has_a_column_only_where_anything_was() -> None:
    assert rows(**ALL)[0] == HEADER[:-1]
    assert rows(**ALL, reported={"time_to_detect": "4m"})[0] == HEADER


def test_of_a_long_event_only_the_start_is_shown_which_the_full_timeline_goes_on() -> None:
    [_, shown, *_] = rows(timeline=[event("03:00", PARAGRAPH, "detection")])
    moment, origin = shown[3].split("\n")
    assert (moment, origin[-1]) == ("Detected 8 Jan 2025, 03:00", "…")
    assert f"From the timeline: {PARAGRAPH}".startswith(origin[:-1])


def test_each_moment_carries_its_zone_where_clocks_were_changed_between_them() -> None:
    header, *shown = rows(
        timezone="Europe/Berlin",
        started_at=at("00:30", "2025-10-26"),
        detected_at=at("01:30", "2025-10-26"),
    )
    assert header[2:4] == ["From (Europe/Berlin)", "To (Europe/Berlin)"]
    assert shown[0][1:4] == [
        "1h",
        "Started 26 Oct 2025, 02:30 CEST",
        "Detected 26 Oct 2025, 02:30 CET\nStated in the file",
    ]


def test_each_moment_says_whether_it_was_stated_or_taken_from_the_timeline() -> None:
    shown = rows(
        detected_at=at("02:19"),
        timeline=[event("03:00", "The deploy is rolled back", "mitigation")],
        reported={"time_to_mitigate": "1h"},
    )
    rolled_back = "Mitigated 8 Jan 2025, 03:00\nFrom the timeline: The deploy is rolled back"
    assert [shown[1], shown[3], shown[5]] == [
        [
            "Time to detect",
            "4m",
            STARTED,
            "Detected 8 Jan 2025, 02:19\nStated in the file",
            "–",
        ],
        ["Time to mitigate", "45m", STARTED, rolled_back, "1h"],
        ["Impact lasted", "45m", STARTED, rolled_back, "–"],
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, "None of five measures recorded"),
        ({"detected_at": at("02:19")}, "One of five measures recorded"),
        (ALL, "How each measure was computed"),
        (
            {**ALL, "reported": {"time_to_detect": "9m"}},
            "How each measure was computed; one differs from what was reported",
        ),
        (
            {**ALL, "reported": {"time_to_detect": "9m", "time_to_resolve": "2h"}},
            "How each measure was computed; two differ from what was reported",
        ),
    ],
)
def test_the_headline_says_how_much_is_known(fields: dict[str, object], expected: str) -> None:
    assert headline(**fields) == expected


def test_long_events_are_shortened_and_stand_in_the_notes() -> None:
    long = (PARAGRAPH * 4).strip()
    kinds = ("detection", "acknowledgement", "mitigation", "resolution")
    events = [event(f"02:2{n}", long, kind) for n, kind in enumerate(kinds)]
    slides = slides_of(AppendixMeasures, postmortem(timeline=events))
    [shown] = tables(slides)
    assert [row[0] for row in cell_texts(shown)[1:]] == [
        "Time to detect",
        "Time to acknowledge",
        "Time to mitigate",
        "Time to resolve",
        "Impact lasted",
    ]
    assert long in said(slides)
