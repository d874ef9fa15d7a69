"""Alternative texts end with a sentence, before they are too long to be listened to."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from deckgen.figures.timeline_alt import MOST_CHARACTERS
from deckgen.figures.whole_sentences import whole_sentences


def test_sentences_that_fit_are_all_said() -> None:
    assert whole_sentences(["checkout: 6.", "search: 2."]) == "checkout: 6. search: 2."


def test_a_sentence_that_does_not_fit_is_left_out_with_all_behind_it() -> None:
    long = "x" * MOST_CHARACTERS
    assert whole_sentences(["checkout: 6.", long, "search: 2."]) == "checkout: 6."


def test_a_first_sentence_too_long_is_cut() -> None:
    assert whole_sentences(["x" * 9_999, "search: 2."]) == "x" * MOST_CHARACTERS


@given(st.lists(st.text("ab. ", max_size=400), max_size=20))
def test_it_is_never_too_long(sentences: list[str]) -> None:
    assert len(whole_sentences(sentences)) <= MOST_CHARACTERS
