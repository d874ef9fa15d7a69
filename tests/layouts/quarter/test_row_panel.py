"""Rows beside a chart."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckgen.scene.geometry import Box
from deckgen.scene.shapes import TextBox
from deckgen_layouts.quarter.row_panel import PanelRow, most_rows, row_panel, row_places
from tests.builders import box, page
from tests.layouts.quarter.reviews import PARAGRAPH

COLOUR = page().theme.colour.accent


def rows(amount: int, words: str = "3 incidents") -> list[PanelRow]:
    return [PanelRow("SEV1", COLOUR, words, "45m of impact") for _ in range(amount)]


@pytest.mark.parametrize("height", [0.3, 0.7, 2.0, 5.4])
def test_as_many_rows_as_there_is_room_for_are_shown_in_full(height: float) -> None:
    room = box(1, 1, 3, max(height, 0.7))
    most = most_rows(page(), box(1, 1, 3, height))
    items, texts = row_panel(page(), "row", rows(most), row_places(page(), most, room))
    assert [text.cut for text in texts] == [()] * most
    assert sum(isinstance(item, TextBox) for item in items) == most >= 1


@pytest.mark.parametrize("amount", range(1, 7))
def test_places_lie_below_one_another_within_the_box(amount: int) -> None:
    room = box(1, 1, 3, 5.4)
    places = row_places(page(), amount, room)
    assert len(places) == amount
    assert all(room.contains(place) for place in places)
    assert all(above.bottom < below.y for above, below in pairwise(places))


def test_no_rows_have_no_places() -> None:
    assert row_places(page(), 0, box(1, 1, 3, 5)) == list[Box]()


def test_words_without_room_are_shortened_and_given_back_in_full() -> None:
    _, [text] = row_panel(page(), "row", rows(1, PARAGRAPH), [box(1, 1, 3, 1)])
    assert text.frame.paragraphs[1].text.endswith("…")
    assert text.cut == (PARAGRAPH,)
