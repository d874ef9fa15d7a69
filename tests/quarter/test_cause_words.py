"""The words of a cause that tell it from others."""

from __future__ import annotations

import pytest

from deckgen.quarter.cause_words import cause_words


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (None, set()),
        ("It was because of them, and there.", set()),
        ("The Cache had no limit; the cache's keys…", {"cache", "limit", "keys"}),
        (
            "A re-deploy of payments-v2 took 45 minutes",
            {"re-deploy", "payments-v2", "took", "minutes"},
        ),
        ("Der Speicher lief über", {"der", "speicher", "lief", "über"}),
    ],
)
def test_words_are_those_that_say_something(cause: str | None, words: set[str]) -> None:
    assert cause_words(cause) == words
