"""Measuring text: what is planned to fit must fit, and nothing written may be lost."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.scene.fonts import load_font
from deckgen.scene.geometry import Emu, points
from deckgen.scene.measure import ELLIPSIS, PITCH, SAFETY, Measurer, size_steps
from deckgen.scene.text import Paragraph, Run, TextFrame
from tests.written import texts

WORD_OF_300 = "Donaudampfschifffahrtsgesellschaft" * 9
widths = st.integers(60, 800).map(float)
sizes = st.sampled_from([11.0, 12.0, 16.0, 20.0, 38.0])
SEARCH = settings(max_examples=40)
EXAMPLES = pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "障害の原因はキャッシュ層の競合であり、二つの書き込みが同じ鍵を埋めた。" * 4, id="CJK"
        ),
        pytest.param("توقفت خدمة الدفع لمدة خمس وأربعين دقيقة بعد النشر " * 4, id="Arabic"),
        pytest.param("🔥🔥🔥 rollback 👩‍💻👩‍💻 done 🇩🇪🇫🇷 " * 6, id="emoji"),
        pytest.param(WORD_OF_300, id="a word of 300 characters"),
        pytest.param("https://status.example.com/a/b/c?x=1&y=2 " * 6, id="links"),
    ],
)


@cache
def measurer() -> Measurer:
    return Measurer(load_font("Arial"))


def letters(text: str) -> str:
    return "".join(text.split())


def plain(text: str, size: float = 16, **more: object) -> Paragraph:
    return Paragraph((Run(text, size, "#000000"),), pitch=size * PITCH, **more)  # type: ignore[arg-type]


def overwide(lines: list[str], width: float, size: float) -> list[str]:
    return [
        line
        for line in lines
        if measurer().width(line, size) > width * SAFETY + 1e-6 and len(line) > 1
    ]


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 100, [""]),
        ("one line", 100, ["one line"]),
        ("three short words", 84, ["three short", "words"]),
        ("canary-stage", 60, ["canary-", "stage"]),
        ("a — b — c", 32, ["a —", "b —", "c"]),
        ("no/break/here", 66, ["no/break", "/here"]),
        ("障害対応、復旧", 70, ["障害対", "応、復旧"]),
        ("障害対、応", 55, ["障害", "対、応"]),
        ("ab障cd", 28, ["ab", "障", "cd"]),
    ],
)
def test_lines_break_at_spaces_hyphens_and_between_ideographs(
    text: str, width: float, expected: list[str]
) -> None:
    assert measurer().wrap(text, width, 16) == expected


@SEARCH
@given(texts(), widths, sizes)
def test_no_line_is_wider_than_its_box(text: str, width: float, size: float) -> None:
    assert overwide(measurer().wrap(text, width, size), width, size) == []


@SEARCH
@given(texts(), widths, sizes)
def test_wrapping_loses_nothing_but_white_space(text: str, width: float, size: float) -> None:
    assert letters("".join(measurer().wrap(text, width, size))) == letters(text)


@SEARCH
@given(texts(), widths, sizes)
def test_no_line_is_empty(text: str, width: float, size: float) -> None:
    assert [line for line in measurer().wrap(text, width, size) if not line.strip()] == []


@EXAMPLES
def test_texts_of_all_scripts_wrap_inside_their_box_and_stay_whole(text: str) -> None:
    lines = measurer().wrap(text, 150, 16)
    assert len(lines) > 5
    assert overwide(lines, 150, 16) == []
    assert letters("".join(lines)) == letters(text)


@SEARCH
@given(texts(), sizes)
def test_a_wider_box_never_needs_more_lines(text: str, size: float) -> None:
    counts = [len(measurer().wrap(text, width, size)) for width in (80, 160, 320, 640)]
    assert counts == sorted(counts, reverse=True)


def test_the_worse_of_two_break_rules_counts() -> None:
    path = "aaaa/" * 6
    assert len(measurer().wrap(path, 76, 16)) == 4
    assert measurer().line_count([Run(path, 16, "#000000")], 76) == 6


@SEARCH
@given(st.lists(texts(6), min_size=1, max_size=4), widths)
def test_runs_wrap_together_as_one_text_would(parts: list[str], width: float) -> None:
    spaced = [Run(f"{part} ", 16, "#000000") for part in parts]
    whole = Run("".join(f"{part} " for part in parts), 16, "#000000")
    assert measurer().line_count(spaced, width) == measurer().line_count([whole], width)


def test_a_frame_is_as_high_as_its_lines_spaces_and_insets() -> None:
    frame = TextFrame(
        (plain("one"), plain("two", size=20, space_before=6.0)), top=points(10), bottom=points(4)
    )
    assert measurer().height(frame, points(300)) == points(16 * 1.2 + 6 + 20 * 1.2 + 10 + 4)


def test_insets_and_hanging_bullets_leave_less_width() -> None:
    text = plain("three short words")
    hanging = plain("three short words", bullet="•", hang=points(60))
    assert [
        measurer().height(frame, points(140)) // points(16 * 1.2)
        for frame in (
            TextFrame((text,)),
            TextFrame((text,), left=points(30), right=points(30)),
            TextFrame((hanging,)),
        )
    ] == [1, 2, 2]


def test_the_space_before_the_first_paragraph_is_not_drawn() -> None:
    frame = TextFrame((plain("one", space_before=40.0),))
    assert measurer().height(frame, points(300)) == points(16 * 1.2)


@SEARCH
@given(texts(), widths, st.integers(1, 4), sizes)
def test_a_shortened_text_fits_its_lines(text: str, width: float, lines: int, size: float) -> None:
    shown = measurer().shortened(text, width, lines, size)
    assert measurer().line_count([Run(shown, size, "#000000")], width) <= lines


@SEARCH
@given(texts(), widths, st.integers(1, 4), sizes)
def test_a_shortened_text_is_the_text_or_its_beginning_with_an_ellipsis(
    text: str, width: float, lines: int, size: float
) -> None:
    shown = measurer().shortened(text, width, lines, size)
    fits = measurer().line_count([Run(text, size, "#000000")], width) <= lines
    assert (shown == text) is fits
    if not fits:
        assert shown.endswith(ELLIPSIS)
        assert text.startswith(shown.removesuffix(ELLIPSIS))


@EXAMPLES
def test_a_shortened_text_fills_most_of_its_room(text: str) -> None:
    shown = measurer().shortened(text, 300, 2, 16)
    assert measurer().width(shown, 16) > 300


def test_a_text_is_cut_at_the_end_of_a_word() -> None:
    said = "The change skipped the canary stage because it was marked as urgent"
    assert measurer().shortened(said, 200, 1, 16) == "The change skipped the…"


@SEARCH
@given(texts(), widths, st.integers(20, 300).map(float), st.booleans())
def test_a_fitted_text_fits_its_box_in_both_directions(
    text: str, width: float, height: float, bold: bool
) -> None:
    size, shown = measurer().fitted(text, width, height, [26, 24, 22, 20, 12], bold)
    lines = measurer().line_count([Run(shown, size, "#000000", bold)], width)
    assert lines * size * PITCH <= max(height, size * PITCH) + 1e-6


@SEARCH
@given(texts(), widths, st.integers(20, 300).map(float), st.integers(0, 200))
def test_more_room_never_gives_smaller_type_or_less_text(
    text: str, width: float, height: float, more: int
) -> None:
    steps = [38, 30, 24, 18, 12]
    size, shown = measurer().fitted(text, width, height, steps)
    larger, roomier = measurer().fitted(text, width, height + more, steps)
    assert larger >= size
    assert len(roomier) >= len(shown)


@SEARCH
@given(texts(), widths, st.integers(20, 300).map(float))
def test_a_text_is_cut_only_in_the_smallest_size(text: str, width: float, height: float) -> None:
    size, shown = measurer().fitted(text, width, height, [38, 24, 12])
    assert shown == text or size == 12


@pytest.mark.parametrize(
    ("largest", "smallest", "expected"),
    [
        (26, 20, [26, 24, 22, 20]),
        (14, 13, [14, 13]),
        (16, 13, [16, 14, 13]),
        (12, 12, [12]),
        (10, 12, [12]),
        (20.5, 12, [20, 18, 16, 14, 12]),
    ],
)
def test_sizes_are_tried_from_the_largest_down(
    largest: float, smallest: float, expected: list[float]
) -> None:
    assert size_steps(largest, smallest) == expected


@given(st.integers(12, 60), st.integers(12, 60))
def test_sizes_fall_to_the_smallest(largest: int, smallest: int) -> None:
    steps = size_steps(largest, smallest)
    assert steps[-1] == smallest
    assert [pair for pair in pairwise(steps) if pair[0] <= pair[1]] == []


def test_widths_are_points_and_heights_emu() -> None:
    assert measurer().width("A", 2048) == 1366
    assert measurer().height(TextFrame((plain("A"),)), Emu(10_000_000)) == 243_840
