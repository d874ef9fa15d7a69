"""How long it took."""

from __future__ import annotations

from datetime import timedelta

import pytest

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.values import QuarterReview, Spread, SpreadPoint
from deckgen.scene.shapes import DotChart
from deckgen_layouts.quarter.times import QuarterTimes
from tests.layouts.checks import parts, texts_of
from tests.layouts.quarter.reviews import review, slides_of
from tests.quarter.builders import review_of

NAMES = {
    "time_to_detect": "Time to detect",
    "time_to_mitigate": "Time to mitigate",
    "time_to_resolve": "Time to resolve",
}


def spread(key: str, *minutes: int, median: int | None = None, missing: int = 0) -> Spread:
    points = tuple(
        SpreadPoint(f"INC-{n}", Severity.SEV2, timedelta(minutes=one))
        for n, one in enumerate(minutes)
    )
    middle = None if median is None else timedelta(minutes=median)
    return Spread(key, NAMES.get(key, key), points, missing, middle, None, 0)


def reviewed(*spreads: Spread) -> QuarterReview:
    return review(spreads=spreads)


@pytest.mark.parametrize(
    "drawn", [reviewed(), reviewed(spread("time_to_detect", missing=3))], ids=["none", "unrecorded"]
)
def test_where_no_time_is_recorded_there_is_no_slide(drawn: QuarterReview) -> None:
    assert slides_of(QuarterTimes, drawn) == []


@pytest.mark.parametrize(
    ("spreads", "headline"),
    [
        (
            [spread("time_to_mitigate", 45)],
            "1 incident, mitigated after 45 minutes: too few for a median",
        ),
        (
            [spread("time_to_mitigate", 20, 45, 190)],
            "3 incidents, mitigated after 20 minutes to 3 hours 10 minutes: too few for a median",
        ),
        (
            [spread("time_to_mitigate", 10, 20, 45, 60, 190, median=45)],
            "Half of 5 incidents were mitigated within 45 minutes, all within 3 hours 10 minutes",
        ),
        (
            [spread("time_to_detect", 4), spread("time_to_mitigate", missing=1)],
            "1 incident, detected after 4 minutes: too few for a median",
        ),
        (
            [spread("time_to_detect", 4), spread("time_to_resolve", 60)],
            "1 incident, resolved after 1 hour: too few for a median",
        ),
    ],
)
def test_the_headline_tells_half_and_all_or_that_they_are_too_few(
    spreads: list[Spread], headline: str
) -> None:
    [slide] = slides_of(QuarterTimes, reviewed(*spreads))
    assert slide.title.text == headline


@pytest.mark.parametrize("amount", [1, 3, 40, 400])
def test_every_incident_that_records_a_time_is_a_point(amount: int) -> None:
    drawn = review_of(amount)
    [slide] = slides_of(QuarterTimes, drawn)
    charts = [item for item in parts(slide.items) if isinstance(item, DotChart)]
    shown = sum(len(series.points) for chart in charts for series in chart.series)
    assert shown == sum(len(one.points) for one in drawn.spreads)


def test_the_slide_says_why_there_is_no_mean_and_that_few_are_all_shown() -> None:
    [slide] = slides_of(QuarterTimes, reviewed(spread("time_to_detect", 4, 5)))
    assert texts_of(slide)[-1] == (
        "No mean and no trend: durations are skewed, and both move by chance (sources in the "
        "notes). Below five incidents there is no median; every one is shown."
    )


def test_medians_of_the_period_before_stand_below_with_how_many_they_rest_on() -> None:
    drawn = review_of(40)
    [slide] = slides_of(QuarterTimes, drawn)
    of_q2 = texts_of(slide)[-1].partition("Medians of 2025-Q2: ")[2]
    assert of_q2.count("n = ") == 3


def test_the_notes_cite_why_means_and_trends_are_not_shown() -> None:
    [slide] = slides_of(QuarterTimes, reviewed(spread("time_to_detect", 4, 9, missing=2)))
    notes = "\n".join(slide.notes)
    for source in (
        "https://sre.google/resources/practices-and-processes/incident-metrics-in-sre/",
        "https://www.thevoid.community/report",
    ):
        assert source in notes
    assert (
        "Time to detect: 2 incidents, from 4m (INC-0) to 9m (INC-1). 2 incidents without it."
        in slide.notes
    )
