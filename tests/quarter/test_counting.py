"""Incidents counted by week, by service and by category of their contributing factors."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from deckgen.postmortem.model import ContributingFactor
from deckgen.postmortem.vocabulary import FactorCategory, Severity
from deckgen.quarter.counting import factors, services, weeks
from deckgen.quarter.incident import Incident
from deckgen.quarter.period import named_quarter, span
from deckgen.quarter.values import CategoryCount, Factors, ServiceCount, Week
from tests.quarter.builders import PERIOD, incident

MONITORING, PROCESS = FactorCategory.MONITORING, FactorCategory.PROCESS


def factor(category: FactorCategory, text: str = "No alert") -> ContributingFactor:
    return ContributingFactor(category=category, text=text)


def test_a_week_begins_on_monday_and_one_without_incidents_is_there_too() -> None:
    found = weeks(
        [
            incident("A", date(2025, 7, 6), severity=Severity.SEV1),
            incident("B", date(2025, 7, 7), severity=Severity.SEV1),
            incident("C", date(2025, 7, 13), severity=None),
        ],
        span(date(2025, 7, 1), date(2025, 7, 20)),
    )
    assert found == (
        Week(date(2025, 7, 1), {Severity.SEV1: 1}),
        Week(date(2025, 7, 7), {Severity.SEV1: 1, None: 1}),
        Week(date(2025, 7, 14), {}),
    )
    assert [week.total for week in found] == [1, 2, 0]


def test_a_quarter_has_thirteen_or_fourteen_weeks() -> None:
    assert [len(weeks([], named_quarter(name))) for name in ("2018-Q1", "2025-Q3")] == [13, 14]


def on(*names: str, **more: Any) -> Incident:
    return incident(services=names, **more)


def test_an_incident_counts_once_for_each_of_its_services() -> None:
    now = [
        on("search", "login", severity=Severity.SEV3, lasted=timedelta(hours=1)),
        on("search", severity=Severity.SEV1, lasted=timedelta(hours=2)),
        on(),
    ]
    assert services(now, [on("mail")]) == (
        ServiceCount("search", 2, 0, Severity.SEV1, timedelta(hours=3)),
        ServiceCount("login", 1, 0, Severity.SEV3, timedelta(hours=1)),
        ServiceCount("mail", 0, 1, None, None),
    )


def test_names_that_differ_in_case_alone_are_one_service_called_as_most_often() -> None:
    found = services([on("Search"), on("search", "SEARCH")], [on("search")])
    assert [(one.name, one.now, one.before) for one in found] == [("search", 2, 1)]


def test_an_incident_counts_once_for_a_category_whatever_it_names() -> None:
    july, august = date(2025, 7, 9), date(2025, 8, 9)
    now = [
        incident("A", july, factors=(factor(MONITORING, "one"), factor(MONITORING, "two"))),
        incident("B", august, factors=(factor(MONITORING, "three"), factor(PROCESS, "four"))),
        incident("C", august),
    ]
    steps = (date(2025, 7, 1), date(2025, 8, 1), date(2025, 9, 1))
    assert factors(now, [incident(factors=(factor(PROCESS),))], PERIOD) == Factors(
        steps,
        (
            CategoryCount(
                MONITORING, 2, 0, (1, 1, 0), (("one", "A"), ("two", "A"), ("three", "B"))
            ),
            CategoryCount(PROCESS, 1, 1, (0, 1, 0), (("four", "B"),)),
        ),
        1,
    )


def test_a_span_is_told_by_months_and_a_long_one_by_three_of_them() -> None:
    short = factors([], [], span(date(2025, 1, 15), date(2025, 3, 1)))
    assert short.steps == (date(2025, 1, 15), date(2025, 2, 1), date(2025, 3, 1))
    long = factors([], [], span(date(2024, 1, 1), date(2025, 6, 30)))
    assert long.steps == tuple(
        date(year, month, 1)
        for year, month in [(2024, 1), (2024, 4), (2024, 7), (2024, 10), (2025, 1), (2025, 4)]
    )
