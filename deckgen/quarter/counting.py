"""Incidents counted: by week, by service, by category of their contributing factors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from deckgen.postmortem.vocabulary import FactorCategory, Severity
from deckgen.quarter.incident import Incident
from deckgen.quarter.period import Period
from deckgen.quarter.values import CategoryCount, Factors, ServiceCount, Week

_LONGEST_IN_MONTHS = 400
"""Up to so many days contributing factors are told month by month, beyond quarter by quarter."""

_EXAMPLES = 3


def weeks(incidents: Sequence[Incident], period: Period) -> tuple[Week, ...]:
    """Return every week of `period`, those without incidents among them; weeks begin on Monday."""
    counts: defaultdict[date, Counter[Severity | None]] = defaultdict(Counter)
    for incident in incidents:
        counts[_monday(incident.day)][incident.severity] += 1
    return tuple(
        Week(max(monday, period.first), dict(counts[monday])) for monday in _mondays(period)
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _mondays(period: Period) -> Iterator[date]:
    monday = _monday(period.first)
    while monday <= period.last:
        yield monday
        monday += timedelta(days=7)


def services(now: Sequence[Incident], before: Sequence[Incident]) -> tuple[ServiceCount, ...]:
    """Return the services of both periods, those with the most incidents now first.

    Names that differ only in case are one service, called as it is most often.
    """
    spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
    of_now: defaultdict[str, list[Incident]] = defaultdict(list)
    of_before: Counter[str] = Counter()
    for incident in now:
        for key in _services(incident, spelt):
            of_now[key].append(incident)
    for incident in before:
        of_before.update(_services(incident, spelt))
    found = [_service(spelt[key], of_now[key], of_before[key]) for key in spelt]
    return tuple(sorted(found, key=lambda one: (-one.now, -one.before, one.name.casefold())))


def _services(incident: Incident, spelt: defaultdict[str, Counter[str]]) -> set[str]:
    for name in incident.services:
        spelt[name.casefold()][name] += 1
    return {name.casefold() for name in incident.services}


def _service(spelt: Counter[str], now: Sequence[Incident], before: int) -> ServiceCount:
    lasted = [one.lasted for one in now if one.lasted is not None]
    severities = [one.severity for one in now if one.severity is not None]
    name = min(spelt, key=lambda one: (-spelt[one], one))
    time_lost = sum(lasted, timedelta()) if lasted else None
    return ServiceCount(name, len(now), before, min(severities, default=None), time_lost)


def factors(now: Sequence[Incident], before: Sequence[Incident], period: Period) -> Factors:
    """Return how many incidents name a factor of each category, the most frequent first.

    An incident counts once for a category, however many of its factors are of it.
    """
    steps = _steps(period)
    totals, of_before = _named(now), _named(before)
    order = sorted(
        {*totals, *of_before}, key=lambda one: (-totals[one], -of_before[one], one.value)
    )
    return Factors(
        steps,
        tuple(_category(one, now, totals[one], of_before[one], steps) for one in order),
        sum(not one.factors for one in now),
    )


def _named(incidents: Iterable[Incident]) -> Counter[FactorCategory]:
    return Counter(it for one in incidents for it in {factor.category for factor in one.factors})


def _category(
    category: FactorCategory, now: Sequence[Incident], total: int, before: int,
    steps: Sequence[date],
) -> CategoryCount:  # fmt: skip
    naming = [one for one in now if any(it.category is category for it in one.factors)]
    counts = [0] * len(steps)
    for one in naming:
        counts[max(n for n, first in enumerate(steps) if n == 0 or first <= one.day)] += 1
    examples = [
        (factor.text, one.id)
        for one in naming
        for factor in one.factors
        if factor.category is category
    ]
    return CategoryCount(category, total, before, tuple(counts), tuple(examples[:_EXAMPLES]))


def _steps(period: Period) -> tuple[date, ...]:
    """Return the first days of the months of `period`, or of its quarters where it is long."""
    apart = 1 if period.days <= _LONGEST_IN_MONTHS else 3
    steps, day = [period.first], period.first
    while True:
        month = day.month - 1 + apart
        day = date(day.year + month // 12, month % 12 + 1, 1)
        if day > period.last:
            return tuple(steps)
        steps.append(day)
