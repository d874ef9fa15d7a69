"""The amounts in a text, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.review.amounts import amounts, holds_number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12,000 customers could not pay", [("count", "12,000")]),
        ("31.5% and 5 percent", [("percent", "31.5%"), ("percent", "5 percent")]),
        ("a 45-minute fault", [("duration", "45-minute")]),
        ("almost three hours", [("duration", "three hours")]),
        ("half an hour, about a day", [("duration", "half an hour"), ("duration", "a day")]),
        ("900 a minute", [("count", "900")]),
        ("3k rps at 80 ms", [("count", "3k"), ("duration", "80 ms")]),
        ("12M requests", [("count", "12M")]),
        ("a third of all", [("count", "a third of")]),
        ("0 in 30 days", [("count", "0"), ("duration", "30 days")]),
    ],
)
def test_amounts_with_their_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(it.kind, text[it.start : it.end]) for it in amounts(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        *(
            "S3 in US-EAST-1",
            "HTTP 500 and 502 errors",
            "5xx",
            "v1.2.3",
            "10.0.0.1",
            "Python 3.11.2",
        ),
        *("on 2025-01-08 at 02:15", "8 January 2025", "January 8, 2025", "since 2023", "at 2 am"),
        *("deploy 4812", "SEV1", "issue #12", "PR 77", "the third party", "the 3rd try", "2i2c"),
    ],
)
def test_names_days_and_times_are_none(text: str) -> None:
    assert not holds_number(text)


@given(st.text("0123456789,.:-% amhds#x", max_size=60))
def test_amounts_lie_in_the_text_one_behind_the_other(text: str) -> None:
    ends = 0
    for amount in amounts(text):
        assert ends <= amount.start < amount.end <= len(text)
        ends = amount.end
