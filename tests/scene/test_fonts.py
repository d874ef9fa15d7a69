"""Advance widths of the fonts that decks are set in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.scene.fonts import Font, load_font
from tests.written import texts

FONT = Font("Test", regular={"a": 0.5, "b": 0.25, " ": 0.25}, bold={"a": 0.75, "b": 0.5, " ": 0.25})


def test_a_text_is_as_wide_as_its_characters_together() -> None:
    assert FONT.width("ab a", 20) == 30
    assert FONT.width("ab a", 20, bold=True) == 45
    assert FONT.width("", 20) == 0


def test_a_width_is_the_same_when_it_is_asked_for_again() -> None:
    font = Font("Test", FONT.regular, FONT.bold)
    asked = [("ab", 10.0, False), ("ab", 20.0, False), ("ab", 10.0, True), ("ab", 10.0, False)]
    assert [font.width(*one) for one in asked] == [7.5, 15, 12.5, 7.5]


@pytest.mark.parametrize(
    ("character", "em"),
    [
        pytest.param("障", 1.0, id="ideograph"),
        pytest.param("Ａ", 1.0, id="full width"),
        pytest.param("🔥", 1.4, id="emoji"),
        pytest.param("☂", 1.4, id="symbol drawn as an emoji"),
        pytest.param("\u0301", 0.0, id="combining mark"),
        pytest.param("\u200b", 0.0, id="zero-width space"),
        pytest.param("خ", 0.8, id="a letter of another script"),
    ],
)
def test_a_character_that_the_font_lacks_is_as_wide_as_its_script(
    character: str, em: float
) -> None:
    assert FONT.width(character, 10) == em * 10


def test_a_family_is_found_in_any_case() -> None:
    one, other = load_font("ARIAL"), load_font("arial")
    assert (one.family, one.regular, one.bold) == (other.family, other.regular, other.bold)
    assert (one.family, load_font("ARIAL")) == ("Arial", one)


@pytest.mark.parametrize("family", ["Arial", "Calibri"])
def test_the_packaged_fonts_know_the_letters_of_europe(family: str) -> None:
    font = load_font(family)
    letters = "abcXYZ0189äßéñøłžğАбвЯΩλ€–—“”„…"
    assert [c for c in letters if not (0.1 < font.regular.get(c, 0) < 1.3)] == []
    assert [c for c in letters if not (0.1 < font.bold.get(c, 0) < 1.3)] == []


def test_arial_is_as_wide_as_its_makers_say() -> None:
    font = load_font("Arial")
    assert font.width("A", 2048) == 1366
    assert font.width("iW", 2048, bold=True) == 569 + 1933


@given(texts(8), texts(8), st.sampled_from([11.0, 16.0, 38.0]), st.booleans())
def test_widths_add_up_and_grow_with_the_size(one: str, two: str, size: float, bold: bool) -> None:
    font = load_font("Arial")
    together = font.width(one + two, size, bold)
    assert together == pytest.approx(font.width(one, size, bold) + font.width(two, size, bold))
    assert font.width(one, size * 2, bold) == pytest.approx(font.width(one, size, bold) * 2)
