"""Phrases, and where they stand."""

from __future__ import annotations

import pytest

from deckgen.language.phrases import Wanted, hits, phrase_list, phrases, stands_within
from tests.language.speaking import saying

LISTS = (
    "animated",
    "animated_terms",
    "blame_acts",
    "blame_words",
    "counterfactuals",
    "human_error",
    "placeholders",
    "vague_claims",
    "vague_terms",
    "vague_words",
)


def words(text: str, wanted: Wanted) -> list[str]:
    return [hit.words for hit in hits([saying(text)], wanted)]


def test_a_list_has_a_phrase_a_line_and_no_comments() -> None:
    listed = phrase_list("human_error")
    assert "human error" in listed
    assert all(phrase == phrase.strip() and "#" not in phrase for phrase in listed)


@pytest.mark.parametrize("name", LISTS)
def test_no_phrase_is_listed_twice(name: str) -> None:
    listed = phrase_list(name)
    assert len({phrase.lower() for phrase in listed}) == len(listed) > 0


@pytest.mark.parametrize("name", LISTS)
def test_every_listed_phrase_is_found_where_it_stands(name: str) -> None:
    wanted = phrases(name)
    for phrase in phrase_list(name):
        written = phrase.replace("*", "")
        assert words(f"Well, {written.upper()} then", wanted) == [written.upper()], phrase


def test_the_longest_phrase_wins() -> None:
    assert words("It was a rookie mistake", phrases("blame_words")) == ["rookie mistake"]
    assert words("a lot more work", phrases("vague_claims")) == ["a lot more"]


@pytest.mark.parametrize("text", ["superhuman error", "human errorless", "non-human error"])
def test_a_phrase_is_found_as_whole_words_only(text: str) -> None:
    assert words(text, phrases("human_error")) == []


def test_capitals_spaces_and_curly_apostrophes_do_not_matter() -> None:
    assert words("We CAN’T  believe it", phrases("animated")) == ["CAN’T  believe"]


def test_a_star_stands_for_any_ending() -> None:
    assert words("catastrophically slow", phrases("animated")) == ["catastrophically"]


@pytest.mark.parametrize(
    "phrase", ["gobs*", "go*", "die gute Idee", "ca.", "🔥", "x*y", "a|b", "x-ray vision"]
)
def test_the_policy_adds_phrases_of_its_own(phrase: str) -> None:
    written = f"{phrase[:-1]}smacked" if phrase.endswith("*") else phrase
    assert words(f"It was {written} at once", phrases("animated", (phrase,))) == [written]


def test_what_is_quoted_is_not_found() -> None:
    assert words('The label "human error" and `human error`', phrases("human_error")) == []


def test_where_capitals_matter_the_text_is_looked_at_as_it_is() -> None:
    wanted = Wanted.one("TBD", {"tbd"}, any_case=False)
    assert words("TBD or tbd", wanted) == ["TBD"]


def test_a_text_without_any_stem_is_not_looked_at() -> None:
    assert words("human error", Wanted.one("human", {"zebr"})) == []


def test_a_phrase_stands_within_a_longer_one() -> None:
    said = saying("The disaster recovery plan was no disaster")
    found = hits([said], phrases("animated"))
    assert [stands_within(hit, phrases("animated_terms")) for hit in found] == [True, False]


def test_of_phrases_that_overlap_the_first_and_longest_is_found() -> None:
    wanted = Wanted({"aaaa": "aaaa bbbb", "bbbb": "bbbb(?: cccc)?"})
    assert words("aaaa bbbb cccc, bbbb cccc", wanted) == ["aaaa bbbb", "bbbb cccc"]
