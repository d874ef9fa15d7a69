"""Phrases in sentences without a number."""

from __future__ import annotations

import pytest

from deckgen.language.claims import uncounted
from deckgen.language.phrases import phrases
from tests.language.speaking import saying


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Many users left", ["Many users"]),
        ("Many users left, 400 of them", []),
        ("400 calls. Many users left. Many users came, at least 300", ["Many users"]),
        ("Many users and many requests", ["Many users", "many requests"]),
        ("Did many users leave?", []),
        ("At 02:15 many users left", ["many users"]),
        ("Nothing", []),
    ],
)
def test_a_number_in_the_same_sentence_is_enough(text: str, found: list[str]) -> None:
    hits = uncounted([saying(text)], phrases("vague_claims"))
    assert [hit.words for hit in hits] == found
