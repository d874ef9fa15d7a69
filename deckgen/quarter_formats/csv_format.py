"""A review's figures as a long table: a row for each figure, with its period, unit and basis.

A column for the value alone, so that a spreadsheet or a notebook can pivot it. `period` is a
period's name, or the first day of a week or month. A value that there is not is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal, NamedTuple

from deckgen.quarter.definitions import DEFINITIONS
from deckgen.quarter.values import ActionsReview, QuarterReview, Spread
from deckgen.tracker.cells import csv_text

HEADINGS = ("section", "key", "name", "period", "value", "unit", "n")

Unit = Literal["count", "seconds", "share"]


class Figure(NamedTuple):
    """One figure: the part of the review it is of, what it is, and how many it rests on."""

    section: str
    key: str
    name: str
    period: str
    value: float | timedelta | None
    unit: Unit = "count"
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
    yield from _basis(review)
    yield from _numbers(review)
    yield from _weeks(review)
    yield from _services(review)
    for spread in review.spreads:
        yield from _durations(review.period.name, spread)
    yield from _factors(review)
    yield from _repeats(review)
    yield from _actions(review.period.name, review.actions)
    yield from _open_actions(review.period.name, review.actions)
    yield from _completions(review)
    yield from _publication(review)


def _basis(review: QuarterReview) -> Iterator[Figure]:
    for key in ("drills", "unreadable"):
        yield Figure("left out", key, key, review.period.name, getattr(review.basis, key))


def _numbers(review: QuarterReview) -> Iterator[Figure]:
    for one in review.numbers:
        known = DEFINITIONS[one.key]
        unit: Unit = "seconds" if known.unit == "time" else known.unit
        for period, value, n in (
            (review.period, one.value, one.n),
            (review.before, one.before, one.n_before),
        ):
            yield Figure("numbers", one.key, known.name, period.name, value, unit, n)


def _weeks(review: QuarterReview) -> Iterator[Figure]:
    """Yield each week with every severity that the period has, so that no week is missing."""
    found = {one for week in review.weeks for one in week.by_severity}
    for week in review.weeks:
        for severity in sorted(found, key=lambda one: one or "~"):
            name = severity or "no severity"
            amount = week.by_severity.get(severity, 0)
            yield Figure("weeks", name, name, week.first.isoformat(), amount)


def _services(review: QuarterReview) -> Iterator[Figure]:
    now, before = review.period.name, review.before.name
    for one in review.services:
        yield Figure("services", one.name, one.name, now, one.now)
        yield Figure("services", one.name, one.name, before, one.before)
        yield Figure(
            "time lost by service", one.name, one.name, now, one.time_lost, "seconds", one.now
        )


def _durations(period: str, spread: Spread) -> Iterator[Figure]:
    for point in spread.points:
        yield Figure(spread.key, point.incident, spread.name, period, point.duration, "seconds")


def _factors(review: QuarterReview) -> Iterator[Figure]:
    for one in review.factors.categories:
        name = one.category.value
        yield Figure("factors", name, name, review.period.name, one.now)
        yield Figure("factors", name, name, review.before.name, one.before)
        for first, amount in zip(review.factors.steps, one.steps, strict=True):
            yield Figure("factors over time", name, name, first.isoformat(), amount)


def _repeats(review: QuarterReview) -> Iterator[Figure]:
    for one in review.repeats:
        name = f"repeats {one.earlier.id}, by {one.ground}"
        yield Figure("repeats", one.incident.id, name, review.period.name, one.times)


def _actions(period: str, actions: ActionsReview) -> Iterator[Figure]:
    for key in ("done", "open", "dropped"):
        yield Figure("actions", key, key, period, getattr(actions, key), n=actions.total)
    still_open = actions.open + actions.carried_over
    overdue = actions.overdue + actions.carried_overdue
    for key, amount in (
        ("carried over", actions.carried_over),
        ("overdue", overdue),
        ("urgent and overdue", actions.urgent_overdue),
        ("without an owner", actions.unassigned),
        ("without a date", actions.undated),
    ):
        yield Figure("open actions", key, key, period, amount, n=still_open)


def _open_actions(period: str, actions: ActionsReview) -> Iterator[Figure]:
    for owner in actions.owners:
        name = owner.owner or "nobody"
        yield Figure("open actions by owner", name, name, period, owner.open)
        yield Figure("overdue actions by owner", name, name, period, owner.overdue, n=owner.open)
    for band in actions.ages:
        until = f" to {band.to_days - 1} days" if band.to_days else " days and more"
        key, name = str(band.from_days), f"{band.from_days}{until}"
        yield Figure("open actions by age", key, name, period, band.open)
        yield Figure("overdue actions by age", key, name, period, band.overdue, n=band.open)


def _completions(review: QuarterReview) -> Iterator[Figure]:
    for period, one in (
        (review.period, review.actions.completion),
        (review.before, review.actions.completion_before),
    ):
        within, unknown = "within 30 days", "on an unknown day"
        yield Figure("completion", "within", within, period.name, one.within, n=one.of)
        yield Figure("completion", "unknown", unknown, period.name, one.unknown)


def _publication(review: QuarterReview) -> Iterator[Figure]:
    told, period = review.publication, review.period.name
    late = sum(one.published for one in told.late)
    yield Figure("publication", "on_time", "in time", period, told.on_time, n=told.of)
    yield Figure("publication", "late", "late", period, late, n=told.of)
    yield Figure("publication", "missing", "not yet", period, len(told.late) - late, n=told.of)
    yield Figure("publication", "open", "not due yet", period, told.open)
    yield Figure("publication", "unknown", "cannot be told", period, told.unknown)
