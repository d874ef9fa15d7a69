"""The worst incidents."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.incident import Incident
from deckgen.scene.shapes import Group
from deckgen_layouts.quarter.worst import QuarterWorst
from tests.layouts.checks import cell_texts, tables, texts_of
from tests.layouts.quarter.reviews import PARAGRAPH, review, slides_of
from tests.layouts.test_every_layout import TEMPLATES
from tests.quarter.builders import incident

HOUR = timedelta(hours=1)


def one(number: int = 1, **more: Any) -> Incident:
    least: dict[str, Any] = {"severity": Severity.SEV1, "lasted": number * HOUR}
    return incident(f"INC-{number}", date(2025, 8, number), **{**least, **more})


def several(amount: int, **more: Any) -> list[Incident]:
    return [one(n, **more) for n in range(1, amount + 1)]


def test_without_incidents_there_is_no_slide() -> None:
    assert slides_of(QuarterWorst, review()) == []


def test_a_single_incident_is_told_with_what_was_learned() -> None:
    alone = one(
        title="Checkout down",
        services=("checkout", "login"),
        statement="12,000 could not pay",
        primary_cause="Two writers filled one key",
        key_learning="Rehearse it",
    )
    [slide] = slides_of(QuarterWorst, review([alone], worst=(alone,)))
    assert texts_of(slide) == [
        "SEV1, 1 hour of impact: Checkout down",
        "SEV1",
        "Checkout down",
        "1 Aug 2025 · 1h of impact · checkout and login · INC-1",
        "12,000 could not pay",
        "Why: Two writers filled one key",
        "Learned: Rehearse it",
    ]


def test_a_few_are_cards_and_more_are_a_table() -> None:
    for amount, cards in ((1, 1), (4, 4), (5, 0)):
        worst = several(amount)
        [slide] = slides_of(QuarterWorst, review(worst, worst=tuple(worst)))
        assert sum(isinstance(item, Group) for item in slide.items) == cards
        assert len(tables([slide])) == (not cards)


def test_cards_that_have_no_room_are_a_table() -> None:
    worst = several(4)
    drawn = review(worst, worst=tuple(worst))
    slides = slides_of(QuarterWorst, drawn, TEMPLATES["ten inches wide"])
    assert [len(table.rows) for table in tables(slides)] == [5]


def test_the_table_says_how_bad_where_and_what_it_meant() -> None:
    worst = several(5, services=("checkout",), statement="12,000 could not pay")
    [slide] = slides_of(QuarterWorst, review(worst, worst=tuple(worst)))
    [table] = tables([slide])
    assert cell_texts(table)[:2] == [
        ["Severity", "Incident", "When", "Impact", "Services", "What it meant"],
        [
            "SEV1",
            "Title of INC-1",
            "1 Aug 2025\nINC-1",
            "1h",
            "checkout",
            "12,000 could not pay",
        ],
    ]


def test_columns_that_nobody_filled_are_left_out_and_what_is_missing_is_said() -> None:
    worst = several(5, severity=None, lasted=None)
    [slide] = slides_of(QuarterWorst, review(worst, worst=tuple(worst)))
    [table] = tables([slide])
    assert cell_texts(table)[:2] == [
        ["Incident", "When", "Impact"],
        ["Title of INC-1", "1 Aug 2025\nINC-1", "Not recorded"],
    ]


def test_a_long_statement_gives_way_to_the_others_and_stands_in_the_notes() -> None:
    worst = several(8, statement=PARAGRAPH)
    slides = slides_of(QuarterWorst, review(worst, worst=tuple(worst)))
    [table] = tables(slides)
    assert all(cells[-1].endswith("…") for cells in cell_texts(table)[1:])
    assert sum(PARAGRAPH in note for note in slides[0].notes) == 8


@pytest.mark.parametrize(
    ("amount", "of_all", "headline"),
    [
        (1, 1, "SEV1, 1 hour of impact: Title of INC-1"),
        (3, 3, "The worst of three incidents: SEV1, 1 hour of impact"),
        (1, 3, "The worst of 3 incidents: SEV1, 1 hour of impact"),
        (2, 5, "The two worst of 5 incidents make 3h of 15h of impact"),
    ],
)
def test_the_headline_says_how_bad_the_worst_were(amount: int, of_all: int, headline: str) -> None:
    incidents = several(of_all)
    [slide] = slides_of(QuarterWorst, review(incidents, worst=tuple(incidents[:amount])))
    assert slide.title.text == headline


def test_an_unknown_duration_is_said_in_the_headline() -> None:
    incidents = several(5, lasted=None)
    [slide] = slides_of(QuarterWorst, review(incidents, worst=tuple(incidents[:2])))
    assert slide.title.text == (
        "The two worst of 5 incidents: how long their impact lasted is not recorded"
    )
