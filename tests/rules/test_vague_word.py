"""Words that leave open how many or when."""

from __future__ import annotations

from deckgen.rule import Finding
from deckgen.rules import vague_word
from tests.rules.cases import found, messages


def test_a_word_is_mentioned() -> None:
    assert found(vague_word, summary="Several pods restarted") == [
        Finding(("summary",), "'Several' leaves it open", "say how many or when", (0, 7))
    ]


def test_a_word_with_its_number_passes() -> None:
    assert messages(vague_word, summary="Several pods restarted, 9 in all") == []


def test_what_is_a_claim_is_left_to_the_rule_of_claims() -> None:
    assert messages(vague_word, summary="Many users left") == []


def test_how_many_is_no_claim() -> None:
    assert messages(vague_word, summary="The limit says how many rows are read") == []
