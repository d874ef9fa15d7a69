"""At a glance: the impact in numbers, how long each part took, the summary."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckgen.postmortem.wording import listing
from deckgen.scene.shapes import Group
from deckgen_layouts.at_a_glance import AtAGlance
from tests.builders import at, box, event, page, postmortem
from tests.layouts.checks import slides_of, texts_of
from tests.layouts.postmortems import PARAGRAPH

UNKNOWN = [
    *("Time to detect", "Not recorded"),
    *("Time to acknowledge", "Not recorded"),
    *("Time to mitigate", "Not yet"),
    *("Time to resolve", "Not yet"),
    *("Impact lasted", "Ongoing"),
]


def metrics(count: int) -> dict[str, object]:
    return {"metrics": [{"label": f"Metric {n}", "value": n, "note": "peak"} for n in range(count)]}


def told(**fields: object) -> list[str]:
    [slide] = slides_of(AtAGlance, postmortem(**fields))
    return texts_of(slide)


def test_the_first_hour_s_slide_says_what_is_not_recorded() -> None:
    assert told() == [
        "Impact so far: since 02:15 UTC, still open",
        "Impact in numbers: not recorded yet",
        *UNKNOWN,
        "No summary is recorded yet.",
    ]


def test_without_a_summary_the_first_events_tell_what_happened() -> None:
    events = [event(f"02:1{n}", f"Event {n}") for n in range(5, 9)]
    assert told(timeline=events)[-4:] == [
        "No summary is recorded yet.",
        "02:15: Event 5",
        "02:16: Event 6",
        "02:17: Event 7",
    ]


@pytest.mark.parametrize(
    ("fields", "headline"),
    [
        ({"impact": {"statement": "12,000 could not pay"}}, "12,000 could not pay"),
        (
            {"severity": "SEV1", "mitigated_at": at("03:00")},
            "SEV1: the impact lasted 45 minutes",
        ),
        ({"severity": "SEV1"}, "SEV1: impact since 02:15 UTC, still open"),
        (
            {"severity": "SEV1", "status": "resolved"},
            "SEV1: impact since 8 Jan 2025, 02:15 UTC, resolved",
        ),
    ],
)
def test_the_headline_says_how_bad_it_was(fields: dict[str, object], headline: str) -> None:
    assert told(**fields)[0] == headline


def test_numbers_stand_with_their_units_labels_and_notes() -> None:
    shown = told(
        impact={
            "metrics": [
                {"label": "Customers affected", "value": 12000},
                {"label": "Failed checkouts", "value": "31.5", "unit": "%", "note": "peak"},
                {"label": "Refunds", "value": 4000, "unit": "$"},
            ]
        }
    )
    assert shown[1:8] == [
        *("12,000", "Customers affected"),
        *("31.5%", "Failed checkouts", "peak"),
        *("$4,000", "Refunds"),
    ]


def test_each_number_is_described_as_one_group() -> None:
    [slide] = slides_of(AtAGlance, postmortem(impact=metrics(2)))
    groups = [item for item in slide.items if isinstance(item, Group)]
    assert [group.alt for group in groups] == ["Metric 0: 0", "Metric 1: 1"]


@pytest.mark.parametrize("count", range(1, 9))
def test_up_to_eight_numbers_stand_in_full_on_one_slide(count: int) -> None:
    shown = told(impact=metrics(count), summary="A deploy broke the cache.", services=["checkout"])
    assert [text for text in shown if text.startswith("Metric")] == [
        f"Metric {n}" for n in range(count)
    ]
    assert shown.count("peak") == count


def test_further_numbers_continue_on_the_next_slide() -> None:
    slides = slides_of(AtAGlance, postmortem(impact=metrics(60), summary="A deploy broke it."))
    shown = [[t for t in texts_of(slide) if t.startswith("Metric")] for slide in slides]
    assert [label for labels in shown for label in labels] == [f"Metric {n}" for n in range(60)]
    assert list(map(len, shown)) == [8, 10, 10, 11, 10, 11]
    told_again = [texts_of(slide) for slide in slides if "Impact lasted" in texts_of(slide)]
    assert len(told_again) == 1


@pytest.mark.parametrize(("count", "shown"), [(9, [5, 4]), (12, [8, 4]), (13, [8, 5])])
def test_no_number_stands_alone_on_a_further_slide(count: int, shown: list[int]) -> None:
    slides = slides_of(AtAGlance, postmortem(impact=metrics(count)))
    groups = [[item for item in slide.items if isinstance(item, Group)] for slide in slides]
    assert list(map(len, groups)) == shown


def test_the_notes_tell_the_numbers_of_their_slide() -> None:
    slides = slides_of(AtAGlance, postmortem(impact=metrics(20)))
    told_numbers = [[n for n in slide.notes if n.startswith("Metric")] for slide in slides]
    expected = [f"Metric {n}: {n} (peak)." for n in range(20)]
    assert told_numbers == [expected[:8], expected[8:]]


def test_each_measure_says_where_it_comes_from_and_what_was_reported_elsewhere() -> None:
    shown = told(
        detected_at=at("02:19"),
        mitigated_at=at("03:00"),
        resolved_at=at("03:20"),
        timeline=[event("02:24", kind="acknowledgement")],
        reported={"time_to_mitigate": "1h", "time_to_resolve": "65m"},
        summary="A deploy broke the cache.",
        impact=metrics(1),
    )
    assert shown[4:-1] == [
        *("Time to detect", "4m"),
        *("Time to acknowledge", "5m", "From the timeline"),
        *("Time to mitigate", "45m", "Reported: 1h"),
        *("Time to resolve", "1h 05m"),
        *("Impact lasted", "45m", "Until mitigated"),
    ]


def test_a_resolved_incident_without_numbers_shows_its_times_in_their_place() -> None:
    shown = told(
        detected_at=at("02:19"), mitigated_at=at("03:00"), status="resolved", summary="Sum."
    )
    assert shown[1:] == [
        *("45m", "Impact lasted", "Until mitigated"),
        *("4m", "Time to detect"),
        *("Not recorded", "Time to acknowledge"),
        *("45m", "Time to mitigate"),
        *("Not recorded", "Time to resolve"),
        "No impact figures recorded",
        "Sum.",
    ]


def test_a_time_that_is_not_recorded_is_said_in_full_on_a_narrow_slide_as_well() -> None:
    narrow = replace(page(), boxes=replace(page().boxes, body=box(0.5, 1.3, 9, 3.6)))
    [slide] = slides_of(AtAGlance, postmortem(status="resolved"), narrow)
    assert texts_of(slide).count("Not recorded") == 5


def test_the_cause_stands_in_one_line_below_the_summary() -> None:
    cause = "Two writers filled one key"
    drawn = postmortem(root_cause={"primary_cause": cause}, summary="Sum.", services=["checkout"])
    [slide] = slides_of(AtAGlance, drawn)
    assert texts_of(slide)[-1] == f"Why: {cause}"
    assert f"Why: {cause}" in slide.notes


def test_a_long_cause_is_shortened_to_its_line_and_stands_in_the_notes() -> None:
    long = PARAGRAPH.strip()
    [slide] = slides_of(AtAGlance, postmortem(root_cause={"primary_cause": long}))
    shown = texts_of(slide)[-1]
    assert (shown[:9], shown[-1]) == ("Why: The ", "…")
    assert f"Why: {long}" in slide.notes


@pytest.mark.parametrize(
    ("earlier", "shown"),
    [
        (["INC-1"], "INC-1"),
        (["INC-1", "INC-7"], "INC-1 and INC-7"),
        ([f"INC-2024-{n}" for n in range(10, 16)], "six earlier incidents"),
    ],
)
def test_earlier_incidents_with_the_same_cause_are_named_or_counted(
    earlier: list[str], shown: str
) -> None:
    cause = {"primary_cause": "Two writers filled one key", "repeats": earlier}
    [slide] = slides_of(AtAGlance, postmortem(root_cause=cause, summary="Sum."))
    assert texts_of(slide)[-1] == f"Why, as in {shown}: Two writers filled one key"
    assert f"Why, as in {listing(earlier)}: Two writers filled one key" in slide.notes


def test_where_the_numbers_take_the_room_the_cause_stands_in_the_notes_alone() -> None:
    cause = "Two writers filled one key"
    drawn = postmortem(root_cause={"primary_cause": cause}, impact=metrics(8), summary="Sum.")
    [slide] = slides_of(AtAGlance, drawn)
    assert [text for text in texts_of(slide) if text.startswith("Why")] == []
    assert f"Why: {cause}" in slide.notes


def test_the_summary_stands_beside_the_services() -> None:
    shown = told(summary="A deploy broke the cache.", services=["payments", "checkout"])
    assert shown[-3:] == ["A deploy broke the cache.", "Services affected", "payments and checkout"]


def test_the_notes_tell_the_summary_the_measures_and_the_numbers() -> None:
    [slide] = slides_of(
        AtAGlance,
        postmortem(summary="A deploy broke it.", detected_at=at("02:15"), impact=metrics(1)),
    )
    assert slide.notes == (
        "A deploy broke it.",
        "Time to detect: 0 minutes.",
        "Metric 0: 0 (peak).",
    )
