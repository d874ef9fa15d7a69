"""Titles that say more than the figures."""

from __future__ import annotations

from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import partial_outage
from tests.rules.cases import found


def titled(title: str, share: float = 31.5, label: str = "Failed checkouts") -> list[Finding]:
    metric: dict[str, Any] = {"label": label, "value": share, "unit": "%"}
    return found(partial_outage, title=title, impact={"metrics": [metric]})


def test_an_outage_in_part_is_found_at_the_word() -> None:
    assert titled("Checkout outage after a deploy") == [
        Finding(
            ("title",),
            "'outage' in the title, and 'Failed checkouts' is 31.5%",
            "say what failed and for whom, such as '31.5% of requests fail'",
            (9, 15),
        )
    ]


@pytest.mark.parametrize("title", ["Checkout is down", "Shop offline", "Search unavailable"])
def test_words_for_an_outage(title: str) -> None:
    assert len(titled(title)) == 1


@pytest.mark.parametrize(
    "title",
    [
        "Partial outage of checkout",
        "Checkout down for some customers",
        "Checkout slows down",
        "Errors downstream of checkout",
        "Error rate down to 3%",
        "A third of checkouts fails",
    ],
)
def test_what_says_less_is_left_alone(title: str) -> None:
    assert titled(title) == []


def test_a_whole_outage_may_be_called_so() -> None:
    assert titled("Checkout outage", 100) == []
    assert titled("Checkout outage", 97) == []
    assert titled("Checkout outage", 0) == []
    assert titled("Checkout outage", 40, "CPU of the database") == []
