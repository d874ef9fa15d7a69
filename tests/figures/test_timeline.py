"""The timeline figure: what it says, and that everything in it has its place."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from itertools import combinations, pairwise
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.figures.moments import moments
from deckgen.figures.plotly_schema import Figure, Scatter
from deckgen.figures.timeline import LEAST_SIZE, explorable_timeline, timeline_figure
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import EventKind
from tests.builders import at, event, page, postmortem
from tests.figures.measured import TOLERANCE, extents, leaders, names, texts, words
from tests.strategies import texts as any_text

FULL = (1184.0, 518.4)
SIZES = [FULL, (1184.0, 230.0), (760.0, 260.0), (1184.0, 418.0), (480.0, 200.0), LEAST_SIZE]


def figure(incident: Postmortem, size: tuple[float, float] = FULL) -> Figure:
    return timeline_figure(incident, page().theme, page().measurer, size)


def checkout(**fields: Any) -> Postmortem:
    """An incident with every milestone, the events in the middle of it left to the caller."""
    told = [
        event("02:15", "Deploy reaches all regions", "trigger"),
        event("02:35", "Alert fires", "detection"),
        event("03:00", "Rollback is complete", "mitigation"),
        event("03:30", "Errors are back to normal", "resolution"),
    ]
    return postmortem(**{"timeline": [*told, *fields.pop("timeline", [])], **fields})


def test_a_label_tells_time_kind_and_text() -> None:
    assert words(figure(checkout()), "event:E01:label") == [
        "02:15 · Trigger | Deploy reaches all regions"
    ]


def test_times_are_told_in_the_incident_s_zone_which_is_named() -> None:
    found = figure(checkout(timezone="Europe/Berlin"))
    assert words(found, "event:E01:label") == ["03:15 · Trigger | Deploy reaches all regions"]
    assert words(found, "note") == ["8 Jan 2025, times in Europe/Berlin."]


def test_phases_are_a_tint_of_the_axis_and_a_named_strip() -> None:
    found = figure(checkout())
    for key in ("undetected", "responding", "monitoring"):
        assert {f"phase:{key}:band", f"phase:{key}:strip", f"phase:{key}:name"} <= names(found)
    assert words(found, "phase:monitoring:name") == ["Monitoring · 30m"]


def test_a_phase_too_short_for_its_name_is_named_in_a_legend() -> None:
    found = figure(checkout(detected_at=at("02:16")))
    assert "phase:undetected:swatch" in names(found)
    assert words(found, "phase:undetected:name") == ["Undetected · 1m"]


def test_the_times_to_detect_mitigate_and_resolve_are_dimension_lines() -> None:
    found = figure(checkout())
    told = [words(found, f"measure:time_to_{verb}:label")[0] for verb in
            ("detect", "mitigate", "resolve")]  # fmt: skip
    assert told == ["Time to detect  20m", "Time to mitigate  45m", "Time to resolve  1h 15m"]


def test_a_measure_that_is_not_recorded_is_not_drawn() -> None:
    found = figure(postmortem(timeline=[event("02:15"), event("02:19", kind="detection")]))
    assert {name for name in names(found) if name.startswith("measure")} == {
        "measure:time_to_detect",
        "measure:time_to_detect:end",
        "measure:time_to_detect:label",
    }


def test_a_detection_at_once_is_told_as_nothing_passed() -> None:
    found = figure(checkout(detected_at=at("02:15")))
    assert words(found, "measure:time_to_detect:label") == ["Time to detect  0m"]


def test_a_stretched_axis_is_confessed() -> None:
    burst = [event(f"02:{16 + n}", f"Attempt {n}") for n in range(8)]
    note = words(figure(checkout(timeline=burst, resolved_at=at("12:00"))), "note")
    assert note == ["8 Jan 2025, times in UTC. Time axis stretched where events cluster."]


def test_events_without_a_label_are_counted_and_drawn_as_one_rug() -> None:
    many = [
        {"at": at("02:15") + timedelta(seconds=15 * n), "text": f"Step {n}"} for n in range(296)
    ]
    found = figure(checkout(timeline=many))
    assert "14 of 300 events labelled." in words(found, "note")[0]
    assert [name for name in names(found) if "unlabelled" in name] == ["events:unlabelled"]
    assert len(found["layout"]["shapes"]) < 100


def test_a_few_events_without_a_label_have_small_marks_that_tell_them() -> None:
    more = [event(f"02:{40 + n}", f"Step {n}") for n in range(16)]
    found = figure(checkout(timeline=more))
    told = [text for trace in marks(found) for text in trace["text"]]
    assert len(told) == 20
    assert {trace["marker"]["size"] for trace in marks(found)} == {8, 16}


def test_events_before_the_start_and_after_the_resolution_are_on_the_axis() -> None:
    found = figure(checkout(timeline=[event("02:00", "Canary"), event("04:00", "Review")]))
    assert {"event:E01:label", "event:E06:label"} <= names(found)
    track = next(one for one in extents(found) if one.name == "axis:track")
    phase = next(one for one in extents(found) if one.name == "phase:undetected:band")
    assert track.left < phase.left


def test_several_days_are_told_by_date_and_cut_the_axis() -> None:
    late = {"at": at("02:00", "2025-01-10"), "text": "Review", "kind": "note"}
    found = figure(checkout(timeline=[late]))
    assert words(found, "event:E05:label") == ["10 Jan 02:00 | Review"]
    assert {"9 Jan", "10 Jan"} <= set(words(found, "axis:tick:label"))
    assert "axis:day" in names(found)


def test_a_single_moment_has_a_label_and_no_axis() -> None:
    found = figure(postmortem(timeline=[event("02:15", "Deploy", "trigger")]))
    assert words(found, "event:E01:label") == ["02:15 · Trigger | Deploy"]
    assert not [name for name in names(found) if name.startswith(("axis", "phase", "measure"))]


def test_an_incident_without_events_shows_its_start() -> None:
    assert words(figure(postmortem()), "milestone:started:label") == ["02:15 · Start of impact"]


def test_milestones_without_events_are_told_as_well() -> None:
    found = figure(postmortem(detected_at=at("02:19"), mitigated_at=at("03:00")))
    assert words(found, "milestone:mitigated:label") == ["03:00 · Mitigated"]
    assert "phase:undetected:band" in names(found)


def test_events_of_one_instant_stand_side_by_side() -> None:
    found = figure(postmortem(timeline=[event("02:15", f"Step {n}") for n in range(5)]))
    xs = sorted(x for trace in found["data"] for x in trace["x"])
    assert len(xs) == 5
    assert all(b - a > 16 for a, b in pairwise(xs))


def test_text_that_looks_like_markup_or_tex_stays_text() -> None:
    found = figure(postmortem(timeline=[event("02:15", "A <b> & $5 or $6")]))
    label = next(a for a in found["layout"]["annotations"] if a["name"] == "event:E01:label")
    assert label["text"].endswith("<br>A &lt;b&gt; &amp; &#36;5 or &#36;6")


def test_a_label_s_lines_are_broken_where_they_were_measured_and_its_words_are_kept_whole() -> None:
    told = "Rollback of deploy 4812 reaches all regions; errors begin to fall at once"
    found = figure(postmortem(timeline=[event("02:15", told)]))
    label = next(a for a in found["layout"]["annotations"] if a["name"] == "event:E01:label")
    assert label["hovertext"].split("<br>")[1:] == [told]
    assert " ".join(label["text"].split("<br>")[1:]) == told


def test_a_low_canvas_keeps_labels_rather_than_dimension_lines() -> None:
    found = figure(checkout(), LEAST_SIZE)
    assert not [name for name in names(found) if name.startswith("measure")]
    assert "event:E01:label" in names(found)


def test_a_canvas_too_small_for_anything_is_refused() -> None:
    with pytest.raises(ValueError, match="a timeline needs 400 x 130 pixels"):
        figure(checkout(), (399, 130))


def marks(found: Figure) -> list[Scatter]:
    return [
        it
        for it in found["data"]
        if it["type"] == "scatter" and it["mode"] == "markers" and "ids" in it
    ]


def explorable(incident: Postmortem) -> Figure:
    return explorable_timeline(incident, page().theme, page().measurer, FULL)


def test_for_a_screen_each_of_many_events_has_a_mark_that_tells_it_whole() -> None:
    told = (
        "Step {}: the <cache> of region eu-west-1 & its replicas are drained, one after another, "
    )
    many = [
        {"at": at("02:15") + timedelta(seconds=15 * n), "text": told.format(n) + "x" * (n % 40)}
        for n in range(296)
    ]
    found = explorable(checkout(timeline=many))
    hovers = {
        name: unescape(text)
        for trace in marks(found)
        for name, text in zip(trace["ids"], trace["text"], strict=True)
    }
    assert len(hovers) == 300
    assert [
        one.text
        for one in moments(checkout(timeline=many))
        if one.text != hovers[one.name].partition("<br>")[2].replace("<br>", " ")
    ] == []
    assert hovers["event:E006"].startswith("<b>02:16</b>")


def test_for_a_screen_marks_and_labels_lead_to_where_an_event_is_recorded() -> None:
    link = "https://example.com/?a=1&b='2'"
    found = explorable(postmortem(timeline=[event("02:15", source=link), event("02:20")]))
    links = {
        name: address
        for trace in marks(found)
        for name, address in zip(trace["ids"], trace["customdata"], strict=True)
    }
    assert links == {"event:E01": link, "event:E02": ""}
    first, second = (
        one["text"]
        for one in found["layout"]["annotations"]
        if re.fullmatch("event:.*:label", one["name"])
    )
    address = "https://example.com/?a=1&amp;b=&#x27;2&#x27;"
    assert first.startswith(f'<a href="{address}" target="_blank"><b>')
    assert "<a" not in second


def test_on_a_slide_and_on_a_screen_everything_stands_in_the_same_place() -> None:
    incident = checkout(timeline=[event("02:40", source="https://example.com/1")])
    slide, screen = figure(incident), explorable(incident)
    assert screen["layout"]["shapes"] == slide["layout"]["shapes"]
    assert texts(screen) == texts(slide)
    assert screen["data"] == slide["data"]


_SPANS = st.sampled_from([0, 5, 180, 2_880, 30_240, 525_600])
_KINDS = st.sampled_from([kind.value for kind in EventKind])


@st.composite
def incidents(draw: st.DrawFn) -> Postmortem:
    """Incidents of 0 to 300 events in up to a year, in bursts, with whatever is recorded."""
    started = draw(st.sampled_from([datetime(2025, 3, 29, 22, 41, tzinfo=UTC), at("02:15")]))
    span, skew = draw(_SPANS), draw(st.sampled_from([1, 1, 3, 6]))
    count = draw(st.one_of(st.integers(0, 20), st.sampled_from([60, 300])))
    said = draw(st.lists(any_text(), min_size=1, max_size=6))
    random = draw(st.randoms(use_true_random=False))

    def instant(part: float) -> datetime:
        return started + timedelta(minutes=round(span * part))

    kinds, keys = draw(st.lists(_KINDS, min_size=1, max_size=8)), draw(st.integers(0, 20))
    timeline = [
        {
            "at": instant(random.random() ** skew * 1.3 - 0.15),
            "kind": kinds[n % len(kinds)],
            "text": said[n % len(said)],
            "key": random.random() * 20 < keys / 4,
        }
        for n in range(count)
    ]
    stated = {
        f"{name}_at": instant(draw(st.floats(0, 1)))
        for name in draw(st.sets(st.sampled_from(["detected", "mitigated", "resolved"])))
    }
    zone = draw(st.sampled_from(["UTC", "Europe/Berlin", "Asia/Kolkata"]))
    return postmortem(started_at=started, timeline=timeline, timezone=zone, **stated)


@given(incidents(), st.sampled_from(SIZES))
@settings(max_examples=60)
def test_everything_has_its_place_whatever_happened(
    incident: Postmortem, size: tuple[float, float]
) -> None:
    found = figure(incident, size)
    assert [one for one in extents(found) if not one.is_inside(*size)] == []
    assert [pair for pair in combinations(texts(found), 2) if pair[0].overlaps(pair[1])] == []
    _assert_leaders_do_not_cross(found)
    _assert_ticks_are_clear_of_leaders(found)
    _assert_what_must_be_told_is_labelled(found, incident)


def _assert_leaders_do_not_cross(found: Figure) -> None:
    lines = [line for line in leaders(found).values() if len(line) == 3 or line[0] != line[-1]]
    for is_lower in (False, True):
        row = sorted(
            (line[0][0], line[-1][0]) for line in lines if (line[-1][1] > line[0][1]) is is_lower
        )
        feet = [foot for _, foot in row]
        assert feet == sorted(feet)


def _assert_ticks_are_clear_of_leaders(found: Figure) -> None:
    down = [line[0][0] for line in leaders(found).values() if line[-1][1] > line[0][1]]
    for tick in texts(found, "axis:tick:label"):
        assert not [x for x in down if tick.left + TOLERANCE < x < tick.right - TOLERANCE]


def _assert_what_must_be_told_is_labelled(found: Figure, incident: Postmortem) -> None:
    labelled = {one.name.removesuffix(":label") for one in texts(found, "(event|milestone):.*")}
    shown = moments(incident)
    keys = {one.name for one in shown if one.is_key}
    telling = keys | {one.name for one in shown if one.is_milestone}
    assert len(labelled) == len(shown) or keys <= labelled or labelled <= keys
    assert not telling - labelled or labelled <= telling


@given(incidents(), st.sampled_from(SIZES))
@settings(max_examples=15)
def test_plotly_accepts_the_figure(incident: Postmortem, size: tuple[float, float]) -> None:
    found = figure(incident, size)
    assert go.Figure(found).to_dict()["layout"]["width"] == size[0]


@given(incidents())
@settings(max_examples=10)
def test_the_same_incident_gives_the_same_figure(incident: Postmortem) -> None:
    again = Postmortem.model_validate(incident.model_dump())
    assert figure(incident) == figure(again)
