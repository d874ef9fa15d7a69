"""The impact figure: what it says, and where."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import combinations, pairwise
from math import exp
from random import Random
from typing import Any

import pytest

from deckgen.figures.impact import LEAST_SIZE, ImpactFigure, impact_figure, impact_figures
from deckgen.figures.plotly_schema import Figure, LinePanel, Lines
from deckgen.postmortem.model import Postmortem
from tests.builders import at, page, postmortem, series
from tests.figures.measured import extents, names, texts, words

FULL = (1184.0, 518.4)
SIZES = [FULL, (864.0, 356.0), (1152.0, 475.0), (1600.0, 2_400.0), LEAST_SIZE]
MILESTONES = {
    "detected_at": at("02:25"),
    "mitigated_at": at("03:00"),
    "resolved_at": at("03:20"),
}
ERRORS = series(
    "Checkout errors",
    *(("02:00", 0.2), ("02:15", 0.3), ("02:30", 38), ("03:00", 12), ("03:10", 0.4)),
    unit="%",
    threshold=1,
)
LATENCY = series("Latency", ("02:00", 80), ("02:40", 4_000), ("03:30", 90), unit="ms")
SALES = series("Orders a minute", ("02:00", 900), ("02:30", 120), ("03:30", 880))


def drawn(incident: Postmortem, size: tuple[float, float] = FULL) -> list[ImpactFigure]:
    return impact_figures(incident, page().theme, page().measurer, size)


def measured(*measurements: dict[str, Any], **fields: Any) -> Postmortem:
    """An incident with every milestone and these measurements."""
    return postmortem(**{**MILESTONES, "impact": {"series": list(measurements)}, **fields})


def figure(*measurements: dict[str, Any], **fields: Any) -> Figure:
    """The one figure of these measurements."""
    [found] = drawn(measured(*measurements, **fields))
    return found.figure


def lines(found: Figure) -> list[Lines]:
    return [it for it in found["data"] if it["type"] == "scatter" and it["mode"] != "markers"]


def panels(found: Figure) -> list[LinePanel]:
    return [it for it in found["layout"]["meta"]["panels"] if it["kind"] == "lines"]


def test_a_measurement_is_a_line_to_scale_with_its_readings() -> None:
    found = figure(ERRORS)
    [panel], [line, threshold] = panels(found), lines(found)
    assert (line["name"], line["mode"], threshold["name"]) == (
        "Checkout errors", "lines+markers", "Threshold 1%"
    )  # fmt: skip
    assert line["customdata"][:2] == [
        ("2025-01-08 02:00:00.000", 0.2),
        ("2025-01-08 02:15:00.000", 0.3),
    ]
    assert (panel["begins"], panel["ends"]) == (
        "2025-01-08 02:00:00.000",
        "2025-01-08 03:20:00.000",
    )
    assert (panel["lowest"], panel["highest"]) == (0, 50)
    across = (panel["right"] - panel["left"]) / 80
    down = (panel["bottom"] - panel["top"]) / 50
    assert line["x"] == pytest.approx(
        [panel["left"] + n * across for n in (0, 15, 30, 60, 70)], abs=0.02
    )
    assert line["y"] == pytest.approx(
        [panel["bottom"] - value * down for _, value in ERRORS["points"]], abs=0.02
    )


def test_a_line_of_many_readings_has_no_dots() -> None:
    many = [(f"{2 + n // 60:02d}:{n % 60:02d}", n) for n in range(60)]
    assert lines(figure(series("Errors", *many)))[0]["mode"] == "lines"


def test_a_panel_tells_what_it_shows_and_its_worst_reading() -> None:
    found = figure(ERRORS)
    assert words(found, "impact:1:title") == ["Checkout errors, %"]
    assert words(found, "impact:1:worst") == ["38% at 02:30"]
    assert words(found, "impact:1:name") == ["threshold 1%"]
    assert words(found, "axis:value:label") == ["0%", "10%", "20%", "30%", "40%", "50%"]


def test_the_worst_reading_is_the_lowest_where_the_incident_lies_below() -> None:
    found = figure(SALES)
    assert words(found, "impact:1:worst") == ["120 at 02:30"]
    [text], [panel] = texts(found, "impact:1:worst"), panels(found)
    [line] = lines(found)
    assert max(line["y"]) < text.top < text.bottom <= panel["bottom"]


def test_among_several_lines_the_worst_reading_says_whose_it_is() -> None:
    slow = series("p99", ("02:00", 400), ("02:40", 900), ("03:30", 410), unit="ms")
    usual = series("p50", ("02:00", 100), ("03:30", 110), unit="ms")
    assert words(figure(usual, slow), "impact:1:worst") == ["p99: 900 ms at 02:40"]
    longest = slow | {"label": "The slowest hundredth of all requests " * 5}
    assert words(figure(usual, longest), "impact:1:worst") == ["900 ms at 02:40"]


@pytest.mark.parametrize("clock", ["02:24", "02:25", "02:26", "03:00", "03:19"])
def test_the_words_of_the_worst_reading_keep_clear_of_the_rules(clock: str) -> None:
    found = figure(series("Errors", ("02:00", 1), (clock, 9), ("03:30", 1)))
    [text] = texts(found, "impact:1:worst")
    rules = [one for one in extents(found) if re.fullmatch("milestone:.*:rule", one.name)]
    assert [rule for rule in rules if rule.overlaps(text)] == []


def test_a_worst_reading_outside_the_picture_is_not_written_into_it() -> None:
    early = series("Errors", ("00:10", 90), ("02:00", 1), ("02:30", 5), ("03:30", 1))
    assert words(figure(early), "impact:1:worst") == []


def test_thresholds_are_dashed_over_the_whole_width_and_drawn_last() -> None:
    found = figure(series("a", ("02:00", 1), ("03:30", 2), threshold=3), ERRORS, LATENCY)
    for number, panel in enumerate(panels(found)):
        here = [line for line in lines(found) if line["meta"] == number]
        dashed = [line["line"]["dash"] == "dash" for line in here]
        assert dashed == sorted(dashed)
        assert all(
            line["x"] == [panel["left"], panel["right"]]
            for line in here
            if line["line"]["dash"] == "dash"
        )


def test_a_threshold_keeps_the_digits_that_it_was_written_with() -> None:
    readings = ("02:00", 99.999), ("03:30", 99.99)
    found = figure(series("Availability", *readings, unit="%", threshold=99.995))
    assert words(found, "impact:1:name") == ["threshold 99.995%"]


@pytest.mark.parametrize(
    "values", [(99.991, 99.999), (1_000, 1_002), (1e9, 1e9 + 3), (0, 1e-300), (-3e-9, 2e-9)]
)
def test_no_two_values_of_a_scale_are_written_alike(values: tuple[float, float]) -> None:
    found = figure(series("Availability", *zip(("02:00", "03:30"), values, strict=True), unit="%"))
    labels = words(found, "axis:value:label")
    assert len(set(labels)) == len(labels) > 2


def test_milestones_are_rules_through_all_panels_with_their_words_above() -> None:
    found = figure(ERRORS, LATENCY)
    assert words(found, "milestone:detected:label") == ["02:25 Detected"]
    rules = [one for one in extents(found) if one.name == "milestone:mitigated:rule"]
    [first, second] = panels(found)
    assert [(rule.top, rule.bottom) for rule in rules[1:]] == [
        (first["top"], first["bottom"]), (second["top"], second["bottom"])
    ]  # fmt: skip
    assert len({rule.left for rule in rules}) == 1


def test_without_phases_rules_go_through_the_panels_alone() -> None:
    [found] = drawn(postmortem(impact={"series": [ERRORS]}))
    [panel] = panels(found.figure)
    [rule] = [one for one in extents(found.figure) if one.name == "milestone:started:rule"]
    assert (rule.top, rule.bottom) == (panel["top"], panel["bottom"])


def test_phases_are_tints_behind_the_panels_and_a_named_strip() -> None:
    found = figure(ERRORS, LATENCY)
    bands = [one for one in extents(found) if one.name == "phase:responding:band"]
    assert [(band.top, band.bottom) for band in bands] == [
        (panel["top"], panel["bottom"]) for panel in panels(found)
    ]
    assert words(found, "phase:responding:name") == ["Responding · 35m"]


def test_a_phase_too_short_for_its_name_is_named_below() -> None:
    found = figure(ERRORS, detected_at=at("02:16"))
    assert "phase:undetected:swatch" in names(found)
    assert words(found, "phase:undetected:name") == ["Undetected · 1m"]


def test_several_units_are_small_multiples_on_one_time_axis() -> None:
    found = figure(ERRORS, LATENCY, SALES)
    shown = panels(found)
    assert [panel["title"] for panel in shown] == [
        "Checkout errors, %", "Latency, ms", "Orders a minute"
    ]  # fmt: skip
    assert len({(one["left"], one["right"], one["begins"], one["ends"]) for one in shown}) == 1
    assert all(a["bottom"] < b["top"] for a, b in pairwise(shown))
    assert len({round(one["bottom"] - one["top"], 1) for one in shown}) == 1


def test_measurements_of_one_unit_share_a_panel_and_are_named_beside_it() -> None:
    found = figure(
        series("p50", ("02:00", 100), ("03:30", 110), unit="ms"),
        series("p99", ("02:00", 400), ("03:30", 900), unit="ms"),
    )
    assert words(found, "impact:1:title") == ["p50 and p99, ms"]
    assert words(found, "impact:1:name") == ["p99", "p50"]
    assert len({line["line"]["color"] for line in lines(found)}) == 2


def test_in_a_low_panel_lines_keep_their_names_before_thresholds_do() -> None:
    several = [
        series(f"p{n}", ("02:00", n), ("03:30", n + 1), unit="ms", threshold=3 * n)
        for n in (50, 75, 90, 99)
    ]
    [found] = drawn(measured(*several), LEAST_SIZE)
    assert {f"p{n}" for n in (50, 75, 90, 99)} <= set(words(found.figure, "impact:1:name"))


def test_times_are_told_in_the_incident_s_zone_which_is_named() -> None:
    found = figure(ERRORS, timezone="Europe/Berlin")
    assert words(found, "milestone:detected:label") == ["03:25 Detected"]
    assert words(found, "note") == ["8 Jan 2025, times in Europe/Berlin."]
    [panel] = panels(found)
    assert (panel["begins"], panel["zone"]) == ("2025-01-08 03:00:00.000", "CET")


def test_the_note_tells_what_is_not_drawn() -> None:
    moments = [at("00:00") + timedelta(seconds=n) for n in range(20_000)]
    many = {"label": "Errors", "points": [(moment, n % 50) for n, moment in enumerate(moments)]}
    early = series("Queue", ("00:00", 1), ("01:00", 2), unit="jobs")
    [note] = words(figure(many, early), "note")
    assert note == (
        "8 Jan 2025, times in UTC. 1,371 of 5,851 readings drawn, every peak among them. "
        "14,149 readings before or after not shown. 1 measurement without readings in this time."
    )


def test_the_note_and_the_phases_named_beside_it_leave_each_other_room() -> None:
    quick = {"detected_at": at("02:16"), "mitigated_at": at("02:17"), "resolved_at": at("06:00")}
    moments = [at("02:00") + timedelta(seconds=n) for n in range(10_000)]
    many = {"label": "Errors", "points": [(moment, n % 50) for n, moment in enumerate(moments)]}
    for width in (560.0, 700.0, 900.0, 1184.0):
        [found] = drawn(measured(many, **quick), (width, 400.0))
        assert words(found.figure, "note")[0].startswith("8 Jan 2025, times in UTC.")
        shown = texts(found.figure, "note|phase:.*:name")
        assert [pair for pair in combinations(shown, 2) if pair[0].overlaps(pair[1])] == []


def test_what_finds_no_room_goes_on_in_the_next_figure() -> None:
    several = [
        series(f"Queue {n}", ("02:00", n), ("03:30", 9), unit=f"jobs {n}") for n in range(11)
    ]
    figures = drawn(measured(*several))
    amounts = [len(found.series) for found in figures]
    assert len(amounts) > 1
    assert max(amounts) - min(amounts) <= 1
    assert [one.label for found in figures for one in found.series] == [
        f"Queue {n}" for n in range(11)
    ]
    heights = [one["bottom"] - one["top"] for found in figures for one in panels(found.figure)]
    assert min(heights) >= 70


def test_on_a_single_canvas_all_find_room_which_makes_it_no_higher_than_it_must_be() -> None:
    several = [
        series(f"Queue {n}", ("02:00", n), ("03:30", 9), unit=f"jobs {n}") for n in range(24)
    ]
    for amount in (1, 2, 5, 24):
        incident = measured(*several[:amount])
        found = impact_figure(incident, page().theme, page().measurer, FULL)
        assert [one.label for one in found.series] == [f"Queue {n}" for n in range(amount)]
        shown, layout = panels(found.figure), found.figure["layout"]
        heights = {round(one["bottom"] - one["top"]) for one in shown}
        assert layout["width"] == FULL[0]
        assert min(heights) >= 70
        assert layout["height"] == FULL[1] or heights == {70}
        assert [
            one for one in extents(found.figure) if not one.is_inside(FULL[0], layout["height"])
        ] == []


def test_an_incident_without_measurements_has_no_figure() -> None:
    assert drawn(postmortem()) == []


def test_measurements_before_and_after_the_incident_alone_are_drawn_where_they_are() -> None:
    before = series("Errors", ("00:10", 1), ("00:20", 2))
    after = series("Errors again", ("08:10", 1), ("08:20", 2))
    [found] = drawn(measured(before, after))
    assert [one.label for one in found.series] == ["Errors", "Errors again"]


def test_text_that_looks_like_markup_or_tex_stays_text() -> None:
    found = figure(series("A <b> & $5", ("02:00", 1), ("03:30", 9), unit="<i>"))
    [title] = [one for one in found["layout"]["annotations"] if one["name"] == "impact:1:title"]
    assert title["text"] == "<b>A &lt;b&gt; &amp; &#36;5, &lt;i&gt;</b>"
    assert lines(found)[0]["text"][0] == "A &lt;b&gt; &amp; &#36;5<br>02:00 · 1 &lt;i&gt;"


def test_a_hundred_thousand_readings_are_drawn_down_and_keep_their_extremes() -> None:
    random = Random(1)
    step = timedelta(hours=1) / 100_000
    points = [
        (at("02:15") + n * step, 40 * exp(-(((n - 4e4) / 2e4) ** 2)) + random.random())
        for n in range(100_000)
    ]
    points[77_777] = (points[77_777][0], 99.9)
    points[88_888] = (points[88_888][0], -7.5)
    found = figure({"label": "Errors", "unit": "%", "points": points})
    [line] = lines(found)
    assert len(line["x"]) <= 4 * FULL[0] / 2
    values = [value for _, value in line["customdata"]]
    assert (max(values), min(values)) == (99.9, -7.5)
    assert words(found, "impact:1:worst") == ["99.9% at 03:01:39"]


def test_a_canvas_too_small_for_anything_is_refused() -> None:
    with pytest.raises(ValueError, match="a chart needs 560 x 240 pixels"):
        drawn(measured(ERRORS), (559, 240))


def test_a_new_day_cuts_nothing_where_there_is_no_band() -> None:
    begin = at("02:15") - timedelta(hours=6)
    points = [(begin + timedelta(hours=n), n % 5) for n in range(36)]
    found = figure({"label": "Errors", "points": points})
    ticks = [it for it in found["layout"]["shapes"] if it["name"].startswith("axis:")]
    assert ticks
    assert {it["name"] for it in ticks} == {"axis:tick", "axis:value"}
