"""The look by roles: none may be too small or hard to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.postmortem.vocabulary import EventKind, Severity
from deckgen.theme import contrast
from deckgen.theme_files import load_theme
from tests.themes import file, messages

channels = st.integers(0, 255)
colours = st.tuples(channels, channels, channels).map(lambda c: "#{:02X}{:02x}{:02X}".format(*c))


def test_the_default_theme_has_a_colour_for_every_severity_and_kind_of_event() -> None:
    colour = load_theme().colour
    assert (set(colour.severity), set(colour.event)) == (set(Severity), set(EventKind))


def test_the_default_theme_keeps_text_at_twelve_points_and_tables_at_eleven() -> None:
    size = load_theme().size.model_dump()
    small = {role: points for role, points in size.items() if points < 12}
    assert small == {"table_min": 11, "axis": 10}


def test_a_theme_is_a_value_that_nobody_can_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_theme().colour.accent = "#000000"  # type: ignore[misc]


def test_a_text_may_not_shrink_to_more_than_its_size(tmp_path: Path) -> None:
    assert messages(tmp_path, "[size]\nbody_min = 20\ntable = 11\ntable_min = 12\n") == [
        "size: body_min (20) is over body (16); table_min (12) is over table (11)"
    ]


@pytest.mark.parametrize(
    ("role", "smallest"),
    [("body", 12), ("body_min", 12), ("label", 12), ("table_min", 11), ("axis", 10)],
)
def test_no_text_may_be_set_smaller_than_it_can_be_read(
    tmp_path: Path, role: str, smallest: int
) -> None:
    assert (
        getattr(load_theme(file(tmp_path, f"[size]\n{role} = {smallest}\n")).size, role) == smallest
    )
    assert messages(tmp_path, f"[size]\n{role} = {smallest - 0.5}\n") == [
        f"size.{role}: is at least {smallest} points"
    ]


def test_texts_that_would_be_hard_to_read_are_named_with_their_contrast(tmp_path: Path) -> None:
    text = (
        '[colour]\nlink = "#7FB2FF"\n[colour.event]\nnote = "#777777"\n'
        '[colour.phase]\nmonitoring = "#206040"\n'
    )
    assert messages(tmp_path, text) == [
        "colour: hard to read, under 4.5:1: link on paper (2.1:1), event.note on paper (4.4:1), "
        "ink on phase.monitoring (1.9:1)"
    ]


@pytest.mark.parametrize(
    ("role", "colour", "told"),
    [
        ("paper", "#111111", "ink on paper"),
        ("surface", "#8899AA", "muted on surface"),
        ("bad_tint", "#E08080", "bad on bad_tint"),
        ("on_accent", "#0B3C5D", "on_accent on accent"),
        ("good", "#5DBB63", "good on paper"),
    ],
)
def test_each_text_is_held_to_what_it_stands_on(
    tmp_path: Path, role: str, colour: str, told: str
) -> None:
    [message] = messages(tmp_path, f'[colour]\n{role} = "{colour}"\n')
    assert told in message


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.478),
        ("#767676", "#ffffff", 4.542),
        ("#FF0000", "#FFFFFF", 3.998),
        ("#0000FF", "#FFFFFF", 8.592),
    ],
)
def test_contrast_is_that_of_the_web_s_accessibility_guidelines(
    one: str, other: str, ratio: float
) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)


@given(colours, colours)
def test_contrast_is_the_same_both_ways_and_between_1_and_21(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21
