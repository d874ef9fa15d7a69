"""Tables that continue: the header repeated, every row whole and once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckgen.scene.geometry import EMU_PER_POINT, points, to_points
from deckgen.scene.measure import PITCH, SAFETY
from deckgen.typeset import paragraph
from deckgen_layouts.tables import Column, Entry, TablePage, table_pages
from tests.builders import box, page
from tests.layouts.checks import cell_texts
from tests.layouts.postmortems import PARAGRAPH
from tests.written import texts

COLUMNS = (Column("What", 3.0), Column("Who", 1.0))
BODY = page().boxes.body


def entries(row: Sequence[str], size: float) -> list[Entry]:
    return [Entry((paragraph(text, size, "#000000"),)) for text in row]


def parts(*rows: Sequence[str], largest: float = 16) -> list[TablePage]:
    cells = [partial(entries, row) for row in rows]
    return list(table_pages(page(), "Test", COLUMNS, cells, BODY, "alt", largest=largest))


def sizes(part: TablePage) -> set[float]:
    return {
        run.size
        for row in part.table.rows
        for cell in row.cells
        for paragraph in cell.frame.paragraphs
        for run in paragraph.runs
    }


def test_a_short_table_is_one_part_in_the_largest_type() -> None:
    [part] = parts(("Add a canary", "Ada"), ("Page two people", "Grace"))
    assert cell_texts(part.table) == [
        ["What", "Who"],
        ["Add a canary", "Ada"],
        ["Page two people", "Grace"],
    ]
    assert (sizes(part), part.rows, part.texts) == ({16.0}, range(2), ())


def test_columns_are_as_wide_as_their_weights_and_fill_the_box() -> None:
    [part] = parts(("a", "b"))
    wide, narrow = part.table.widths
    assert (wide + narrow, round(wide / narrow, 3)) == (BODY.width, 3.0)


def test_a_longer_table_takes_smaller_type_before_it_continues() -> None:
    single = [drawn for rows in range(5, 30) if len(drawn := parts(*[("Act", "Ada")] * rows)) == 1]
    taken = [sizes(part).pop() for [part] in single]
    assert taken == sorted(taken, reverse=True)
    assert {taken[0], taken[-1]} == {16.0, page().theme.size.table_min + 1}


@pytest.mark.parametrize("rows", range(16, 70, 6))
def test_a_table_that_continues_takes_the_largest_type_of_those_with_the_fewest_slides(
    rows: int,
) -> None:
    taken = parts(*[("Add a canary", "Ada")] * rows)
    [size] = set().union(*map(sizes, taken))
    smallest = page().theme.size.table_min + 1
    slides = {
        size: -(-rows // rows_on_a_slide(size))
        for size in (16.0, 14.0, page().theme.size.table, smallest)
    }
    fewest = slides[smallest]
    assert size == max(one for one, needed in slides.items() if needed == fewest)
    assert len(taken) == fewest


def rows_on_a_slide(size: float) -> int:
    row = points(size * PITCH + page().theme.space.cell)
    return (BODY.height - row) // row


def test_a_long_table_is_set_once_and_hardly_tried_in_sizes_that_cannot_do() -> None:
    asked: list[float] = []

    def noted(row: Sequence[str], size: float) -> list[Entry]:
        asked.append(size)
        return entries(row, size)

    rows = [partial(noted, ("Add a canary", "Ada"))] * 2000
    taken = list(table_pages(page(), "Test", COLUMNS, rows, BODY, "alt", largest=16))
    assert [n for part in taken for n in part.rows] == list(range(2000))
    smallest = page().theme.size.table_min + 1
    others = len(asked) - asked.count(smallest)
    assert (asked.count(smallest), others < 1000) == (2000, True)


def test_type_does_not_grow_until_a_word_no_longer_fits_its_column() -> None:
    word = "Rechtsschutzversicherungsrecht"
    [part] = parts(("Add a canary", "Ada"), ("Page two people", word))
    [size] = sizes(part)
    room = (to_points(part.table.widths[1]) - 2 * page().theme.space.cell) * SAFETY
    wider = [larger for larger in (16, 14, 13) if page().measurer.width(word, larger) <= room]
    assert size == max(wider) < 16


def test_a_word_too_long_for_any_size_does_not_hold_the_others_back() -> None:
    [part] = parts(("Add a canary", "Ada"), ("Page two people", "x" * 100))
    assert sizes(part) == {16.0}


def test_a_long_table_continues_with_its_header_repeated() -> None:
    several = parts(*[(f"Action {n}", "Ada") for n in range(60)])
    assert len(several) > 1
    assert [cell_texts(part.table)[0] for part in several] == [["What", "Who"]] * len(several)
    [size] = set().union(*map(sizes, several))
    assert size >= page().theme.size.table_min + 1
    shown = [row for part in several for row in cell_texts(part.table)[1:]]
    assert shown == [[f"Action {n}", "Ada"] for n in range(60)]


def test_the_parts_of_a_table_are_filled_evenly() -> None:
    lengths = [len(part.rows) for part in parts(*[("Add a canary", "Ada")] * 50)]
    assert max(lengths) - min(lengths) <= 2


def test_a_row_higher_than_a_slide_is_shortened_and_comes_back_in_full() -> None:
    huge = PARAGRAPH * 30
    several = parts(("short", "Ada"), (huge, "Grace"), ("short too", "Edsger"))
    assert [cut for part in several for text in part.texts for cut in text.cut] == [huge]
    shown = [row for part in several for row in cell_texts(part.table)[1:]]
    assert [who for _, who in shown] == ["Ada", "Grace", "Edsger"]
    assert shown[1][0].endswith("…")
    assert huge.startswith(shown[1][0][:-1])


rows = st.lists(st.tuples(texts(20), texts(3)), min_size=1, max_size=15)


@settings(max_examples=12)
@given(rows)
def test_every_row_stands_once_in_order_inside_the_box(drawn: list[tuple[str, str]]) -> None:
    several = parts(*drawn)
    assert [n for part in several for n in part.rows] == list(range(len(drawn)))
    assert [part for part in several if part.table.box.bottom > BODY.bottom] == []
    assert [
        part
        for part in several
        if sum(row.height for row in part.table.rows) != part.table.box.height
    ] == []


@settings(max_examples=12)
@given(rows)
def test_a_row_is_as_high_as_its_highest_cell_needs(drawn: list[tuple[str, str]]) -> None:
    for part in parts(*drawn):
        for row in part.table.rows:
            needed = [
                page().measurer.height(cell.frame, width)
                for cell, width in zip(row.cells, part.table.widths, strict=True)
            ]
            assert row.height == max(needed)
            assert row.height > 14 * EMU_PER_POINT


def test_a_narrow_table_still_keeps_its_rows_whole() -> None:
    cells = [partial(entries, (f"Action {n}", "Ada")) for n in range(30)]
    tall = box(1, 1, 3, 2)
    several = list(table_pages(page(), "Test", COLUMNS, cells, tall, "alt", largest=16))
    assert [n for part in several for n in part.rows] == list(range(30))
    assert [part for part in several if not tall.contains(part.table.box)] == []
