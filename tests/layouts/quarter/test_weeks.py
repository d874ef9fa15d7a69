"""When the incidents began."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.incident import Incident
from deckgen.quarter.period import span
from deckgen.quarter.review import quarter_review
from deckgen.quarter.values import QuarterReview
from deckgen.scene.shapes import BarChart
from deckgen_layouts.quarter.weeks import QuarterWeeks
from tests.layouts.checks import parts, texts_of
from tests.layouts.quarter.reviews import slides_of
from tests.layouts.test_every_layout import TEMPLATES
from tests.quarter.builders import AS_OF, PERIOD, incident, incidents_of, review_of

LEVELS = [Severity.SEV1, Severity.SEV2, Severity.SEV3, Severity.SEV4, None]


def reviewed(*days: date, severity: Severity | None = Severity.SEV2) -> QuarterReview:
    incidents = [incident(f"INC-{n}", day, severity=severity) for n, day in enumerate(days)]
    return quarter_review(incidents, PERIOD, AS_OF)


def spread_out(amount: int) -> list[Incident]:
    return [
        incident(
            f"INC-{n}",
            PERIOD.first + timedelta(days=n),
            severity=LEVELS[n % 5],
            lasted=timedelta(minutes=30),
        )
        for n in range(amount)
    ]


@pytest.mark.parametrize("amount", [0, 1])
def test_fewer_than_two_incidents_have_no_slide(amount: int) -> None:
    assert slides_of(QuarterWeeks, review_of(amount)) == []


@pytest.mark.parametrize(
    ("days", "headline"),
    [
        (["2025-07-08", "2025-08-05"], "2 incidents, both SEV2; no week had more than one"),
        (["2025-07-08", "2025-07-09"], "2 incidents, both SEV2; both in the week of 7 Jul 2025"),
        (
            ["2025-07-08", "2025-07-09", "2025-08-05"],
            "3 incidents, all SEV2; the week of 7 Jul 2025 had 2",
        ),
        (
            ["2025-07-08", "2025-07-09", "2025-08-05", "2025-08-06"],
            "4 incidents, all SEV2; at most 2 in a week",
        ),
    ],
)
def test_the_headline_says_how_many_and_which_week_had_most(days: list[str], headline: str) -> None:
    [slide] = slides_of(QuarterWeeks, reviewed(*map(date.fromisoformat, days)))
    assert slide.title.text == headline


@pytest.mark.parametrize("amount", [2, 7, 40, 400])
def test_every_incident_is_in_a_column(amount: int) -> None:
    drawn = review_of(amount)
    [slide] = slides_of(QuarterWeeks, drawn)
    [chart] = [item for item in parts(slide.items) if isinstance(item, BarChart)]
    assert sum(sum(series.values) for series in chart.series) == amount
    assert len(chart.categories) == len(drawn.weeks)


def test_weeks_of_a_long_period_share_columns() -> None:
    incidents = incidents_of(40)
    years = span(date(2024, 1, 1), date(2025, 12, 31))
    [slide] = slides_of(QuarterWeeks, quarter_review(incidents, years, AS_OF))
    [chart] = [item for item in parts(slide.items) if isinstance(item, BarChart)]
    assert sum(sum(series.values) for series in chart.series) == len(incidents)
    assert len(chart.categories) == 27
    assert texts_of(slide)[-1] == "Each column is four weeks, named by its first day"


def test_a_few_incidents_stand_beside_the_columns_each() -> None:
    drawn = quarter_review(spread_out(3), PERIOD, AS_OF)
    [slide] = slides_of(QuarterWeeks, drawn)
    assert texts_of(slide)[-9:] == [
        *("SEV1", "Title of INC-0", "1 Jul 2025 · 30m of impact"),
        *("SEV2", "Title of INC-1", "2 Jul 2025 · 30m of impact"),
        *("SEV3", "Title of INC-2", "3 Jul 2025 · 30m of impact"),
    ]


def test_more_incidents_stand_beside_the_columns_by_severity() -> None:
    [slide] = slides_of(QuarterWeeks, quarter_review(spread_out(11), PERIOD, AS_OF))
    assert texts_of(slide)[-15:] == [
        *("SEV1", "3 incidents", "1h 30m of impact"),
        *("SEV2", "2 incidents", "1h of impact"),
        *("SEV3", "2 incidents", "1h of impact"),
        *("SEV4", "2 incidents", "1h of impact"),
        *("No severity", "2 incidents", "1h of impact"),
    ]


def test_where_there_is_little_room_the_milder_ones_stand_together() -> None:
    drawn = quarter_review(spread_out(11), PERIOD, AS_OF)
    [slide] = slides_of(QuarterWeeks, drawn, TEMPLATES["ten inches wide"])
    shown = texts_of(slide)[-12:]
    assert shown[::3] == ["SEV1", "SEV2", "SEV3", "Milder, or none"]
    assert shown[-2:] == ["4 incidents", "2h of impact"]


def test_the_notes_count_every_severity_and_the_quiet_weeks() -> None:
    drawn = quarter_review(spread_out(11), PERIOD, AS_OF)
    [slide] = slides_of(QuarterWeeks, drawn)
    counts = Counter(one.severity for one in drawn.incidents)
    for level, amount in counts.items():
        assert any(note.startswith(f"{level or 'No severity'}: {amount}") for note in slide.notes)
    assert "12 of 14 weeks had no incident." in slide.notes
