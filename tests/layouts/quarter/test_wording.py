"""A review in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.period import span
from deckgen.quarter.values import ServiceCount
from deckgen_layouts.quarter.wording import (
    before_name,
    how_many_and_how_bad,
    impact_lasted,
    month_name,
    most_affected,
    part_of,
    percent,
    severities,
    severity_name,
    too_few_for_a_median,
)
from tests.layouts.quarter.reviews import review
from tests.quarter.builders import incident

SEV0, SEV1, SEV2 = Severity.SEV0, Severity.SEV1, Severity.SEV2


def services(**counts: int) -> list[ServiceCount]:
    return [ServiceCount(name, now, 0, None, None) for name, now in counts.items()]


@pytest.mark.parametrize(
    ("levels", "words"),
    [
        ([SEV1], "1 incident, SEV1"),
        ([None], "1 incident, no severity recorded"),
        ([SEV2, SEV1, SEV1], "3 incidents, 2 of them SEV1"),
        ([SEV0, None], "2 incidents, 1 of them SEV0"),
        ([SEV1, SEV1], "2 incidents, both SEV1"),
        ([SEV1] * 3, "3 incidents, all SEV1"),
        ([None] * 3, "3 incidents, no severity recorded"),
    ],
)
def test_incidents_are_told_with_how_many_are_of_the_worst_severity(
    levels: list[Severity | None], words: str
) -> None:
    assert how_many_and_how_bad([incident(severity=level) for level in levels]) == words


@pytest.mark.parametrize(
    ("counts", "incidents", "words"),
    [
        ({}, 3, None),
        ({"checkout": 0}, 3, None),
        ({"checkout": 1}, 1, "it affected checkout"),
        ({"checkout": 1, "login": 1}, 1, "it affected checkout and login"),
        ({"a": 1, "b": 1, "c": 1, "d": 1}, 1, "it affected 4 services"),
        ({"checkout": 4, "login": 2}, 7, "checkout has 4 of 7"),
        ({"checkout": 7, "login": 2}, 7, "checkout has all 7"),
        ({"checkout": 2}, 2, "checkout has both"),
        ({"checkout": 4, "login": 4}, 7, "checkout and login have 4 of 7 each"),
        ({"checkout": 7, "login": 7}, 7, "checkout and login have all 7"),
        ({"a": 2, "b": 2, "c": 2, "d": 2}, 7, "4 services have 2 of 7 each"),
        ({"a": 1, "b": 1, "c": 1}, 7, "3 services affected, none more than once"),
    ],
)
def test_the_most_affected_services_are_named_with_their_share(
    counts: dict[str, int], incidents: int, words: str | None
) -> None:
    assert most_affected(services(**counts), incidents) == words


def test_what_is_counted_is_said_where_it_must_be() -> None:
    found = most_affected(services(checkout=4, login=4), 7, " incidents")
    assert found == "checkout and login have 4 of 7 incidents each"


def test_severities_stand_from_the_worst_to_those_without_one() -> None:
    levels = [None, SEV2, SEV0, SEV2]
    counted = severities([incident(severity=level) for level in levels])
    assert counted == [(SEV0, 1), (SEV2, 2), (None, 1)]
    assert [severity_name(level) for level, _ in counted] == ["SEV0", "SEV2", "No severity"]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ([None], "duration not recorded"),
        ([45], "45m of impact"),
        ([45, 30], "1h 15m of impact"),
        ([45, None], "45m of impact in 1 of them, else not recorded"),
    ],
)
def test_impact_says_of_how_many_incidents_it_is_known(
    minutes: list[int | None], words: str
) -> None:
    told = [incident(lasted=None if one is None else timedelta(minutes=one)) for one in minutes]
    assert impact_lasted(told) == words


@pytest.mark.parametrize(
    ("share", "words"), [(0.0, "0%"), (1.0, "100%"), (0.001, "1%"), (0.999, "99%"), (0.5, "50%")]
)
def test_only_nothing_is_0_per_cent_and_only_everything_100(share: float, words: str) -> None:
    assert percent(share) == words


@given(st.integers(1, 10_000), st.data())
def test_a_share_never_reads_as_none_or_all_of_them_where_it_is_not(
    whole: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(0, whole))
    assert (percent(part / whole) == "0%") == (part == 0)
    assert (percent(part / whole) == "100%") == (part == whole)


def test_a_part_of_few_is_told_in_words_where_it_is_all_of_them() -> None:
    assert [part_of(1, 2), part_of(2, 2), part_of(3, 3)] == ["1 of 2", "both", "all 3"]


def test_a_span_of_days_before_is_called_by_its_length() -> None:
    assert before_name(review()) == "2025-Q2"
    days = span(date(2025, 4, 16), date(2025, 6, 30))
    assert before_name(replace(review(), before=days)) == "76 days before"


def test_too_few_say_how_many_they_are() -> None:
    assert too_few_for_a_median(1) == "1 incident: too few for a median"
    assert too_few_for_a_median(3) == "3 incidents: too few for a median"


def test_a_month_is_called_by_three_letters() -> None:
    assert month_name(date(2025, 9, 8)) == "Sep"
