"""Whom a text can mean."""

from __future__ import annotations

import pytest

from tests.language.speaking import people, saying


@pytest.mark.parametrize("word", ["we", "She", "I", "engineer", "SREs", "Robin", "@kim", "Watch"])
def test_pronouns_roles_names_and_handles_mean_somebody(word: str) -> None:
    assert people("watch").are_meant([word])


@pytest.mark.parametrize("word", ["i", "it", "they", "robin", "server", "Pay", "@", "@1", "watch"])
def test_other_words_do_not(word: str) -> None:
    assert not people().are_meant([word])


@pytest.mark.parametrize(("word", "known"), [("Kevin", True), ("kevin", False), ("Will", False)])
def test_a_common_given_name_means_somebody_who_is_not_declared(word: str, known: bool) -> None:
    assert people().are_meant([word]) is known


def test_a_name_of_several_words_is_looked_for_as_a_whole() -> None:
    assert people().are_meant(["the", "Platform", "Delivery"])
    assert not people().are_meant(["the", "Delivery"])
    assert people("night watch").are_meant(["Night", "Watch"])


def test_some_roles_can_be_left_out() -> None:
    assert not people().without(frozenset({"engineer"})).are_meant(["engineer"])
    assert people().without(frozenset({"engineer"})).are_meant(["Robin"])


@pytest.mark.parametrize(
    ("text", "may_be"),
    [
        ("The disk was full", False),
        ("The engine was hot", True),
        ("Then Robin left", True),
        ("Ask @kim", True),
        ("So said Platform Delivery", True),
    ],
)
def test_texts_without_anybody_need_not_be_looked_at(text: str, may_be: bool) -> None:
    assert people().may_be_in(saying(text)) is may_be
