"""A review as JSON: whole, plain, and the same wherever the files lie."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest

from deckgen.quarter.definitions import DEFINITIONS
from deckgen.quarter.review import quarter_review
from deckgen.quarter.values import QuarterReview
from deckgen.quarter_formats import figures
from deckgen.quarter_formats.json_format import FORMAT
from tests.quarter.builders import AS_OF, PERIOD, action, incident, incidents_of, review_of


def read(review: QuarterReview) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(figures(review, "json"))
    return found


@pytest.mark.parametrize("amount", [0, 1, 40])
def test_everything_that_a_review_says_is_there_and_which_form_it_has(amount: int) -> None:
    found = read(review_of(amount))
    assert [*found] == ["format", *(one.name for one in fields(QuarterReview)), "definitions"]
    assert found["format"] == FORMAT == 1
    assert [one["key"] for one in found["definitions"]] == [*DEFINITIONS]
    assert len(found["incidents"]) == amount


def test_durations_are_seconds_days_are_iso_and_what_is_not_known_is_null() -> None:
    one = incident(lasted=timedelta(minutes=90), severity=None, actions=(action(),))
    found = read(quarter_review([one], PERIOD, AS_OF))
    (said,) = found["incidents"]
    assert (said["lasted"], said["severity"], said["day"]) == (5400, None, "2025-08-04")
    assert said["started_at"] == "2025-08-04T09:30:00+00:00"
    assert said["actions"][0]["due"] == "2025-09-30"
    assert found["weeks"][5] == {"first": "2025-08-04", "by_severity": {"none": 1}}
    assert found["numbers"][2] == {
        "key": "time_lost", "value": 5400, "n": 1, "before": None, "n_before": 0
    }  # fmt: skip


def test_an_incident_is_told_once_and_elsewhere_stands_for_itself_by_its_id() -> None:
    found = read(review_of(40))
    ids = {one["id"] for one in found["incidents"]}
    assert set(found["worst"]) <= ids
    assert {one["incident"] for one in found["repeats"]} <= ids


def test_it_is_the_same_wherever_the_files_lie() -> None:
    moved = [replace(one, path=f"/elsewhere/{one.path}") for one in incidents_of(3)]
    assert figures(quarter_review(moved, PERIOD, AS_OF), "json") == figures(review_of(3), "json")


def test_text_that_is_no_unicode_goes_into_a_file_all_the_same() -> None:
    odd = quarter_review([incident("INC-\udcff")], PERIOD, AS_OF)
    assert read(odd)["incidents"][0]["id"] == "INC-?"
