"""Values in English words."""

from __future__ import annotations

import pytest

from deckgen.postmortem.wording import reading


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (31.5, "%", "31.5%"),
        (12_345.6, None, "12,346"),
        (0.012345, "ms", "0.01235 ms"),
        (99.996, "%", "99.996%"),
        (99.96, "%", "99.96%"),
        (100.0, "%", "100%"),
        (99.996, "ms", "100 ms"),
    ],
)
def test_a_reading_is_told_to_four_digits_and_never_rounded_to_all(
    value: float, unit: str | None, said: str
) -> None:
    assert reading(value, unit) == said
