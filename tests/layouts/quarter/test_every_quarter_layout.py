"""What every layout of a review promises: nothing overlaps or runs off, whatever is in it."""

from __future__ import annotations

import pytest
from hypothesis import given

from deckgen.layout import LayoutOf
from deckgen.quarter.values import QuarterReview
from deckgen.quarter_deck import QuarterOptions, build_quarter
from deckgen.scene.deck import Slide
from deckgen_layouts.quarter import QUARTER_LAYOUTS
from tests.layouts.quarter.hard_reviews import CASES, hard_reviews, reviews
from tests.layouts.quarter.reviews import slides_of
from tests.layouts.test_every_layout import SEARCH, TEMPLATES
from tests.validators.accessibility import accessibility_findings
from tests.validators.geometry import geometry_findings
from tests.validators.structure import structure_findings

EACH = pytest.mark.parametrize("layout", QUARTER_LAYOUTS.values(), ids=list(QUARTER_LAYOUTS))
EACH_CASE = pytest.mark.parametrize("case", CASES)


def slides(layout: type[LayoutOf[QuarterReview]], case: str) -> list[Slide]:
    return slides_of(layout, hard_reviews()[case])


def test_every_case_is_tried() -> None:
    assert tuple(hard_reviews()) == CASES


@EACH
@EACH_CASE
def test_slides_are_sound_whatever_the_review_holds(
    layout: type[LayoutOf[QuarterReview]], case: str
) -> None:
    slides(layout, case)


@SEARCH
@given(reviews())
def test_slides_are_sound_for_texts_of_any_length_and_script(drawn: QuarterReview) -> None:
    for layout in QUARTER_LAYOUTS.values():
        slides_of(layout, drawn)


@EACH
@pytest.mark.parametrize("template", TEMPLATES)
def test_slides_are_sound_on_the_templates_that_people_have(
    layout: type[LayoutOf[QuarterReview]], template: str
) -> None:
    for case in ("0 incidents", "1 incidents", "7 incidents", "400 incidents", "12 with sentences"):
        slides_of(layout, hard_reviews()[case], TEMPLATES[template])


@EACH
def test_the_same_review_gives_the_same_slides(layout: type[LayoutOf[QuarterReview]]) -> None:
    assert slides(layout, "40 incidents") == slides(layout, "40 incidents")


@EACH
def test_a_layout_says_where_it_belongs_and_how_long_it_takes(
    layout: type[LayoutOf[QuarterReview]],
) -> None:
    assert layout.section
    assert (layout.share == 0) == layout.name.startswith("quarter-appendix-")
    assert (layout.__doc__ or "").strip().endswith(".")


@EACH_CASE
def test_a_deck_has_no_fault_that_a_validator_finds(case: str) -> None:
    pptx = build_quarter(hard_reviews()[case], b"{}", QuarterOptions()).pptx
    found = [*structure_findings(pptx), *accessibility_findings(pptx), *geometry_findings(pptx)]
    assert found == []


def test_without_incidents_the_deck_still_says_so() -> None:
    shown = {
        slide.layout for layout in QUARTER_LAYOUTS.values() for slide in slides(layout, CASES[0])
    }
    assert {"quarter-title", "quarter-numbers"} <= shown
    assert not shown & {"quarter-weeks", "quarter-services", "quarter-times", "quarter-worst"}
