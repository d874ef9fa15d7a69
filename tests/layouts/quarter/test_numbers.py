"""The period in numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.definitions import DEFINITIONS
from deckgen.quarter.values import Basis, Number, QuarterReview, Spread, SpreadPoint
from deckgen_layouts.impact_numbers import Tile
from deckgen_layouts.quarter.number_tiles import number_tile, spoken_figure
from deckgen_layouts.quarter.numbers import QuarterNumbers
from tests.layouts.checks import texts_of
from tests.layouts.quarter.reviews import NO_ACTIONS, review, slides_of
from tests.layouts.test_every_layout import TEMPLATES
from tests.quarter.builders import incident, review_of

MINUTE = timedelta(minutes=1)
KNOWN = review([incident()] * 7, basis=Basis(7, 5, 0, 0, 0, 0))
ALONE = review([incident()] * 7)


def spread(*minutes: int) -> Spread:
    points = tuple(SpreadPoint("INC", Severity.SEV2, one * MINUTE) for one in minutes)
    return Spread("time_to_detect", "Time to detect", points, 0, None, None, 0)


def card(number: Number, drawn: QuarterReview = KNOWN) -> tuple[str, str, str | None, bool]:
    tile = number_tile(number, drawn)
    return tile.value, tile.label, tile.note, tile.recorded


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Number("incidents", 7, 7, 5, 5), ("7", "Incidents", "2025-Q2: 5", True)),
        (Number("severe_incidents", 0, 7, 0, 5), ("0", "SEV0 and SEV1", "2025-Q2: 0", True)),
        (
            Number("time_lost", 90 * MINUTE, 7, 30 * MINUTE, 5),
            ("1h 30m", "Impact in all", "2025-Q2: 30m", True),
        ),
        (
            Number("time_lost", 90 * MINUTE, 4, None, 0),
            ("1h 30m", "Impact in all", "recorded by 4 of 7", True),
        ),
        (Number("time_lost", None, 0, None, 0), ("Not recorded", "Impact in all", None, False)),
        (
            Number("time_to_detect", 4 * MINUTE, 7, 9 * MINUTE, 5),
            ("4m", "Median time to detect", "n = 7; 2025-Q2: 9m (n = 5)", True),
        ),
        (
            Number("time_to_detect", 4 * MINUTE, 7, None, 3),
            ("4m", "Median time to detect", "n = 7", True),
        ),
        (
            Number("overdue_actions", 3, 14, None, 0),
            ("3", "Overdue actions", "of 14 open", True),
        ),
        (
            Number("publication", 5 / 6, 6, 0.5, 4),
            ("83%", "Postmortems published in time", "n = 6; 2025-Q2: 2 of 4", True),
        ),
        (
            Number("publication", 2 / 3, 3, 0.5, 8),
            ("2 of 3", "Postmortems published in time", "2025-Q2: 50% (n = 8)", True),
        ),
        (
            Number("completion", None, 0, None, 0),
            ("None due", "Actions completed within 30 days", None, False),
        ),
    ],
)
def test_a_number_says_what_it_rests_on_and_what_it_was_before(
    number: Number, shown: tuple[str, str, str | None, bool]
) -> None:
    assert card(number) == shown


def test_without_incidents_before_nothing_stands_beside() -> None:
    assert card(Number("incidents", 7, 7, 0, 0), ALONE) == ("7", "Incidents", None, True)


@pytest.mark.parametrize(
    ("minutes", "value", "note"),
    [
        ((4, 20, 50), "4m to 50m", "3 incidents: too few for a median"),
        ((4,), "4m", "1 incident: too few for a median"),
    ],
)
def test_too_few_for_a_median_are_told_by_their_range(
    minutes: tuple[int, ...], value: str, note: str
) -> None:
    number = Number("time_to_detect", None, len(minutes), None, 0)
    drawn = replace(ALONE, spreads=(spread(*minutes),))
    assert card(number, drawn) == (value, "Time to detect", note, True)


def test_a_note_says_a_number_with_what_it_means() -> None:
    tile = Tile("number:incidents", "7", "Incidents", "2025-Q2: 5")
    meaning = DEFINITIONS["incidents"].meaning
    assert spoken_figure(tile, "incidents") == f"Incidents: 7 (2025-Q2: 5). {meaning}"


def test_numbers_stand_in_rows_by_what_they_are_about() -> None:
    [slide] = slides_of(QuarterNumbers, review_of(7))
    groups = [item.name for item in slide.items if item.name.startswith("group:")]
    assert groups == ["group:Incidents", "group:Response", "group:Follow-up"]
    shown = [item.name.removeprefix("number:") for item in slide.items if "number:" in item.name]
    assert sorted(shown) == sorted(number.key for number in review_of(7).numbers)


def test_a_template_with_little_room_shows_every_number_on_further_slides() -> None:
    slides = slides_of(QuarterNumbers, review_of(7), TEMPLATES["ten inches wide"])
    shown = [item.name for slide in slides for item in slide.items if "number:" in item.name]
    assert len(slides) == 2
    assert sorted(shown) == sorted(f"number:{number.key}" for number in review_of(7).numbers)


def test_the_headline_sets_impact_beside_that_of_the_period_before() -> None:
    lost = Number("time_lost", 90 * MINUTE, 7, 30 * MINUTE, 5)
    [slide] = slides_of(QuarterNumbers, replace(KNOWN, numbers=(lost,)))
    assert slide.title.text == "1h 30m of impact in 7 incidents; 2025-Q2: 30m in 5"


@pytest.mark.parametrize(
    ("drawn", "headline"),
    [
        (KNOWN, "7 incidents; 2025-Q2: 5"),
        (ALONE, "7 incidents"),
        (review(), "No incident began in 2025-Q3"),
        (review(basis=Basis(0, 5, 0, 0, 5, 0)), "No incident began in 2025-Q3; 2025-Q2: 5"),
    ],
)
def test_the_headline_says_how_many_where_no_impact_is_recorded(
    drawn: QuarterReview, headline: str
) -> None:
    number = Number("incidents", len(drawn.incidents), 7, 5, 5)
    [slide] = slides_of(QuarterNumbers, replace(drawn, numbers=(number,)))
    assert slide.title.text == headline


def test_what_is_left_out_of_all_figures_is_counted_at_the_foot() -> None:
    drawn = replace(review_of(7), basis=Basis(7, 0, 1, 2, 0, 0))
    [slide] = slides_of(QuarterNumbers, drawn)
    assert texts_of(slide)[-1] == (
        "Left out: 1 exercise and 2 files with faults. "
        "No incident of 2025-Q2 is among the files, so nothing stands beside"
    )


def test_without_incidents_the_slide_shows_what_there_is_to_count() -> None:
    actions = replace(NO_ACTIONS, carried_over=4, carried_overdue=1)
    drawn = review(basis=Basis(0, 5, 1, 2, 9, 0), actions=actions)
    [slide] = slides_of(QuarterNumbers, drawn)
    assert texts_of(slide)[1:] == [
        *("0", "Incidents"),
        *("5", "Incidents in 2025-Q2"),
        *("9", "Incidents of other periods among the files"),
        *("4", "Actions of earlier incidents still open"),
        *("1", "Actions of earlier incidents overdue"),
        *("1", "Exercises in the period"),
        *("2", "Files with faults, not counted"),
    ]
