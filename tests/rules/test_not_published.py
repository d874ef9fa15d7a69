"""Postmortems that should be out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from deckgen.rule import Finding
from deckgen.rules import not_published
from tests.builders import at
from tests.rules.cases import found


def seen(day: date, **more: Any) -> list[Finding]:
    return found(not_published, as_of=day, **{"resolved_at": at("03:20"), **more})


def test_from_the_day_after_the_last_one_it_is_found() -> None:
    assert seen(date(2025, 1, 10)) == []
    assert seen(date(2025, 1, 11)) == [
        Finding(
            ("resolved_at",),
            "not published 3 days after the incident; 48 hours are allowed",
            "publish it, then write 'published_at: 2025-01-11', or the day on which it was",
            of_key=True,
        )
    ]


@pytest.mark.parametrize(
    "more",
    [
        {"published_at": date(2025, 1, 30)},
        {"drill": True},
        {"status": "mitigated"},
        {"resolved_at": None},
    ],
)
def test_what_is_published_or_not_resolved_is_left_alone(more: dict[str, Any]) -> None:
    assert seen(date(2025, 2, 1), **more) == []
