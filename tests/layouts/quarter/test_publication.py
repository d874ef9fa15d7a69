"""Publication: how many in time, which late, and what cannot be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from deckgen.postmortem.vocabulary import Status
from deckgen.quarter.incident import Incident
from deckgen.quarter.publishing import publication
from deckgen.quarter.values import Publication, QuarterReview
from deckgen_layouts.quarter.publication import QuarterPublication, headline
from tests.layouts.checks import cell_texts, said, tables, texts, texts_of
from tests.layouts.quarter.reviews import TEXTS, page, review, slides_of
from tests.quarter.builders import AS_OF, incident

DAY = date(2025, 8, 4)
ENDED = datetime(2025, 8, 4, 11, 30, tzinfo=UTC)

IN_TIME = incident("IN-TIME", published=ENDED + timedelta(hours=30))
ON_A_DAY = incident("ON-A-DAY", published=DAY + timedelta(days=1))
LATE = incident("LATE", published=ENDED + timedelta(days=3, hours=4))
MISSING = incident("MISSING", date(2025, 10, 1))
NOT_DUE = incident("NOT-DUE", AS_OF)
OPEN = incident("OPEN", status=Status.OPEN, ended_at=None)
NO_END = incident("NO-END", ended_at=None)
EACH = [NO_END, OPEN, NOT_DUE, ON_A_DAY, IN_TIME, LATE, MISSING]


def reviewed(*incidents: Incident) -> QuarterReview:
    return review(incidents, publication=publication(incidents, 48, AS_OF))


def test_without_incidents_there_is_no_slide() -> None:
    assert slides_of(QuarterPublication, review()) == []


def test_the_latest_stand_first_and_what_cannot_be_told_last() -> None:
    [table] = tables(slides_of(QuarterPublication, reviewed(*EACH)))
    assert cell_texts(table)[1:] == [
        ["MISSING", "Title of MISSING", "1 Oct 2025", "Not published", "9d 12h so far"],
        ["LATE", "Title of LATE", "4 Aug 2025", "7 Aug 2025", "3d 4h"],
        ["ON-A-DAY", "Title of ON-A-DAY", "4 Aug 2025", "5 Aug 2025", "In time"],
        ["IN-TIME", "Title of IN-TIME", "4 Aug 2025", "5 Aug 2025", "In time, 30h"],
        [
            "OPEN",
            "Title of OPEN",
            "Not recorded",
            "Not published",
            "Not due: incident not resolved",
        ],
        ["NOT-DUE", "Title of NOT-DUE", "10 Oct 2025", "Not published", "Not due yet"],
        ["NO-END", "Title of NO-END", "Not recorded", "Not published", "No end recorded"],
    ]


def test_the_figures_tell_apart_what_counts_and_what_does_not() -> None:
    [slide] = slides_of(QuarterPublication, reviewed(*EACH))
    shown = texts_of(slide)
    assert shown[: shown.index("ID")] == [
        "2 of 4 due postmortems published within 48 hours; 1 not published",
        *("2 of 4", "Published within 48 hours", "4 due: too few for a share"),
        *("1", "Published later"),
        *("1", "Due, not published"),
        *("2", "Not due yet"),
        *("1", "Cannot be told", "no end recorded"),
    ]


def test_from_five_on_nothing_is_said_to_be_thin() -> None:
    five = [replace(IN_TIME, id=f"INC-{n}") for n in range(5)]
    [slide] = slides_of(QuarterPublication, reviewed(*five))
    assert "of those that were due" in texts_of(slide)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Publication(48, 1, 1, 0, 0, ()), "The only due postmortem was published within 48 hours"),
        (Publication(72, 2, 2, 0, 0, ()), "Both due postmortems were published within 72 hours"),
        (Publication(48, 7, 7, 9, 0, ()), "All 7 due postmortems were published within 48 hours"),
        (
            Publication(48, 5, 7, 0, 0, ()),
            "5 of 7 due postmortems published within 48 hours; 2 later",
        ),
        (
            Publication(48, 0, 0, 1, 2, ()),
            "No postmortem is due yet: 2 incidents still open, or ended less than 48 hours ago",
        ),
        (
            Publication(48, 0, 0, 3, 0, ()),
            "Publication within 48 hours cannot be told: no end of an incident is recorded",
        ),
    ],
)
def test_the_headline_says_how_many_of_those_that_were_due(
    told: Publication, expected: str
) -> None:
    assert headline(told) == expected


def test_only_late_ones_stand_on_red() -> None:
    slides = slides_of(QuarterPublication, reviewed(*EACH))
    red = page().theme.colour.bad_tint
    cells = [text.frame.text for text in texts(slides[0].items) if text.fill == red]
    assert cells == ["Not published", "9d 12h so far", "7 Aug 2025", "3d 4h"]


def test_what_the_table_has_no_room_for_is_counted_and_late_ones_are_in_the_notes() -> None:
    late = [replace(LATE, id=f"INC-{n}", title=f"Late {n}") for n in range(100, 130)]
    slides = slides_of(QuarterPublication, reviewed(*late, IN_TIME))
    shown = len(cell_texts(tables(slides)[0])) - 1
    left = 31 - shown
    assert f"and {left} more, {left - 1} of them late and in the notes" in texts_of(slides[0])
    assert [one.title for one in late if one.title not in said(slides)] == []


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_a_title_that_is_cut_stands_in_the_notes(text: str) -> None:
    each = [replace(one, title=f"{text} {n}") for n, one in enumerate(EACH)]
    slides = slides_of(QuarterPublication, reviewed(*each))
    shown = {row[0] for row in cell_texts(tables(slides)[0])[1:]}
    assert [one.id for one in each if one.id in shown and one.title not in said(slides)] == []
