"""From a postmortem to what a review counts of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from deckgen.postmortem.vocabulary import ActionStatus, FactorCategory, Priority, Severity, Status
from deckgen.quarter.collecting import incident_of
from deckgen.quarter.incident import Action, Incident
from tests.builders import at, event, postmortem


def test_an_incident_says_what_its_postmortem_says() -> None:
    found = incident_of(
        postmortem(
            severity="SEV1",
            services=["checkout", "search", "checkout"],
            tags=["Cache", "cache", "deploy"],
            resolved_at=at("04:00"),
            published_at=date(2025, 1, 10),
            impact={"statement": "Nobody could pay"},
            timeline=[
                event("02:19", kind="detection"),
                event("03:00", kind="mitigation"),
            ],
            root_cause={
                "primary_cause": "A race in the cache",
                "contributing_factors": [{"category": "process", "text": "No canary"}],
                "repeats": ["INC-0"],
            },
            key_learning={"statement": "A canary first"},
            actions=[
                {
                    "action": "Add a canary",
                    "owner": "DevOps",
                    "due": date(2025, 2, 1),
                    "completed": date(2025, 1, 20),
                    "priority": "high",
                }
            ],
            decisions=["Freeze changes?"],
        ),
        "q/one.yaml",
    )
    done = Action(
        "INC-1", "A1", "Add a canary", "DevOps", date(2025, 1, 10), date(2025, 2, 1),
        ActionStatus.DONE, date(2025, 1, 20), Priority.P1,
    )  # fmt: skip
    assert found == Incident(
        path="q/one.yaml",
        id="INC-1",
        title="Checkout down",
        day=date(2025, 1, 8),
        started_at=at("02:15"),
        severity=Severity.SEV1,
        status=Status.RESOLVED,
        services=("checkout", "search"),
        tags=("cache", "deploy"),
        time_to_detect=timedelta(minutes=4),
        time_to_mitigate=timedelta(minutes=45),
        time_to_resolve=timedelta(minutes=105),
        lasted=timedelta(minutes=45),
        ended_at=at("04:00"),
        statement="Nobody could pay",
        primary_cause="A race in the cache",
        factors=found.factors,
        repeats=("INC-0",),
        key_learning="A canary first",
        actions=(done,),
        decisions=("Freeze changes?",),
        published=date(2025, 1, 10),
        drill=False,
        timezone="UTC",
    )
    assert [(one.category, one.text) for one in found.factors] == [
        (FactorCategory.PROCESS, "No canary")
    ]
    assert done.is_urgent


def test_an_incident_of_the_first_hour_says_as_little_as_is_known() -> None:
    found = incident_of(postmortem(), "one.yaml")
    unknown = (found.time_to_detect, found.time_to_mitigate, found.time_to_resolve, found.lasted)
    assert unknown == (None, None, None, None)
    assert (found.ended_at, found.published, found.severity) == (None, None, None)
    assert found.status is not Status.RESOLVED


def test_its_day_is_that_of_its_own_time_zone() -> None:
    late = datetime(2025, 6, 30, 23, 30, tzinfo=UTC)
    found = incident_of(postmortem(started_at=late, timezone="Europe/Berlin"), "one.yaml")
    assert found.day == date(2025, 7, 1)


def opened(**fields: object) -> date:
    acting = postmortem(actions=[{"action": "Add a canary"}], **fields)
    return incident_of(acting, "one.yaml").actions[0].opened


def test_an_action_is_opened_with_the_publication_else_the_end_else_the_start() -> None:
    ended = {"mitigated_at": at("23:00", "2025-01-09")}
    assert opened(published_at=date(2025, 1, 12), **ended) == date(2025, 1, 12)
    assert opened(published_at=at("23:30", "2025-01-12"), timezone="Asia/Tokyo") == date(
        2025, 1, 13
    )
    assert opened(**ended) == date(2025, 1, 9)
    assert opened() == date(2025, 1, 8)


def test_an_owner_who_is_nobody_is_none() -> None:
    acting = postmortem(actions=[{"action": "Add a canary", "owner": "TBD"}])
    assert incident_of(acting, "one.yaml").actions[0].owner is None
