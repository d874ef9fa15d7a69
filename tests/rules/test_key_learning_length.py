"""Key learnings that are too long."""

from __future__ import annotations

import pytest

from deckgen.rule import Finding
from deckgen.rules import key_learning_length
from tests.rules.cases import found, messages


def test_a_second_sentence_is_found_where_it_begins() -> None:
    statement = "A backup needs a test. It also needs an owner."
    assert found(key_learning_length, key_learning={"statement": statement}) == [
        Finding(
            ("key_learning", "statement"),
            "the key learning has 2 sentences",
            "keep the one to remember; reasons go into evidence, the rest into learnings",
            (23, 46),
        )
    ]


def test_the_thirty_first_word_is_too_much() -> None:
    for count, said in ((30, []), (31, ["the key learning has 31 words"])):
        statement = " ".join(["must"] * count)
        assert messages(key_learning_length, key_learning={"statement": statement}) == said


@pytest.mark.parametrize(
    "statement",
    ["A backup (e.g. of db1) needs a test.", "`a. B. C.` must stop", "Version 1.2 must go first"],
)
def test_dots_within_a_sentence_do_not_count(statement: str) -> None:
    assert messages(key_learning_length, key_learning={"statement": statement}) == []


def test_none_is_not_too_long() -> None:
    assert messages(key_learning_length) == []
