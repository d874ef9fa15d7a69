"""Where an action begins in earnest."""

from __future__ import annotations

import pytest

from deckgen.review.openings import begins_with, opening


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Improve alerts", "Improve alerts"),
        ("We should improve alerts", "improve alerts"),
        ("[HIGH] Please improve alerts", "improve alerts"),
        ("Payment cache: we need to improve alerts", "improve alerts"),
        ("To also improve alerts", "improve alerts"),
        ("Should we improve alerts", "we improve alerts"),
        ("Total alerts: 3 of them", "3 of them"),
        ("", ""),
    ],
)
def test_labels_and_lead_ins_are_skipped(text: str, rest: str) -> None:
    assert text[opening(text) :] == rest


def test_a_phrase_is_found_behind_the_lead_in() -> None:
    found = begins_with("We should make  sure of it", "vague_verbs")
    assert found is not None
    assert found.span() == (10, 20)


@pytest.mark.parametrize(
    "text", ["Improvised tools", "Better-sqlite is replaced", "Run more of it"]
)
def test_a_part_of_a_word_and_a_word_further_on_are_none(text: str) -> None:
    assert begins_with(text, "vague_verbs") is None


def test_further_phrases_are_known() -> None:
    assert begins_with("Harmonise alerts", "vague_verbs") is None
    assert begins_with("Harmonise alerts", "vague_verbs", ("harmonise",)) is not None
