"""Made-up incidents of two quarters, and the reviews over them."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from deckgen.postmortem.model import ContributingFactor
from deckgen.postmortem.vocabulary import ActionStatus, FactorCategory, Priority, Severity, Status
from deckgen.quarter.incident import Action, Incident
from deckgen.quarter.period import named_quarter, period_before
from deckgen.quarter.review import quarter_review
from deckgen.quarter.values import QuarterReview

PERIOD = named_quarter("2025-Q3")
AS_OF = date(2025, 10, 10)

_SERVICES = ["checkout", "search", "payments API", "login", "image store", "mail relay", "exports"]
_TEAMS = ["Platform", "Payments", "Search", "Storage", "Identity", None]
_CAUSES = [
    "A change of the schema locked the table under load",
    "Certificates were renewed by hand and one was left out",
    "The cache had no limit for entries of one customer",
    "Retries without a pause kept the queue full",
    "A failover was never rehearsed with all the data",
]
_TAGS = ["schema", "locking", "certificates", "renewal", "cache", "limits", "retries", "queue"]
_ACTIONS = [
    "Rehearse changes of the schema on a copy of all data before they reach customers",
    "Renew certificates automatically, and alert 30 days before one expires",
    "Limit the cache's entries by customer",
    "Pause between retries, longer each time",
    "Rehearse the failover every quarter",
]
_LEARNING = "A change that was not rehearsed on all the data is rehearsed in production"


def incident(id: str = "INC-1", day: date = date(2025, 8, 4), **more: Any) -> Incident:
    """Return a resolved incident that says as little as one can."""
    started = datetime.combine(day, time(9, 30), UTC)
    least: dict[str, Any] = {
        "path": f"{id}.yaml",
        "title": f"Title of {id}",
        "started_at": started,
        "severity": Severity.SEV2,
        "status": Status.RESOLVED,
        **dict.fromkeys(("services", "tags", "factors", "repeats", "actions", "decisions"), ()),
        **dict.fromkeys(("time_to_detect", "time_to_mitigate", "time_to_resolve", "lasted")),
        **dict.fromkeys(("statement", "primary_cause", "key_learning", "published")),
        "ended_at": started + timedelta(hours=2),
        "drill": False,
        "timezone": "UTC",
    }
    return Incident(id=id, day=day, **{**least, **more})


def action(id: str = "A1", **more: Any) -> Action:
    """Return an open action with an owner and a due date."""
    least: dict[str, Any] = {
        "incident": "INC-1",
        "text": "Add an alert on free disk space",
        "owner": "Platform",
        "opened": date(2025, 8, 10),
        "due": date(2025, 9, 30),
        "status": ActionStatus.OPEN,
        "completed": None,
        "priority": None,
    }
    return Action(id=id, **{**least, **more})


def incidents_of(amount: int, seed: int = 5) -> list[Incident]:
    """Return so many made-up incidents of the period, and about as many of the one before."""
    rng = random.Random(seed)
    before = period_before(PERIOD)
    places = [(PERIOD, amount), (before, amount and amount + 1)]
    days = [one.first + timedelta(rng.randrange(one.days)) for one, n in places for _ in range(n)]
    return [_incident(rng, n, day) for n, day in enumerate(sorted(days), start=1)]


def _incident(rng: random.Random, number: int, day: date) -> Incident:
    identity, started = f"INC-{number}", datetime.combine(day, time(rng.randrange(24)), UTC)
    detect = timedelta(minutes=round(rng.lognormvariate(2, 1)))
    mitigate = detect + timedelta(minutes=round(rng.lognormvariate(4, 1.2)))
    resolve = mitigate + timedelta(minutes=round(rng.lognormvariate(3, 1)))
    published = day + timedelta(days=rng.choice([1, 2, 3, 6])) if rng.random() < 0.8 else None
    cause = rng.randrange(len(_CAUSES))
    return incident(
        identity,
        day,
        started_at=started,
        title=f"{rng.choice(_SERVICES).capitalize()} slow for {mitigate.seconds // 60} minutes",
        severity=rng.choice([*Severity, Severity.SEV2, Severity.SEV3, None]),
        services=tuple(rng.sample(_SERVICES, rng.randrange(3))),
        tags=tuple(_TAGS[cause % 4 * 2 : cause % 4 * 2 + 2]) if rng.random() < 0.3 else (),
        time_to_detect=detect if rng.random() < 0.9 else None,
        time_to_mitigate=mitigate,
        time_to_resolve=resolve if rng.random() < 0.8 else None,
        lasted=mitigate,
        ended_at=started + resolve,
        statement=f"{rng.randrange(100, 90_000):,} requests failed",
        primary_cause=_CAUSES[cause] if rng.random() < 0.5 else None,
        factors=tuple(
            ContributingFactor(category=rng.choice([*FactorCategory]), text=_CAUSES[cause])
            for _ in range(rng.randrange(3))
        ),
        key_learning=_LEARNING if rng.random() < 0.8 else None,
        actions=tuple(_action(rng, identity, n, day) for n in range(rng.randrange(5))),
        decisions=("Give two weeks to rehearsals",) if rng.random() < 0.1 else (),
        published=published,
    )


def _action(rng: random.Random, incident: str, number: int, day: date) -> Action:
    opened = day + timedelta(days=2)
    status = rng.choice([*ActionStatus, ActionStatus.OPEN, ActionStatus.DONE])
    done = status is ActionStatus.DONE and rng.random() < 0.9
    return action(
        f"A{number + 1}",
        incident=incident,
        text=rng.choice(_ACTIONS),
        owner=rng.choice(_TEAMS),
        opened=opened,
        due=opened + timedelta(days=rng.randrange(10, 90)) if rng.random() < 0.9 else None,
        status=status,
        completed=opened + timedelta(days=rng.randrange(1, 60)) if done else None,
        priority=[None, *Priority][number % 6],
    )


def review_of(amount: int, seed: int = 5) -> QuarterReview:
    """Return the review of a quarter with so many made-up incidents, and such a quarter before."""
    return quarter_review(incidents_of(amount, seed), PERIOD, AS_OF)
