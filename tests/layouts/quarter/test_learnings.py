"""Key learnings: the worst incidents first, and the rest in the appendix."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.incident import Incident
from deckgen_layouts.quarter.learnings import QuarterLearnings, by_severity
from tests.layouts.checks import parts, said, texts_of
from tests.layouts.quarter.reviews import TEXTS, page, review, slides_of
from tests.quarter.builders import incident


def learned(amount: int, text: str = "Routes must expire") -> list[Incident]:
    days = (date(2025, 7, 1) + timedelta(days=n) for n in range(amount))
    return [
        incident(f"INC-{n}", day, key_learning=f"{text} {n}") for n, day in enumerate(days, 100)
    ]


def test_without_a_key_learning_there_is_no_slide() -> None:
    assert slides_of(QuarterLearnings, review([incident()])) == []


def test_a_learning_stands_with_its_incident() -> None:
    one = incident(title="Users reach dead pods", key_learning="routes must expire")
    [slide] = slides_of(QuarterLearnings, review([one]))
    assert texts_of(slide) == [
        "The incident left a key learning",
        "Routes must expire",
        "SEV2  INC-1, 4 Aug 2025: Users reach dead pods",
    ]


@pytest.mark.parametrize(
    ("with_one", "without", "headline"),
    [
        (2, 0, "Both incidents left a key learning"),
        (3, 0, "All 3 incidents left a key learning"),
        (1, 1, "1 key learning from 2 incidents"),
        (3, 4, "3 key learnings from 7 incidents"),
    ],
)
def test_the_headline_says_of_how_many_incidents(
    with_one: int, without: int, headline: str
) -> None:
    others = [incident(f"OTHER-{n}") for n in range(without)]
    [slide] = slides_of(QuarterLearnings, review([*learned(with_one), *others]))
    assert slide.title.text == headline


def test_the_worst_incidents_come_first_among_equals_the_latest() -> None:
    first, second, later, last = (
        incident("INC-1", date(2025, 9, 1), severity=Severity.SEV0),
        incident("INC-2", date(2025, 8, 2), severity=Severity.SEV2),
        incident("INC-3", date(2025, 8, 1), severity=Severity.SEV2),
        incident("INC-4", date(2025, 9, 9), severity=None),
    )
    assert by_severity([last, later, first, second]) == [first, second, later, last]


def test_the_bar_has_the_colour_of_the_severity() -> None:
    colour = page().theme.colour
    both = [
        incident("INC-1", severity=Severity.SEV1, key_learning="A"),
        incident("INC-2", severity=None, key_learning="B"),
    ]
    [slide] = slides_of(QuarterLearnings, review(both))
    bars = [getattr(i, "fill", "") for i in parts(slide.items) if i.name.endswith(":bar")]
    assert bars == [colour.severity[Severity.SEV1], colour.muted]


@pytest.mark.parametrize(("amount", "slides"), [(8, [8]), (9, [4, 5]), (16, [8, 8])])
def test_up_to_sixteen_are_shown_on_two_slides(amount: int, slides: list[int]) -> None:
    drawn = slides_of(QuarterLearnings, review(learned(amount)))
    shown = [[text for text in texts_of(slide) if "expire" in text] for slide in drawn]
    assert [len(texts) for texts in shown] == slides
    assert all("more" not in text for slide in drawn for text in texts_of(slide))


def test_more_are_counted_and_left_to_the_appendix() -> None:
    slides = slides_of(QuarterLearnings, review(learned(40)))
    remarks = [text for slide in slides for text in texts_of(slide) if text.startswith("and ")]
    assert remarks == ["and 24 more, each with its incident in the appendix"]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_learning_that_is_cut_stands_in_the_notes(text: str) -> None:
    many = learned(8, text)
    told = said(slides_of(QuarterLearnings, review(many)))
    assert [one.id for one in many if (one.key_learning or "") not in told] == []
