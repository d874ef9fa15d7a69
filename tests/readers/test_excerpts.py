"""Where a part of a text stands, however the text was written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Place
from deckgen.readers.beside import Folder
from deckgen.readers.document import Document
from deckgen.readers.postmortem_yaml import parse_postmortem

TEXT = 'The team should have checked the "canary" first, it\'s said'


def document(summary: str) -> Document:
    source = f"title: Down\nstarted_at: 2025-01-08 02:15\nsummary: {summary}\nid: X\n"
    return parse_postmortem(source.encode(), "a.yaml", Folder(Path()))


def place(summary: str, words: str) -> Place:
    read = document(summary)
    text = read.postmortem.summary or ""
    start = text.index(words)
    return read.place(("summary",), (start, start + len(words)))


WRITTEN = {
    "plain": TEXT,
    "in double quotes": '"The team should have checked the \\"canary\\" first, it\'s said"',
    "in single quotes": "'The team should have checked the \"canary\" first, it''s said'",
    "with more space": TEXT.replace(" ", "   "),
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize("words", ["should have", "The", "checked", "team should"])
def test_words_are_found_on_their_line(written: str, words: str) -> None:
    found = place(written, words)
    line = f"summary: {written}"
    shown = line[found.column - 1 : found.column - 1 + found.width]
    assert (found.line, " ".join(shown.split())) == (3, words)


def test_words_are_found_in_a_folded_text() -> None:
    folded = ">-\n  The team\n  should have\n\n  checked it"
    assert place(folded, "team") == Place(4, 7, 4)
    assert place(folded, "should have") == Place(5, 3, 11)
    assert place(folded, "checked it") == Place(7, 3, 10)


def test_words_that_go_over_the_end_of_a_line_are_marked_to_that_end() -> None:
    assert place("The team should\n  have checked it", "should have") == Place(3, 19, 6)


def test_of_the_same_words_twice_the_one_meant_is_found() -> None:
    read = document("we failed and we failed again")
    assert read.place(("summary",), (17, 23)) == Place(3, 27, 6)


def test_a_part_of_a_word_is_marked_alone() -> None:
    assert place("Much better!!", "!!") == Place(3, 21, 2)


def test_words_written_with_escapes_are_passed_over() -> None:
    assert place('"Caf\\u00e9 was down, we forgot it"', "forgot") == Place(3, 34, 6)


def test_where_none_of_the_words_is_found_the_value_is_meant() -> None:
    assert place('"\\x43\\x61\\x66\\x65"', "Cafe") == Place(3, 10, 18)


def test_a_text_that_stands_for_a_whole_item_is_found_under_the_items_own_name() -> None:
    source = (
        "title: Down\nstarted_at: 2025-01-08 02:15\n"
        "root_cause:\n  five_whys: [We forgot it, {why: It broke, because: We forgot it}]\n"
    )
    read = parse_postmortem(source.encode(), "a.yaml", Folder(Path()))
    bare = ("root_cause", "five_whys", 0, "why")
    assert read.place(bare, (3, 9)) == Place(4, 18, 6)
    assert read.place(("root_cause", "five_whys", 1, "because"), (3, 9)) == Place(4, 57, 6)


def test_words_that_stand_only_behind_the_value_are_not_taken_for_its_own() -> None:
    source = (
        '{"title": "T", "started_at": "2025-01-08 02:15", '
        '"summary": "Caf\\u00e9 failed, we forgot it", "impact": {"statement": "Café"}}'
    )
    read = parse_postmortem(source.encode(), "a.json", Folder(Path()))
    column = source.index("forgot") + 1
    assert read.place(("summary",), (16, 22)) == Place(1, column, 6)


def test_of_a_long_text_each_part_is_found() -> None:
    read = document(" ".join(["we forgot it"] * 1500))
    text = read.postmortem.summary or ""
    starts = [n for n in range(0, len(text), 13)]
    found = [read.place(("summary",), (n + 3, n + 9)) for n in reversed(starts)]
    assert found == [Place(3, 10 + n + 3, 6) for n in reversed(starts)]


@given(st.lists(st.text("abc.,", min_size=1, max_size=4), min_size=1, max_size=12), st.data())
def test_any_words_are_found_where_they_stand(words: list[str], data: st.DataObject) -> None:
    read = document(f">-\n  {' '.join(words)}\n")
    text = read.postmortem.summary or ""
    start = data.draw(st.integers(0, len(text) - 1).filter(lambda at: text[at] != " "))
    assert read.place(("summary",), (start, start + 1)) == Place(4, start + 3, 1)
