"""Incidents by week: the worst severity at the foot, weeks without incidents among them."""

from __future__ import annotations

from datetime import date

import pytest

from deckgen.figures.weeks import Week, Weeks, weeks_alt, weeks_figure
from deckgen.postmortem.vocabulary import Severity
from tests.builders import page

WEEKS = Weeks(
    (Severity.SEV1, None),
    (Week(date(2025, 7, 1), (1, 0)), Week(date(2025, 7, 7), (0, 0)),
     Week(date(2025, 7, 14), (1, 2))),
)  # fmt: skip


def test_a_week_is_a_column_in_the_colours_of_its_severities() -> None:
    on = page()
    found = weeks_figure(WEEKS, on.theme, on.measurer, (600, 300))
    [panel] = found["layout"]["meta"]["panels"]
    assert panel["kind"] == "bars"
    assert panel["categories"] == ["1 Jul", "7 Jul", "14 Jul"]
    bars = [trace for trace in found["data"] if trace["type"] == "bar"]
    assert [(one["name"], one["customdata"], one["marker"]["color"]) for one in bars] == [
        ("SEV1", [1.0, 0.0, 1.0], on.theme.colour.severity[Severity.SEV1]),
        ("No severity", [0.0, 0.0, 2.0], on.theme.colour.rule),
    ]


def test_weeks_are_told_in_words() -> None:
    assert weeks_alt(WEEKS).startswith(
        "Incidents by week: 4 in 3 columns. SEV1: 2, No severity: 2. Most in 14 Jul: 3."
    )


def test_without_incidents_there_is_nothing_to_draw() -> None:
    on = page()
    with pytest.raises(ValueError, match="nothing to draw"):
        weeks_figure(Weeks((None,), (Week(date(2025, 7, 1), (0,)),)), on.theme, on.measurer,
                     (600, 300))  # fmt: skip
