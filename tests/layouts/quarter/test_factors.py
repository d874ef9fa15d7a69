"""What contributed."""

from __future__ import annotations

from datetime import date

import pytest

from deckgen.postmortem.model import ContributingFactor
from deckgen.postmortem.vocabulary import FactorCategory
from deckgen.quarter.incident import Incident
from deckgen.quarter.period import Period, period_before
from deckgen.quarter.review import quarter_review
from deckgen.quarter.values import QuarterReview
from deckgen.scene.deck import Slide
from deckgen_layouts.quarter.factors import QuarterFactors, step_names
from tests.layouts.checks import texts_of
from tests.layouts.quarter.reviews import slides_of
from tests.layouts.test_every_layout import TEMPLATES
from tests.quarter.builders import AS_OF, PERIOD, incident

PROCESS, DESIGN, LOAD = FactorCategory.PROCESS, FactorCategory.DESIGN, FactorCategory.PEOPLE_LOAD


def one(number: int, *categories: FactorCategory, day: date = PERIOD.first) -> Incident:
    factors = tuple(
        ContributingFactor(category=category, text=f"{category} {number}")
        for category in categories
    )
    return incident(f"INC-{number}", day, factors=factors)


def reviewed(*incidents: Incident, period: Period = PERIOD) -> QuarterReview:
    return quarter_review(incidents, period, AS_OF)


def slide_of(*incidents: Incident, period: Period = PERIOD) -> Slide:
    [slide] = slides_of(QuarterFactors, reviewed(*incidents, period=period))
    return slide


@pytest.mark.parametrize("drawn", [reviewed(), reviewed(one(1), one(2))])
def test_without_factors_there_is_no_slide(drawn: QuarterReview) -> None:
    assert slides_of(QuarterFactors, drawn) == []


def test_a_few_factors_are_shown_in_full_instead_of_counted() -> None:
    assert texts_of(slide_of(one(1, PROCESS, LOAD), one(2))) == [
        "2 contributing factors in 2 incidents: too few to see a pattern",
        *("Process", "process 1", "INC-1 · Title of INC-1"),
        *("Workload", "people-load 1", "INC-1 · Title of INC-1"),
    ]


@pytest.mark.parametrize(
    ("named", "headline"),
    [
        ([(PROCESS, DESIGN)] * 3 + [(PROCESS,)] * 3, "Process is named in all 6 incidents"),
        ([(PROCESS,)] * 5 + [(DESIGN,)] * 3, "Process is named in 5 of 8 incidents"),
        ([(PROCESS,), (LOAD,)] * 4, "Workload and process are each named in 4 of 8 incidents"),
        (
            [(one,) for one in FactorCategory],
            "9 categories of factors are each named in 1 of 9 incidents",
        ),
        ([tuple(FactorCategory)], "9 categories of factors are each named in the one incident"),
    ],
)
def test_the_headline_says_which_category_most_incidents_name(
    named: list[tuple[FactorCategory, ...]], headline: str
) -> None:
    slide = slide_of(*(one(n, *categories) for n, categories in enumerate(named)))
    assert slide.title.text == headline


def test_beside_the_counts_stand_factors_of_each_category_in_turn() -> None:
    slide = slide_of(*(one(n, PROCESS, DESIGN) for n in range(5)))
    assert texts_of(slide)[-12:] == [
        *("Design", "design 0", "INC-0"),
        *("Process", "process 0", "INC-0"),
        *("Design", "design 1", "INC-1"),
        *("Process", "process 1", "INC-1"),
    ]


def test_too_few_incidents_and_those_without_factors_are_said() -> None:
    slide = slide_of(one(1, *FactorCategory), one(2))
    assert texts_of(slide)[-1] == (
        "2 incidents: too few to see a change over time. 1 of 2 incidents names no factor"
    )


@pytest.mark.parametrize(
    ("steps", "names"),
    [
        (["2025-07-01", "2025-08-01", "2025-09-01"], ["Jul", "Aug", "Sep"]),
        (["2025-08-15", "2025-09-01"], ["Aug", "Sep"]),
        (["2025-11-01", "2025-12-01", "2026-01-01"], ["Nov 2025", "Dec", "Jan 2026"]),
        (
            ["2024-10-15", "2025-01-01", "2025-04-01", "2025-07-01"],
            ["Oct-Dec 2024", "Jan-Mar 2025", "Apr-Jun", "Jul-Sep"],
        ),
    ],
)
def test_parts_of_the_period_are_named_by_their_months(steps: list[str], names: list[str]) -> None:
    assert list(step_names([date.fromisoformat(step) for step in steps])) == names


def test_a_template_with_little_room_shows_the_counts_alone() -> None:
    drawn = reviewed(*(one(n, PROCESS, DESIGN) for n in range(5)))
    [slide] = slides_of(QuarterFactors, drawn, TEMPLATES["ten inches wide"])
    assert [item.name for item in slide.items] == ["Contributing factors"]


def test_the_notes_tell_each_category_beside_the_period_before() -> None:
    earlier = one(99, PROCESS, day=period_before(PERIOD).first)
    slide = slide_of(*(one(n, PROCESS, DESIGN) for n in range(5)), earlier)
    assert (
        "Process: 5 incidents; 2025-Q2: 1. "
        "INC-0: process 0 INC-1: process 1 INC-2: process 2" in slide.notes
    )
