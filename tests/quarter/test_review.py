"""The review as a whole: counts add up, and the order of the files never matters."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.incident import Incident
from deckgen.quarter.review import quarter_review
from deckgen.quarter.values import Basis, Number, QuarterReview
from tests.quarter.builders import AS_OF, PERIOD, action, incident, incidents_of, review_of
from tests.quarter.strategies import incident_lists

BEFORE, LONG_BEFORE, AFTER = date(2025, 5, 4), date(2024, 5, 4), date(2025, 10, 2)


def review(*incidents: Incident, unreadable: int = 0) -> QuarterReview:
    return quarter_review(incidents, PERIOD, AS_OF, unreadable=unreadable)


def numbers(found: QuarterReview) -> dict[str, Number]:
    return {one.key: one for one in found.numbers}


def test_it_says_what_it_rests_on() -> None:
    found = review(
        incident("A"),
        incident("B", drill=True),
        incident("C", BEFORE),
        incident("D", LONG_BEFORE),
        incident("E", AFTER),
        incident("F", BEFORE, drill=True),
        unreadable=2,
    )
    assert found.basis == Basis(incidents=1, before=1, drills=1, unreadable=2, outside=3, after=1)
    assert [one.id for one in found.incidents] == ["A"]


def test_each_number_stands_beside_that_of_the_period_before() -> None:
    hour = timedelta(hours=1)
    found = numbers(
        review(
            incident("A", severity=Severity.SEV0, lasted=hour, time_to_detect=hour),
            incident("B", severity=None, repeats=("A",), day=date(2025, 8, 5)),
            incident("C", BEFORE, lasted=2 * hour),
        )
    )
    assert found["incidents"] == Number("incidents", 2, 2, 1, 1)
    assert found["severe_incidents"] == Number("severe_incidents", 1, 2, 0, 1)
    assert found["time_lost"] == Number("time_lost", hour, 1, 2 * hour, 1)
    assert found["time_to_detect"] == Number("time_to_detect", None, 1, None, 0)
    assert found["repeats"] == Number("repeats", 1, 2, 0, 1)
    assert found["publication"] == Number("publication", 0.0, 2, 0.0, 1)
    assert found["completion"] == Number("completion", None, 0, None, 0)


def test_overdue_actions_are_those_of_all_incidents_up_to_the_end_of_the_period() -> None:
    found = review(
        incident("A", actions=(action(),)),
        incident("B", LONG_BEFORE, actions=(action(),)),
        incident("C", AFTER, actions=(action(),)),
        incident("D", drill=True, actions=(action(),)),
    )
    assert numbers(found)["overdue_actions"] == Number("overdue_actions", 2, 2, None, 0)


def test_the_worst_come_by_severity_then_by_how_long_they_lasted() -> None:
    hour = timedelta(hours=1)
    found = review(
        incident("A", severity=None, lasted=9 * hour),
        incident("B", severity=Severity.SEV2, lasted=9 * hour),
        incident("C", severity=Severity.SEV1, lasted=hour),
        incident("D", severity=Severity.SEV1, lasted=2 * hour),
        incident("E", severity=Severity.SEV1),
    )
    assert [one.id for one in found.worst] == ["D", "C", "E", "B", "A"]


def test_a_quarter_without_incidents_has_a_review_of_noughts() -> None:
    found = review()
    assert {(one.value, one.n) for one in found.numbers} == {(0, 0), (None, 0)}
    assert (found.incidents, found.worst, found.services, found.repeats, found.asks) == ((),) * 5
    assert len(found.weeks) == 14


@given(incident_lists())
def test_counts_add_up(incidents: list[Incident]) -> None:
    found = quarter_review(incidents, PERIOD, AS_OF)
    basis, actions, told = found.basis, found.actions, found.publication
    drills = sum(one.drill for one in incidents)
    assert basis.incidents + basis.outside + drills == len(incidents)
    assert len(found.incidents) == basis.incidents
    assert sum(week.total for week in found.weeks) == basis.incidents
    by_severity = sum((Counter(week.by_severity) for week in found.weeks), Counter[object]())
    assert by_severity == Counter(one.severity for one in found.incidents)
    assert all(len(one.points) + one.missing == basis.incidents for one in found.spreads)
    assert all(sum(one.steps) == one.now <= basis.incidents for one in found.factors.categories)
    assert actions.done + actions.open + actions.dropped == actions.total
    still_open = actions.open + actions.carried_over
    overdue = actions.overdue + actions.carried_overdue
    for parts in (actions.ages, actions.owners):
        assert sum(one.open for one in parts) == still_open
        assert sum(one.overdue for one in parts) == overdue
    assert told.on_time + len(told.late) == told.of
    assert told.of + told.open + told.unknown == basis.incidents


@given(incident_lists())
def test_the_order_of_the_incidents_never_matters(incidents: list[Incident]) -> None:
    by_id = sorted(incidents, key=lambda one: one.id)
    assert quarter_review(incidents, PERIOD, AS_OF) == quarter_review(by_id, PERIOD, AS_OF)


@pytest.mark.parametrize("amount", [0, 1, 3, 40, 400])
def test_reviews_of_every_size_are_made(amount: int) -> None:
    found = review_of(amount)
    shuffled = incidents_of(amount)
    random.Random(1).shuffle(shuffled)
    assert found.basis.incidents == amount
    assert quarter_review(shuffled, PERIOD, AS_OF) == found
