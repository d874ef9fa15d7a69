"""How large an impact is by its metrics: how many customers, and which share failed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from deckgen.postmortem.impact import Impact

_CUSTOMERS = re.compile(
    r"(?<!\bfrom )(?<!\bof )(?<!\bby )(?<!\bto )(?<!\bper )(?<!\w)"
    r"(?:customers|users|accounts|subscribers|merchants|clients|tenants|visitors|shoppers"
    r"|patients|passengers|organi[sz]ations|businesses|companies)(?![\w'’])",
    re.IGNORECASE,
)
"""Customers as what is counted: not `user requests`, not `requests per customer`."""

_FAILING = re.compile(
    r"fail|error|los[st]|reject|drop|time-?outs?\b|timed out|affected|impacted|unavailable|down\b"
    r"|customers|users|traffic",
    re.IGNORECASE,
)
_NOT_FAILING = re.compile(
    r"success|available|availability|uptime|cpu|memory|disk|utili[sz]ation|budget|recovered",
    re.IGNORECASE,
)
_THOUSANDS = {"": 1, "k": 1_000, "thousand": 1_000, "million": 1_000_000, "mn": 1_000_000}


class Size(NamedTuple):
    """How much a metric says it was; `metric` is its index."""

    metric: int
    label: str
    amount: Decimal


def customers(impact: Impact) -> tuple[Size, ...]:
    """Return the metrics that count customers, users or accounts."""
    return tuple(_customers(impact))


def failing(impact: Impact) -> tuple[Size, ...]:
    """Return the metrics that say in percent what failed or who was affected."""
    return tuple(
        Size(n, metric.label, metric.value)
        for n, metric in enumerate(impact.metrics)
        if _is_percent(metric.unit)
        and _FAILING.search(metric.label)
        and not _NOT_FAILING.search(metric.label)
    )


def largest(sizes: tuple[Size, ...]) -> Size | None:
    """Return the first of the largest, None where there is none."""
    return max(sizes, key=lambda size: size.amount, default=None)


def _customers(impact: Impact) -> Iterator[Size]:
    for n, metric in enumerate(impact.metrics):
        unit = (metric.unit or "").casefold()
        factor = 1 if _CUSTOMERS.fullmatch(unit) else _THOUSANDS.get(unit)
        if factor and _CUSTOMERS.search(f"{metric.label} {unit}"):
            yield Size(n, metric.label, metric.value * factor)


def _is_percent(unit: str | None) -> bool:
    return (unit or "").casefold().startswith(("%", "percent", "per cent"))
