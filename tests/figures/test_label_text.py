"""One label: its head, its lines, its width."""

from __future__ import annotations

from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.label_text import (
    PX_PER_POINT,
    Typesetter,
    excerpt,
    lines_within,
    one_line,
    text_height,
)
from deckgen.figures.moments import Moment
from deckgen.figures.time_text import TimeText
from deckgen.postmortem.vocabulary import EventKind
from tests.builders import at, page
from tests.strategies import texts

TIMES = TimeText(at("02:00"), at("04:00"), ZoneInfo("UTC"))
SETTER = Typesetter(12.0, page().measurer)
HEAD = ("02:15",)


def moment(title: str) -> Moment:
    return Moment("event:E01", at("02:15"), EventKind.TRIGGER, title)


def test_a_head_tells_time_and_kind_and_of_a_note_only_the_time() -> None:
    assert [one_line(moment(title), TIMES) for title in ("Trigger", "")] == [
        "02:15 · Trigger",
        "02:15",
    ]


def test_a_head_too_long_for_its_column_stacks_time_and_kind() -> None:
    assert SETTER.stacked_head(moment("Acknowledgement"), TIMES, 156) == (
        "02:15",
        "Acknowledgement",
    )
    assert SETTER.stacked_head(moment("Mitigated and resolved"), TIMES, 116) == (
        "02:15",
        "Mitigated and",
        "resolved",
    )


def test_a_label_is_no_wider_than_its_words() -> None:
    short = SETTER.label(0, HEAD, "All well", 400)
    assert short.width == pytest.approx(SETTER.measurer.width("All well", 12) * 4 / 3 / 0.985 + 1)
    assert (short.body, short.lines) == (("All well",), 2)


def test_a_label_without_a_text_is_its_head() -> None:
    assert SETTER.label(0, HEAD, "", 400).lines == 1


def test_a_text_with_more_lines_than_there_are_ends_in_an_ellipsis() -> None:
    label = SETTER.label(0, HEAD, "Deploy 4812 reaches all regions and breaks the checkout", 120, 3)
    assert (label.text[-1], label.lines, label.is_cut) == ("…", 3, True)


def test_a_text_is_left_out_where_the_head_takes_all_lines() -> None:
    label = SETTER.label(0, HEAD, "Deploy", 120, 1)
    assert (label.body, label.lines, label.is_cut) == ((), 1, True)


def test_a_head_with_more_lines_than_there_are_ends_in_an_ellipsis() -> None:
    head = ("02:15", "Start of impact,", "mitigated and", "resolved")
    assert SETTER.label(0, head, "", 156, 3).head == ("02:15", "Start of impact,", "mitigated and…")


def test_balanced_lines_leave_no_word_alone() -> None:
    label = SETTER.label(0, HEAD, "Rollback complete in all regions, error rate low", 170)
    even = SETTER.balanced(label)
    assert label.body[-1] == "low"
    assert len(even.body) == len(label.body)
    assert len(even.body[-1]) > len("low")
    assert even.width < label.width


def test_a_text_too_long_for_any_label_is_an_excerpt_that_ends_with_a_word() -> None:
    assert excerpt("word " * 60) == "word " * 27 + "word…"
    assert excerpt("x" * 300) == "x" * 140 + "…"
    assert excerpt("short") == "short"


def test_a_height_holds_as_many_lines_as_it_takes() -> None:
    heights = [text_height(lines, 12) for lines in range(1, 6)]
    assert [lines_within(height + 0.01, 12, texts=1) for height in heights] == [1, 2, 3, 4, 5]
    assert lines_within(heights[0] + heights[2] + 0.01, 12, texts=2) == 4
    assert lines_within(0, 12, texts=1) == 0
    assert [b - a for a, b in pairwise(heights)] == pytest.approx([1.3 * 16] * 4)


@given(texts(), st.floats(60, 400), st.none() | st.integers(1, 6), st.sampled_from([12.0, 16.0]))
def test_a_label_keeps_its_width_and_its_lines_in_any_application(
    text: str, width: float, most: int | None, size: float
) -> None:
    setter = Typesetter(size, page().measurer)
    for label in (first := setter.label(0, HEAD, text, width, most), setter.balanced(first)):
        assert label.width <= width
        assert label.lines <= (most or label.lines)
        assert label.lines >= len(label.head) + len(label.body)
        rewrapped = setter.measurer.wrap(label.text, label.width / PX_PER_POINT, size)
        assert label.text == "" or len(rewrapped) <= len(label.body)
