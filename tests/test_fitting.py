"""Text that shrinks to fit, stacks of blocks, and what is told of cut texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.fitting import Block, Fitted, clipped, fitted, in_full, shrunk, stacked
from deckgen.scene.flow import page_numbers
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.text import Run, TextFrame
from deckgen.typeset import frame, mixed, paragraph
from tests.builders import box, page
from tests.layouts.postmortems import PARAGRAPH, SENTENCE
from tests.written import texts

INK = "#000000"
SEARCH = settings(max_examples=25)


def lines(*written: str, size: float = 12) -> TextFrame:
    return frame(*(paragraph(text, size, INK) for text in written))


def plain(text: str) -> Callable[[float], TextFrame]:
    return lambda size: lines(text, size=size)


def height(text: TextFrame, width: int) -> int:
    return page().measurer.height(text, width)


def stack(written: Sequence[str], inside: Box, largest: float = 20) -> list[list[Block]]:
    return stacked(page(), [plain(text) for text in written], inside, largest, 12, gap=6)


def test_a_text_that_fits_is_left_as_it_is() -> None:
    assert clipped(page(), lines("a", "b"), points(200), points(40)) == Fitted(lines("a", "b"), 12)


def test_the_longest_paragraph_gives_way_first_and_comes_back_in_full() -> None:
    text = lines("Heading", PARAGRAPH, SENTENCE)
    cut = clipped(page(), text, points(400), points(80))
    heading, long, last = (one.text for one in cut.frame.paragraphs)
    assert (heading, last, cut.cut) == ("Heading", SENTENCE, (PARAGRAPH,))
    assert long.endswith("…")
    assert PARAGRAPH.startswith(long[:-1])


def test_each_paragraph_keeps_a_line_before_any_is_given_up() -> None:
    text = lines(PARAGRAPH, PARAGRAPH, PARAGRAPH)
    shown = clipped(page(), text, points(300), points(3 * 14.4)).frame.paragraphs
    assert [len(one.text) > 30 for one in shown] == [True] * 3


def test_where_lines_are_too_few_the_last_paragraphs_are_given_up() -> None:
    text = lines(SENTENCE, f"{SENTENCE} {SENTENCE}", SENTENCE)
    shown = clipped(page(), text, points(200), points(3 * 14.4))
    assert [one.text != "…" for one in shown.frame.paragraphs] == [True, True, True]
    hardly = clipped(page(), text, points(200), points(14.4))
    assert [one.text for one in hardly.frame.paragraphs][1:] == ["…", "…"]


def test_a_cut_text_keeps_the_looks_of_its_runs() -> None:
    runs = [
        Run("Bold words. ", 12, INK, bold=True),
        Run(PARAGRAPH, 12, "#111111", link="https://x"),
    ]
    cut = clipped(page(), frame(mixed(runs)), points(300), points(30))
    [shown] = cut.frame.paragraphs
    assert [(run.bold, run.colour, run.link) for run in shown.runs] == [
        (True, INK, None),
        (False, "#111111", "https://x"),
    ]


@SEARCH
@given(st.lists(texts(20), min_size=1, max_size=4), st.integers(100, 600), st.integers(60, 300))
def test_a_clipped_text_fits_and_every_cut_is_told(
    written: list[str], width: int, room: int
) -> None:
    cut = clipped(page(), lines(*written), points(width), points(room))
    shown = [one.text for one in cut.frame.paragraphs]
    assert height(cut.frame, points(width)) <= points(room)
    pairs = list(zip(shown, written, strict=True))
    assert cut.cut == tuple(text for one, text in pairs if one != text)
    assert [one for one, text in pairs if one != text and not text.startswith(one[:-1])] == []


def test_a_fitted_text_says_what_was_cut() -> None:
    room = box(0, 0, 3, 0.5)
    short, long = (fitted(page(), text, room, 30, 12, INK) for text in ("Short", PARAGRAPH))
    assert (short.size, short.cut) == (30, ())
    assert (long.size, long.cut) == (12, (PARAGRAPH,))


@SEARCH
@given(texts(30), st.integers(60, 300))
def test_a_shrunk_text_is_set_as_large_as_fits(text: str, room: int) -> None:
    inside = Box(Emu(0), Emu(0), points(400), points(room))
    set_text = shrunk(page(), plain(text), inside, 20, 12)
    assert height(set_text.frame, inside.width) <= inside.height
    larger = [size for size in (20, 18, 16, 14, 12) if size > set_text.size]
    assert [s for s in larger if height(plain(text)(s), inside.width) <= inside.height] == []


def test_blocks_are_stacked_in_the_largest_size_that_needs_one_page() -> None:
    [few] = stack(["a", "b"], box(1, 1, 4, 4))
    [more] = stack([SENTENCE] * 12, box(1, 1, 4, 6))
    assert {block.text.size for block in few} == {20}
    assert {block.text.size for block in more} < {12.0, 14.0, 16.0, 18.0}


@pytest.mark.parametrize("amount", [0, 1, 2, 40])
def test_blocks_that_need_more_than_a_page_go_on(amount: int) -> None:
    pages = stack([f"{SENTENCE} {n}" for n in range(amount)], box(1, 1, 4, 4))
    assert [block.number for blocks in pages for block in blocks] == list(range(amount))


@SEARCH
@given(st.lists(texts(20), min_size=1, max_size=12))
def test_stacked_blocks_stand_apart_in_order_inside_their_box(written: list[str]) -> None:
    inside = box(1, 1, 5, 4)
    pages = stack(written, inside)
    assert [block.number for blocks in pages for block in blocks] == list(range(len(written)))
    for blocks in pages:
        edges = [edge for b in blocks for edge in (b.box.y, b.box.bottom)]
        assert edges == sorted(edges)
        assert [b for b in blocks if not inside.contains(b.box)] == []
        assert [b for b in blocks if height(b.text.frame, b.box.width) > b.box.height] == []


@pytest.mark.parametrize("amount", [13, 20, 60])
def test_blocks_that_go_on_are_as_large_as_the_fewest_pages_allow(amount: int) -> None:
    inside, written = box(1, 1, 4, 3), [SENTENCE] * amount
    fewest = len(stack(written, inside, 12))
    pages = stack(written, inside, 20)
    [size] = {block.text.size for blocks in pages for block in blocks}
    apart = page_numbers(
        (height(plain(SENTENCE)(size + 2), inside.width) for _ in written), inside.height, points(6)
    )
    assert len(pages) == fewest
    assert size == 20 or max(apart) >= fewest


def test_no_block_is_cut_to_make_the_others_larger() -> None:
    inside = Box(Emu(0), Emu(0), points(300), Emu(height(plain(PARAGRAPH)(12), points(300))))
    pages = stack(["short", PARAGRAPH, "short"], inside)
    assert [block.text.cut for blocks in pages for block in blocks if block.text.cut] == []


def test_cut_texts_are_noted_in_full() -> None:
    shown = lines("a")
    fits = [Fitted(shown, 12), Fitted(shown, 12, ("one", "two")), Fitted(shown, 12, ("three",))]
    assert in_full(fits) == ("In full: one", "In full: two", "In full: three")
