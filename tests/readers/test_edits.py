"""Text that is edited in memory knows where each character stood before."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Place
from deckgen.readers.syntax.edits import Edit, EditedText, Span


def test_the_place_of_an_edited_value_is_where_it_stood() -> None:
    text = EditedText(("title: a: b", "id: c")).with_edits([Edit(0, 7, 11, "'a: b'")])
    assert text.lines == ("title: 'a: b'", "id: c")
    assert text.place(Span(0, 7, 0, 13)) == Place(1, 8, 4)
    assert text.place(Span(1, 4, 1, 5)) == Place(2, 5, 1)


def test_the_width_of_several_lines_is_that_of_the_first() -> None:
    assert EditedText(("a: b c  ", "  d")).place(Span(0, 3, 1, 3)) == Place(1, 4, 3)


def test_the_end_of_the_text_is_the_end_of_its_last_line() -> None:
    assert EditedText(("a: b",)).place(Span(1, 0, 1, 0)) == Place(1, 5, 1)


def test_a_line_of_many_edits_is_put_together_once() -> None:
    edits = [Edit(0, column, column + 1, "  ") for column in range(100_000)]
    text = EditedText(("\t" * 100_000 + "a",)).with_edits(edits)
    assert text.lines == (" " * 200_000 + "a",)
    assert text.place(Span(0, 200_000, 0, 200_001)) == Place(1, 100_001, 1)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    """Return a line of different characters, and rounds of edits that do not overlap."""
    line = "".join(chr(n) for n in range(0x4E00, 0x4E00 + draw(st.integers(1, 20))))
    length, rounds = len(line), []
    for _ in range(draw(st.integers(1, 3))):
        cuts = sorted(draw(st.sets(st.integers(0, length), max_size=6)))
        pairs = zip(cuts[::2], cuts[1::2], strict=False)
        edits = [Edit(0, a, b, draw(st.text("'x", max_size=4))) for a, b in pairs]
        length += sum(len(edit.text) - (edit.end - edit.start) for edit in edits)
        rounds.append(edits)
    return line, rounds


@given(edited())
def test_every_character_that_is_left_is_placed_where_it_stood(
    case: tuple[str, list[list[Edit]]],
) -> None:
    line, rounds = case
    text = EditedText((line,))
    for edits in rounds:
        text = text.with_edits(edits)
    for column, character in enumerate(text.lines[0]):
        if character not in "'x":
            place = text.place(Span(0, column, 0, column + 1))
            assert line[place.column - 1] == character
