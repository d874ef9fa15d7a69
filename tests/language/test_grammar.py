"""Small words, and the forms of verbs."""

from __future__ import annotations

import pytest

from deckgen.language.grammar import is_adverb, is_participle, is_past, is_verb


@pytest.mark.parametrize("word", ["ran", "deleted", "tried", "misread"])
def test_past_tenses(word: str) -> None:
    assert is_past(word)
    assert is_verb(word)


@pytest.mark.parametrize("word", ["red", "need", "feed", "server", ""])
def test_what_only_looks_like_one(word: str) -> None:
    assert not is_past(word)


@pytest.mark.parametrize("word", ["was", "couldn't", "didn’t", "can't", "cannot"])
def test_auxiliaries_are_verbs(word: str) -> None:
    assert is_verb(word)


@pytest.mark.parametrize(("word", "is_one"), [("quickly", True), ("had", True), ("reply", False)])
def test_what_may_stand_between_a_subject_and_its_verb(word: str, is_one: bool) -> None:
    assert is_adverb(word) is is_one


@pytest.mark.parametrize(
    "after", ["been tested", "tested the restore", "not noticed.", "quickly seen", "documented it"]
)
def test_participles_behind_have(after: str) -> None:
    assert is_participle(after.split())


@pytest.mark.parametrize("after", ["alerts", "automated tests", "no effect", "a plan", "", "not"])
def test_nouns_behind_have(after: str) -> None:
    assert not is_participle(after.split())
