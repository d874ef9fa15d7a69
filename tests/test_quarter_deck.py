"""The review deck as a whole: sound for any number of incidents, the same every time."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from deckgen.diagnostics import InputError
from deckgen.pipeline import Built
from deckgen.pptx.source import embedded_source
from deckgen.quarter_deck import QuarterOptions, build_quarter
from deckgen.quarter_formats import figures
from deckgen_layouts.quarter import QUARTER_LAYOUTS
from tests.quarter.builders import review_of
from tests.validators.every_judge import findings, texts_out_of_place

AMOUNTS = [0, 1, 3, 40, 400]


def built(amount: int, only: tuple[str, ...] = (), skip: tuple[str, ...] = ()) -> Built:
    review = review_of(amount)
    return build_quarter(review, figures(review, "json"), QuarterOptions(only=only, skip=skip))


@pytest.mark.parametrize("amount", AMOUNTS)
def test_validators_find_nothing_in_a_review(amount: int, tmp_path: Path) -> None:
    assert findings(built(amount).pptx, tmp_path) == []


def test_every_text_is_rendered_inside_its_box(tmp_path: Path) -> None:
    decks = {f"{amount} incidents": built(amount) for amount in AMOUNTS[:-1]}
    assert texts_out_of_place(decks, tmp_path) == {}


def test_a_full_quarter_has_a_slide_of_every_layout() -> None:
    assert {slide.layout for slide in built(40).deck.slides} == set(QUARTER_LAYOUTS)


def test_a_quarter_without_incidents_says_so() -> None:
    layouts = [slide.layout for slide in built(0).deck.slides]
    assert layouts[:2] == ["quarter-title", "quarter-numbers"]
    assert layouts[-1] == "quarter-appendix-definitions"


def test_the_minutes_of_the_talk_add_up() -> None:
    spoken = [slide.notes[0] for slide in built(40).deck.slides]
    assert sum("until minute" in line for line in spoken) > 8
    assert any(line.endswith("until minute 45 of 45.") for line in spoken)


def test_only_and_skip_choose_layouts() -> None:
    deck = built(3, only=("quarter-title", "quarter-worst"), skip=("quarter-title",)).deck
    assert {slide.layout for slide in deck.slides} == {"quarter-worst"}


def test_a_layout_that_is_none_is_told_with_those_there_are() -> None:
    with pytest.raises(InputError, match="did you mean 'quarter-weeks'"):
        built(3, only=("quarter-week",))


def test_layouts_with_nothing_to_show_make_no_deck() -> None:
    with pytest.raises(InputError, match="the chosen layouts have nothing to show"):
        built(0, only=("quarter-repeats",))


def test_the_figures_travel_inside_the_deck() -> None:
    found = embedded_source(io.BytesIO(built(3).pptx))
    assert found is not None
    name, content = found
    assert name == "2025-Q3.json"
    assert len(json.loads(content)["incidents"]) == 3


def test_the_same_review_gives_the_same_bytes() -> None:
    assert built(3).pptx == built(3).pptx


def test_headlines_are_unique_and_no_text_is_empty() -> None:
    for amount in AMOUNTS:
        titles = [slide.title.text for slide in built(amount).deck.slides]
        assert len(set(titles)) == len(titles)
        assert all(isinstance(title, str) and title.strip() for title in titles)
