"""The slide of the impact over time: what it shows, and what its headline and notes say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from deckgen.scene.shapes import Group, LineChart
from deckgen_layouts.impact import Impact
from tests.builders import at, box, page, postmortem, series
from tests.layouts.checks import assert_inside, parts, said, slides_of

ERRORS = series(
    "checkout errors", ("02:05", 0.5), ("02:15", 0.5), ("02:25", 38), ("02:45", 0.5), unit="%"
)
ORDERS = series("Orders", ("02:15", 900), ("02:25", 100), ("02:35", 900))


def headline(*measurements: dict[str, Any]) -> str:
    [slide] = slides_of(Impact, postmortem(impact={"series": list(measurements)}))
    return slide.title.text


def test_without_measurements_there_is_no_slide() -> None:
    assert slides_of(Impact, postmortem()) == []


def test_the_chart_is_one_described_group_that_fills_the_body() -> None:
    [slide] = slides_of(Impact, postmortem(impact={"series": [ERRORS, ORDERS]}))
    [group] = slide.items
    assert isinstance(group, Group)
    assert (group.name, group.box) == ("Impact", page().boxes.body)
    assert group.alt.startswith("Line chart of 2 measurements over the incident.")
    charts = [item for item in group.children if isinstance(item, LineChart)]
    assert [line.name for chart in charts for line in chart.lines] == ["checkout errors", "Orders"]


@pytest.mark.parametrize(
    ("measurements", "expected"),
    [
        ([ERRORS | {"threshold": 19.25}],
         "Checkout errors peaked at 38% and was above 19.25% for 15 minutes"),
        ([ERRORS], "Checkout errors peaked at 38%, from 0.5% before"),
        ([ERRORS | {"threshold": 40}],
         "Checkout errors peaked at 38%, never past its threshold of 40%"),
        ([ORDERS | {"threshold": 500}], "Orders fell to 100 and was below 500 for 10 minutes"),
        ([ERRORS, ORDERS | {"threshold": 500}],
         "Orders fell to 100 and was below 500 for 10 minutes"),
        ([ERRORS, ORDERS], "Checkout errors peaked at 38%, from 0.5% before"),
    ],
)  # fmt: skip
def test_the_headline_says_how_bad_it_got(
    measurements: list[dict[str, Any]], expected: str
) -> None:
    assert headline(*measurements) == expected


def test_the_notes_tell_every_measurement_with_its_threshold() -> None:
    measured = [ERRORS | {"threshold": 19.25}, ORDERS]
    [slide] = slides_of(Impact, postmortem(impact={"series": measured}))
    assert slide.notes[1:] == (
        "Checkout errors peaked at 38% at 02:25 UTC and was above 19.25% for 15 minutes. "
        "Threshold: 19.25%.",
        "Orders fell to 100 at 02:25 UTC, from 900 before.",
    )


def test_many_measurements_go_on_over_slides_that_tell_each_once() -> None:
    labels = [f"Queue {n}" for n in range(13)]
    measured = [series(one, ("02:15", 1), ("03:00", 9), unit=f"{one} jobs") for one in labels]
    slides = slides_of(Impact, postmortem(impact={"series": measured}))
    drawn = [item for slide in slides for item in parts(slide.items) if isinstance(item, LineChart)]
    assert [line.name for chart in drawn for line in chart.lines] == labels
    assert len({slide.title.text for slide in slides}) == len(slides) > 1


def test_a_measurement_without_readings_around_the_incident_is_named_in_the_notes() -> None:
    early = series("Disk", ("00:00", 1), ("00:30", 2))
    measured = {"series": [early, ERRORS]}
    [slide] = slides_of(Impact, postmortem(impact=measured, resolved_at=at("02:45")))
    assert "Not shown, as it has no readings around the incident: Disk." in slide.notes
    assert "1 measurement without readings in this time." in said([slide])
    assert slide.title.text.startswith("Checkout errors")


def test_on_narrow_slides_the_chart_is_drawn_smaller() -> None:
    body = box(0.5, 1.5, 4.5, 6)
    narrow = replace(page(), boxes=replace(page().boxes, body=body))
    [slide] = Impact().slides(postmortem(impact={"series": [ERRORS]}), narrow)
    assert_inside(slide, narrow)
    [group] = slide.items
    assert group.box == body
