"""Milestones as upright rules with their words above."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.impact_rules import CHANNEL, Rule, draw_rules, rules
from deckgen.figures.label_text import text_height
from deckgen.figures.pen import Pen
from deckgen.figures.time_text import TimeText
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import EventKind
from tests.builders import at, page, postmortem
from tests.figures.measured import TOLERANCE, contours

PEN = Pen(page().theme, page().measurer)
INCIDENT = postmortem(detected_at=at("02:25"), mitigated_at=at("03:15"), resolved_at=at("03:55"))


def placed(incident: Postmortem, minute: float, right: float = 1_184.0) -> list[Rule]:
    """The rules on an axis from 02:15 on with `minute` pixels a minute."""
    times = TimeText(at("02:15"), at("04:00"), incident.zone)

    def x(moment: datetime) -> float:
        return minute * (moment - at("02:15")) / timedelta(minutes=1)

    return rules(PEN, incident, times, x, right)


def test_each_milestone_has_its_time_and_name() -> None:
    assert [(rule.words, rule.kind) for rule in placed(INCIDENT, 10)] == [
        ("02:15 Start of impact", None),
        ("02:25 Detected", EventKind.DETECTION),
        ("03:15 Mitigated", EventKind.MITIGATION),
        ("03:55 Resolved", EventKind.RESOLUTION),
    ]


def test_milestones_of_one_instant_are_one_rule() -> None:
    incident = postmortem(detected_at=at("02:15"), resolved_at=at("03:00"))
    assert [rule.words for rule in placed(incident, 10)] == [
        "02:15 Start of impact and detected",
        "03:00 Resolved",
    ]


def test_without_the_room_for_names_the_times_are_written() -> None:
    words = [rule.words for rule in placed(INCIDENT, 2, right=300)]
    assert words == ["02:15", "02:25", "03:15", "03:55"]


def test_without_the_room_for_times_the_rules_stand_alone() -> None:
    shown = placed(INCIDENT, 0.5, right=100)
    assert [rule.words for rule in shown] == ["", "", "", ""]
    drawing = draw_rules(PEN, shown, [(40, 60)])
    assert (len(drawing.shapes), len(drawing.annotations)) == (4, 0)


@given(st.lists(st.integers(0, 100), min_size=3, max_size=3).map(sorted), st.floats(0, 12))
def test_words_stay_apart_and_on_the_canvas(minutes: list[int], minute: float) -> None:
    names = ("detected_at", "mitigated_at", "resolved_at")
    moments = (at("02:15") + timedelta(minutes=n) for n in minutes)
    shown = placed(postmortem(**dict(zip(names, moments, strict=True))), minute)
    edges = [(rule.middle - rule.width / 2, rule.middle + rule.width / 2) for rule in shown]
    assert all(left >= 0 and right <= 1_184 for left, right in edges)
    assert all(a[1] < b[0] for a, b in pairwise(edges))


@pytest.mark.parametrize("minute", [10.0, 0.2])
def test_a_leader_goes_from_the_words_to_the_rule(minute: float) -> None:
    shown = placed(INCIDENT, minute)
    drawing = draw_rules(PEN, shown, [(100, 120), (140, 300)])
    high = text_height(1, PEN.theme.size.label)
    for rule in shown:
        [leader, *strokes] = [
            next(contours(shape)) for shape in drawing.shapes if shape["name"].startswith(rule.name)
        ]
        assert [[y for _, y in stroke] for stroke in strokes] == [[100, 120], [140, 300]]
        (top_x, top), (x, bottom) = leader
        assert (top, bottom) == pytest.approx((high, high + CHANNEL), abs=TOLERANCE)
        assert x == pytest.approx(rule.x, abs=TOLERANCE)
        half = rule.width / 2 + TOLERANCE
        assert rule.middle - half <= top_x <= rule.middle + half
