"""A review's figures as a long table: a row for each figure, with its period, unit and basis.

A column for the value alone, so that a spreadsheet or a notebook can pivot it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from deckgen.quarter.definitions import DEFINITIONS
from deckgen.quarter.values import Completion, QuarterReview, Spread
from deckgen.tracker.cells import csv_text

HEADINGS = ("section", "key", "name", "period", "value", "unit", "n")


class Figure(NamedTuple):
    """One figure: the part of the review it is of, what it is, and how many it rests on."""

    section: str
    key: str
    name: str
    period: str
    value: float | timedelta | None
    unit: str
    n: int | None = None


def write(review: QuarterReview) -> str:
    """Return the figures as CSV."""
    return csv_text([HEADINGS, *(_cells(figure) for figure in long_table(review))])


def _cells(figure: Figure) -> tuple[str, ...]:
    n = "" if figure.n is None else str(figure.n)
    return (*figure[:4], _number(figure.value), figure.unit, n)


def _number(value: float | timedelta | None) -> str:
    if value is None:
        return ""
    if isinstance(value, timedelta):
        return str(round(value.total_seconds()))
    return str(value) if isinstance(value, int) else f"{value:.4f}"


def long_table(review: QuarterReview) -> Iterator[Figure]:
    """Yield every figure of a review."""
    yield from _numbers(review)
    yield from _weeks(review)
    yield from _services(review)
    for spread in review.spreads:
        yield from _durations(review, spread)
    yield from _factors(review)
    yield from _actions(review)
    yield from _publication(review)


def _numbers(review: QuarterReview) -> Iterator[Figure]:
    for one in review.numbers:
        name = DEFINITIONS[one.key].name
        for period, value, n in (
            (review.period, one.value, one.n),
            (review.before, one.before, one.n_before),
        ):
            yield Figure("numbers", one.key, name, period.name, value, _unit(value), n)


def _unit(value: float | timedelta | None) -> str:
    if isinstance(value, timedelta):
        return "seconds"
    return "share" if isinstance(value, float) else "count"


def _weeks(review: QuarterReview) -> Iterator[Figure]:
    for week in review.weeks:
        for severity, amount in sorted(week.by_severity.items(), key=lambda it: it[0] or "~"):
            name = severity or "no severity"
            yield Figure("weeks", name, name, week.first.isoformat(), amount, "count")


def _services(review: QuarterReview) -> Iterator[Figure]:
    for one in review.services:
        yield Figure("services", one.name, one.name, review.period.name, one.now, "count")
        yield Figure("services", one.name, one.name, review.before.name, one.before, "count")


def _durations(review: QuarterReview, spread: Spread) -> Iterator[Figure]:
    for point in spread.points:
        yield Figure(
            spread.key, point.incident, spread.name, review.period.name, point.duration, "seconds"
        )


def _factors(review: QuarterReview) -> Iterator[Figure]:
    for one in review.factors.categories:
        name = one.category.value
        yield Figure("factors", name, name, review.period.name, one.now, "count")
        yield Figure("factors", name, name, review.before.name, one.before, "count")
        for first, amount in zip(review.factors.steps, one.steps, strict=True):
            yield Figure("factors by month", name, name, first.isoformat(), amount, "count")


def _actions(review: QuarterReview) -> Iterator[Figure]:
    actions, period = review.actions, review.period.name
    for key in ("total", "done", "open", "overdue", "dropped", "unassigned", "undated"):
        yield Figure("actions", key, key, period, getattr(actions, key), "count")
    yield Figure("actions", "carried_over", "carried over", period, actions.carried_over, "count")
    yield Figure(
        "actions", "carried_overdue", "carried over, overdue", period, actions.carried_overdue,
        "count",
    )  # fmt: skip
    for owner in actions.owners:
        name = owner.owner or "nobody"
        yield Figure("open actions by owner", name, name, period, owner.open, "count")
    for band in actions.ages:
        name = f"{band.from_days} to {band.to_days} days" if band.to_days else (
            f"{band.from_days} days and more"
        )  # fmt: skip
        yield Figure("open actions by age", str(band.from_days), name, period, band.open, "count")
    yield from _completed(period, actions.completion)
    yield from _completed(review.before.name, actions.completion_before)


def _completed(period: str, completion: Completion) -> Iterator[Figure]:
    for key in ("within", "of", "unknown"):
        yield Figure("completion", key, key, period, getattr(completion, key), "count")


def _publication(review: QuarterReview) -> Iterator[Figure]:
    for key in ("on_time", "of", "unknown", "open"):
        value = getattr(review.publication, key)
        yield Figure("publication", key, key.replace("_", " "), review.period.name, value, "count")
