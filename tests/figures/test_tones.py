"""Tones: a colour for every meaning, and texts that can be read on any of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.tones import Tone, blended, text_on, tone_colour
from deckgen.postmortem.vocabulary import Severity
from deckgen.theme import LEAST_CONTRAST, contrast
from tests.builders import page

THEME = page().theme
ROLES: tuple[Tone, ...] = ("accent", "good", "caution", "bad", "muted", "quiet")
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


@pytest.mark.parametrize("level", Severity)
def test_a_severity_has_the_colour_of_the_theme(level: Severity) -> None:
    assert tone_colour(THEME, level) == THEME.colour.severity[level]


def test_roles_have_the_colours_of_the_theme() -> None:
    colour = THEME.colour
    assert [tone_colour(THEME, role) for role in ROLES] == [
        colour.accent, colour.good, colour.caution, colour.bad, colour.muted, colour.rule
    ]  # fmt: skip


@pytest.mark.parametrize("tone", [*Severity, *ROLES])
def test_a_number_can_be_read_on_every_tone(tone: Tone) -> None:
    ground = tone_colour(THEME, tone)
    assert contrast(text_on(THEME, ground), ground) >= LEAST_CONTRAST


@given(COLOURS, COLOURS)
def test_a_share_of_nought_is_the_ground_and_one_the_colour(ground: str, colour: str) -> None:
    assert (blended(ground, colour, 0), blended(ground, colour, 1)) == (ground, colour)


def test_half_a_share_lies_half_way() -> None:
    assert blended("#FFFFFF", "#000040", 0.5) == "#8080A0"
