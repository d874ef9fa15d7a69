"""What metrics count customers, and which say what failed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from deckgen.postmortem.impact import Impact
from deckgen.review.impact_size import Size, customers, failing, largest


def impact(label: str, value: float, unit: str | None = None) -> Impact:
    return Impact.model_validate({"metrics": [{"label": label, "value": value, "unit": unit}]})


@pytest.mark.parametrize(
    ("label", "unit", "amount"),
    [
        ("Customers affected", None, 12),
        ("Affected users (about)", None, 12),
        ("New accounts affected", "k", 12_000),
        ("Affected", "users", 12),
        ("Users who could not log in", "million", 12_000_000),
    ],
)
def test_customers_are_counted(label: str, unit: str | None, amount: int) -> None:
    assert customers(impact(label, 12, unit)) == (Size(0, label, Decimal(amount)),)


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("User requests", None),
        ("Requests per user", None),
        ("Requests of customers", None),
        ("Customers waited", "min"),
        ("Customers affected", "%"),
    ],
)
def test_other_figures_are_not_customers(label: str, unit: str | None) -> None:
    assert customers(impact(label, 12, unit)) == ()


@pytest.mark.parametrize("label", ["Checkout errors", "Failed logins", "Customers affected"])
def test_shares_of_what_failed(label: str) -> None:
    assert failing(impact(label, 12, "% of all")) == (Size(0, label, Decimal(12)),)


@pytest.mark.parametrize("label", ["Launch success", "CPU of failing hosts", "Availability"])
def test_other_shares_are_not_failures(label: str) -> None:
    assert failing(impact(label, 12, "%")) == ()


def test_the_largest_is_the_first_of_equals() -> None:
    sizes = tuple(Size(n, "", Decimal(amount)) for n, amount in enumerate([1, 7, 7]))
    assert largest(sizes) == sizes[1]
    assert largest(()) is None
