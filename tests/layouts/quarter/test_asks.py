"""What is asked of leadership: on one slide, the figures' first."""

from __future__ import annotations

import pytest

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.values import Ask
from deckgen_layouts.quarter.asks import QuarterAsks, by_severity
from tests.layouts.checks import said, texts_of
from tests.layouts.quarter.reviews import TEXTS, review, slides_of
from tests.quarter.builders import incident

OURS = Ask("Name a team for 2 open actions without an owner", None)


def test_with_nothing_to_ask_there_is_no_slide() -> None:
    assert slides_of(QuarterAsks, review([incident()])) == []


def test_each_ask_says_where_it_comes_from() -> None:
    one = incident(title="Users reach dead pods")
    asks = (Ask("fund a second rota?", "INC-1"), OURS, Ask("Freeze changes?", "INC-9"))
    [slide] = slides_of(QuarterAsks, review([one], asks=asks))
    assert texts_of(slide) == [
        "Three things we ask of leadership: two decisions of postmortems, one from the figures",
        *("1", OURS.text, "From the figures of this review"),
        *("2", "Fund a second rota?", "INC-1: Users reach dead pods"),
        *("3", "Freeze changes?", "INC-9"),
    ]


@pytest.mark.parametrize(
    ("asks", "headline"),
    [
        ((OURS,), "One thing we ask of leadership, from the figures"),
        ((Ask("A?", "INC-1"),), "One thing we ask of leadership, from the postmortems"),
        ((OURS, OURS), "Two things we ask of leadership, from the figures"),
    ],
)
def test_the_headline_says_how_many_and_from_where(asks: tuple[Ask, ...], headline: str) -> None:
    [slide] = slides_of(QuarterAsks, review([incident()], asks=asks))
    assert slide.title.text == headline


def test_the_figures_come_first_then_the_worst_incidents() -> None:
    levels = {"INC-1": None, "INC-2": Severity.SEV3, "INC-3": Severity.SEV1}
    by_id = {name: incident(name, severity=level) for name, level in levels.items()}
    unrated, mild, bad = (Ask("?", name) for name in levels)
    assert by_severity([unrated, mild, bad, OURS], by_id) == [OURS, bad, mild, unrated]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_there_is_one_slide_whose_notes_have_what_it_has_no_room_for(text: str) -> None:
    asks = tuple(Ask(f"{text} {n}", "INC-1") for n in range(100, 140))
    slides = slides_of(QuarterAsks, review([incident()], asks=asks))
    [slide] = slides
    assert texts_of(slide)[-1] == "and 32 more, in the notes"
    assert [ask.text for ask in asks if ask.text not in said(slides)] == []
