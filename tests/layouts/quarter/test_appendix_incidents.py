"""The appendix of incidents: every one, with what it taught and what it repeats."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain

import pytest

from deckgen_layouts.quarter.appendix_incidents import QuarterAppendixIncidents
from tests.layouts.checks import cell_texts, said, tables
from tests.layouts.quarter.reviews import TEXTS, repeat, review, slides_of
from tests.quarter.builders import incident


def test_without_incidents_there_is_no_slide() -> None:
    assert slides_of(QuarterAppendixIncidents, review()) == []


def test_an_incident_stands_in_a_row_with_its_learning_and_what_it_repeats() -> None:
    one = incident(
        "INC-7",
        title="Users reach dead pods",
        services=("proxy", "hub"),
        key_learning="Routes must expire",
        lasted=timedelta(minutes=45),
    )
    slides = slides_of(QuarterAppendixIncidents, review([one], repeats=(repeat(one),)))
    assert [slide.title.text for slide in slides] == ["The only incident, 4 Aug 2025"]
    assert cell_texts(tables(slides)[0]) == [
        ["Day", "ID", "Severity", "Incident", "Key learning", "Services", "Impact"],
        [
            *("4 Aug 2025", "INC-7", "SEV2", "Users reach dead pods\nRepeats INC-1"),
            *("Routes must expire", "proxy and hub", "45m"),
        ],
    ]


def test_what_no_incident_has_takes_no_column() -> None:
    [table] = tables(slides_of(QuarterAppendixIncidents, review([incident(severity=None)])))
    assert cell_texts(table) == [
        ["Day", "ID", "Incident", "Impact"],
        ["4 Aug 2025", "INC-1", "Title of INC-1", "Not recorded"],
    ]


def test_what_only_some_have_is_a_dash_elsewhere() -> None:
    both = [incident("INC-1", services=("hub",)), incident("INC-2", severity=None)]
    [table] = tables(slides_of(QuarterAppendixIncidents, review(both)))
    assert [row[2::2] for row in cell_texts(table)[1:]] == [["SEV2", "hub"], ["–", "–"]]


@pytest.mark.parametrize("amount", [3, 40, 400])
def test_every_incident_stands_on_one_of_the_slides_in_order(amount: int) -> None:
    many = [
        incident(f"INC-{n}", date(2025, 7, 1) + timedelta(days=n % 90), key_learning=f"Learned {n}")
        for n in range(amount)
    ]
    found = tables(slides_of(QuarterAppendixIncidents, review(many)))
    rows = chain.from_iterable(cell_texts(table)[1:] for table in found)
    assert [row[1] for row in rows] == [one.id for one in many]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_whatever_is_cut_stands_in_the_notes(text: str) -> None:
    one = incident(title=f"{text} 1", key_learning=f"{text} 2", services=(f"{text} 3",))
    told = said(slides_of(QuarterAppendixIncidents, review([one])))
    assert [n for n in "123" if f"{text} {n}" not in told] == []
