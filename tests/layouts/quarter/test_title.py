"""The cover of a review."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.values import ActionsReview, Basis, Publication, QuarterReview, ServiceCount
from deckgen_layouts.quarter.title import QuarterTitle
from tests.layouts.checks import texts_of
from tests.layouts.quarter.reviews import NO_ACTIONS, repeat, review, slides_of
from tests.quarter.builders import incident

HEADS = ["Incident review 2025-Q3", "1 July 2025 to 30 September 2025 · as of 10 October 2025"]


def told(drawn: QuarterReview) -> list[str]:
    [slide] = slides_of(QuarterTitle, drawn)
    return texts_of(slide)


def actions(**fields: Any) -> ActionsReview:
    return replace(NO_ACTIONS, **fields)


def test_a_period_without_incidents_says_so_with_what_is_still_open() -> None:
    drawn = review(actions=actions(carried_over=4, carried_overdue=1))
    assert told(drawn) == [
        *HEADS,
        "No incident began in this period. "
        "4 actions of earlier incidents are still open, 1 of them overdue.",
        *("Incidents", "0"),
        *("Actions open", "4, 1 overdue"),
    ]


def test_the_cover_says_how_many_how_bad_and_where() -> None:
    incidents = [
        incident("INC-1", severity=Severity.SEV1, lasted=timedelta(minutes=45)),
        incident("INC-2", lasted=None),
    ]
    drawn = review(
        incidents,
        basis=Basis(2, 5, 0, 0, 0, 0),
        services=(ServiceCount("checkout", 2, 0, Severity.SEV1, None),),
        repeats=(repeat(),),
        actions=actions(open=3, overdue=1, carried_over=1),
        publication=Publication(48, 1, 2, 0, 0, ()),
    )
    assert told(drawn) == [
        *HEADS,
        "2 incidents, 1 of them SEV1; checkout has both. "
        "1 action of earlier incidents is still open.",
        *("Incidents", "2 (2025-Q2: 5)"),
        *("Impact in all (1 of 2)", "45m"),
        *("Same cause again", "1"),
        *("Actions open", "4, 1 overdue"),
        *("Published within 48 hours", "1 of 2"),
    ]


def test_impact_that_nobody_recorded_is_said_to_be_unknown() -> None:
    shown = told(review([incident()]))
    assert shown[shown.index("Impact in all") + 1] == "Not recorded"


def test_the_notes_say_the_findings_and_what_the_review_is_for() -> None:
    [slide] = slides_of(QuarterTitle, review([incident()]))
    assert slide.notes == (
        "Welcome. This review looks for patterns in how our systems fail, not for who was on "
        "shift.",
        "1 incident, SEV2.",
    )
