"""The timeline slide: one chart, a headline that says how long it took."""

from __future__ import annotations

import pytest

from deckgen.scene.shapes import Group
from deckgen_layouts.timeline import Timeline
from tests.builders import at, event, page, postmortem
from tests.layouts.checks import said, slides_of, texts_of

EVENTS = [
    event("02:15", "Deploy 4812 reaches all regions", "trigger", key=True),
    event("02:19", "The error rate alert pages the on-call", "detection"),
    event("02:22", "Ada takes the page", "acknowledgement"),
    event("02:40", "The cache is found torn", "diagnosis"),
    event("03:00", "The deploy is rolled back", "mitigation"),
    event("03:20", "The cache is rebuilt", "resolution"),
]


def headline(**fields: object) -> str:
    [slide] = slides_of(Timeline, postmortem(**{"timeline": EVENTS[:1], **fields}))
    return slide.title.text


def test_without_events_there_is_no_timeline() -> None:
    assert slides_of(Timeline, postmortem(detected_at=at("02:19"))) == []


def test_the_chart_is_one_described_group_that_fills_the_body() -> None:
    [slide] = slides_of(Timeline, postmortem(timeline=EVENTS))
    [chart] = slide.items
    assert isinstance(chart, Group)
    assert (chart.name, chart.box) == ("Timeline", page().boxes.body)
    assert chart.alt


def test_every_event_of_a_short_timeline_is_labelled() -> None:
    [slide] = slides_of(Timeline, postmortem(timeline=EVENTS))
    shown = said([slide])
    assert [told for one in EVENTS if (told := one["text"]) not in shown] == []


def test_a_long_timeline_stays_one_slide_and_counts_what_it_labels() -> None:
    events = [event(f"{2 + n // 60:02d}:{n % 60:02d}", f"Step {n}") for n in range(15, 215)]
    key = event("04:00", "The one that counts", key=True)
    [slide] = slides_of(Timeline, postmortem(timeline=[*events, key]))
    shown = texts_of(slide)
    assert "The one that counts" in shown
    assert any("of 201 events labelled" in text for text in shown)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"timeline": EVENTS}, "Detected in 4 minutes, mitigated in 45"),
        (
            {"detected_at": at("02:16"), "mitigated_at": at("03:00")},
            "Detected in 1 minute, mitigated in 45 minutes",
        ),
        (
            {"detected_at": at("02:19"), "mitigated_at": at("04:20")},
            "Detected in 4 minutes, mitigated in 2 hours 5 minutes",
        ),
        (
            {"detected_at": at("02:25"), "mitigated_at": at("02:25")},
            "Detected in 10 minutes, mitigated in 10 minutes",
        ),
        (
            {"detected_at": at("02:15"), "resolved_at": at("03:15")},
            "Resolved in 1 hour",
        ),
        (
            {"detected_at": at("02:15")},
            "One event recorded since 8 Jan 2025, 02:15 UTC; not yet mitigated",
        ),
        (
            {"detected_at": at("02:15"), "status": "resolved"},
            "One event recorded since 8 Jan 2025, 02:15 UTC; no milestone yet",
        ),
        ({"detected_at": at("02:19")}, "Detected in 4 minutes; not yet mitigated"),
        ({"detected_at": at("02:19"), "status": "resolved"}, "Detected in 4 minutes"),
        ({"resolved_at": at("03:15")}, "Resolved in 1 hour"),
        ({}, "One event recorded since 8 Jan 2025, 02:15 UTC; no milestone yet"),
    ],
)
def test_the_headline_says_how_long_it_took(fields: dict[str, object], expected: str) -> None:
    assert headline(**fields) == expected


def test_the_notes_walk_through_what_counts() -> None:
    events = [*EVENTS[:2], event("02:30", "A note"), event("02:31", "A key note", key=True)]
    [slide] = slides_of(Timeline, postmortem(timeline=events))
    assert slide.notes[1:] == (
        "02:15: Deploy 4812 reaches all regions",
        "02:19: The error rate alert pages the on-call",
        "02:31: A key note",
    )


def test_a_timeline_of_notes_alone_is_walked_through_as_well() -> None:
    [slide] = slides_of(Timeline, postmortem(timeline=[event("02:30", "A note")]))
    assert slide.notes[1:] == ("02:30: A note",)


@pytest.mark.parametrize("minutes", [[15], [15, 15, 15], [15, 16]])
def test_events_of_one_instant_are_drawn_too(minutes: list[int]) -> None:
    events = [event(f"02:{m}", f"Event {n}") for n, m in enumerate(minutes)]
    [slide] = slides_of(Timeline, postmortem(timeline=events))
    assert [n for n in range(len(minutes)) if f"Event {n}" not in said([slide])] == []
