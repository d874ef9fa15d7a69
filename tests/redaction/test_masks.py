"""Masks that overlap, and what hides a web address as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.redaction.masks import Finder, Mask, masked, masks_in


def finding(word: str, shown: str) -> Finder:
    """A finder of one word."""

    def found(text: str) -> Iterator[Mask]:
        at = text.find(word)
        if at >= 0:
            yield Mask(at, at + len(word), "word", shown, word)

    return found


def test_masks_that_overlap_hide_all_and_are_told_by_the_longest() -> None:
    found = masks_in("abcdefgh x", [finding("abc", "[1]"), finding("cdefg", "[2]")])
    assert found == (Mask(0, 7, "word", "[2]", "cdefg"),)


def test_of_two_of_the_same_characters_the_first_is_right() -> None:
    assert masked("a b", [finding("a", "[1]"), finding("a", "[2]")]) == "[1] b"


def test_a_web_address_with_something_private_is_hidden_as_a_whole() -> None:
    text = "see https://x.example/a/secret?b=c, then https://x.example/"
    assert masked(text, [finding("secret", "[1]")]) == "see [link], then https://x.example/"


def test_what_is_brought_together_by_a_mask_is_looked_at_again() -> None:
    finders = [finding("xx", "b"), finding("abc", "[word]")]
    assert masked("axxc", finders) == "[word]"
