"""Which measurements share a panel, and to which scale it is drawn."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.figures.impact_panels import Line, Panel, lines, panels
from deckgen.postmortem.impact import Series
from tests.builders import at, series

SPAN = (at("02:00"), at("04:00"))


def drawn(*measurements: dict[str, Any], width: float = 1_000) -> list[Line]:
    found = [Series.model_validate(one) for one in measurements]
    return lines(found, at("02:15"), SPAN, width)


def shared(*measurements: dict[str, Any]) -> list[list[str]]:
    """The labels of the measurements in each panel."""
    return [[line.series.label for line in panel.lines] for panel in panels(drawn(*measurements))]


def flat(label: str, value: float, unit: str | None = "ms", **more: Any) -> dict[str, Any]:
    return series(label, ("02:00", value), ("04:00", value), unit=unit, **more)


def test_one_unit_shares_a_panel_and_another_gets_its_own() -> None:
    assert shared(flat("p50", 80), flat("errors", 3, "%"), flat("p99", 900)) == [
        ["p50", "p99"],
        ["errors"],
    ]


def test_measurements_without_a_unit_share_a_panel() -> None:
    assert shared(flat("orders", 80, None), flat("logins", 90, None)) == [["orders", "logins"]]


def test_a_measurement_that_would_lie_flat_beside_another_gets_its_own_panel() -> None:
    assert shared(flat("a", 100), flat("b", 5), flat("c", 4.9)) == [["a", "b"], ["c"]]
    assert shared(flat("a", -100), flat("b", 5)) == [["a", "b"]]
    assert shared(flat("a", 100), flat("b", 0), flat("c", 0)) == [["a"], ["b", "c"]]


def test_no_panel_holds_more_than_four_lines() -> None:
    assert shared(*(flat(f"p{n}", 80) for n in range(6))) == [
        ["p0", "p1", "p2", "p3"],
        ["p4", "p5"],
    ]


def test_measurements_without_a_reading_in_the_span_are_no_lines() -> None:
    assert drawn(series("early", ("00:00", 1), ("01:00", 2))) == []


def test_a_line_has_four_readings_for_two_pixels_at_most() -> None:
    many = [(f"{2 + n // 60:02d}:{n % 60:02d}", n % 7) for n in range(121)]
    [line] = drawn(series("Errors", *many), width=20)
    assert len(line.points) <= 40
    assert {value for _, value in line.points} >= {0, 6}


def test_the_thresholds_of_a_panel_are_told_once() -> None:
    [panel] = panels(drawn(*(flat("a", 5, threshold=limit) for limit in (9, None, 3, 9))))
    assert panel.thresholds == [3, 9]


@pytest.mark.parametrize(("threshold", "farthest"), [(150, "b"), (50, "c")])
def test_the_farthest_line_is_that_on_the_worse_side(threshold: float, farthest: str) -> None:
    values = {"a": (100, 120, 90), "b": (100, 190, 90), "c": (100, 110, 20)}
    found = drawn(
        *(
            series(
                label, *zip(("02:00", "02:30", "03:00"), shown, strict=True), threshold=threshold
            )
            for label, shown in values.items()
        )
    )
    assert Panel(tuple(found)).farthest.series.label == farthest


def test_the_scale_holds_thresholds_and_leaves_room_beyond_the_worst_reading() -> None:
    readings = ("02:00", 10), ("02:30", 100), ("03:00", 10)
    [panel] = panels(drawn(series("a", *readings, threshold=160)))
    assert panel.axis(300).highest >= 160
    [panel] = panels(drawn(series("a", *readings)))
    for height in (60.0, 300.0, 2_000.0):
        axis = panel.axis(height)
        beyond = (axis.highest - 100) / (axis.highest - axis.lowest)
        assert beyond * height >= 19  # a line of the smallest text
