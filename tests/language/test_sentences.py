"""Sentences, and the numbers in them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.language.sentences import has_number, sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One. Two", ["One.", "Two"]),
        ("One! Two? Three…", ["One!", "Two?", "Three…"]),
        ("One; two", ["One;", "two"]),
        ("A restore (e.g. of db1) works", ["A restore (e.g. of db1) works"]),
        ("See cf. Smith vs. Jones", ["See cf. Smith vs. Jones"]),
        ("Version 1.2.3 on db1.example.com runs", ["Version 1.2.3 on db1.example.com runs"]),
        ("It ended. then it began", ["It ended. then it began"]),
        ("It said so.) Then it ended", ["It said so.)", "Then it ended"]),
        ("Wait... What", ["Wait...", "What"]),
        ("", []),
        ("...", []),
    ],
)
def test_sentences_end_where_a_reader_would_say_so(text: str, found: list[str]) -> None:
    assert parts(text) == found


@given(st.text(alphabet="aB1 .!?;…)\"'", max_size=60))
def test_sentences_are_in_order_and_lose_no_letter(text: str) -> None:
    found = sentences(text)
    assert all(one.end <= two.start for one, two in pairwise(found))
    kept = "".join(parts(text))
    assert [c for c in kept if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize(
    "text",
    [
        "4 users",
        "31%",
        "(~4,100)",
        "from 80ms to 1.25 s",
        "5x",
        "three pods",
        "Half of them",
        "-5 degrees",
        "more than double what we had",
        "almost triple",
        "double the load",
        "a tenfold rise",
        "12 of 40 at 10:00",
    ],
)
def test_what_counts_is_a_number(text: str) -> None:
    assert has_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "at 02:15",
        "at 02:15:07Z",
        "at 9 pm",
        "at 9pm",
        "on 2025-01-08",
        "on 2025-01-08T02:15Z",
        "on 3 May",
        "on May 3rd",
        "on the 3rd of May",
        "in 2024",
        "on 08/01/2025",
        "version 1.2.3 and v2",
        "db1, us-east-1 and -qz3m",
        "#123 and PAY-2300",
        "one of them, all of them",
        "often",
        "a double check and a double free",
    ],
)
def test_days_times_versions_and_names_are_none(text: str) -> None:
    assert not has_number(text)
