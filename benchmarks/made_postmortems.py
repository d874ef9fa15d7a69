"""Postmortems made up in any number: no two have the same texts, and all read like real ones."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterator
from datetime import datetime, timedelta

_SERVICES = [
    *("checkout", "payments", "search", "catalog", "identity"),
    *("billing", "ledger", "gateway", "inbox", "feeds"),
]
_PARTS = [
    *("cache", "queue", "database", "index", "proxy"),
    *("scheduler", "replica", "balancer", "topic", "volume"),
]
_TEAMS = ["Platform", "Payments", "Search", "Data", "Network", "Identity", "Storage"]
_KINDS = ["trigger", "detection", "acknowledgement", *["diagnosis"] * 4, "mitigation", "resolution"]
_EVENTS = [
    "Deploy {n} of the {service} service reaches {p}% of the hosts in {region}",
    "The alert on the error rate of {service} fires at {p}% for {m} minutes",
    "The on-call engineer of {team} opens the incident channel and reads the dashboard of {part}",
    "{team} restarts the {part} of {service}; the number of open connections falls to {n}",
    "Latency of {service} passes {n} ms at the 99th percentile, four times the usual value",
    "Support counts {n} tickets about {service} within {m} minutes and tells the incident lead",
    "The {part} of {service} is drained in {region}, and traffic moves to the other region",
    "A query on the {part} shows that {n} rows were locked by the migration of the day before",
    "We suspected the {part}, but its logs held nothing about {service} since the last deploy",
    "The rollback of {n} is started for {service}; the first hosts recover after {m} minutes",
    "The status page says that {p}% of the requests to {service} fail in {region}",
    "{team} did not get the page because the schedule of {service} still named the old team",
]
_FACTORS = [
    "The {part} of {service} had no limit, so one client could take all {n} connections",
    "The runbook of {service} names a dashboard that was moved {m} weeks before",
    "Alerts on {service} wait for {m} minutes before they reach anybody",
    "The test environment has {p}% of the data, too little to show the effect on the {part}",
]
_ACTIONS = [
    "Limit the connections to the {part} of {service} to {n} for each client",
    "Page {team} when the error rate of {service} is over {p}% for {m} minutes",
    "Run the migration of the {part} on a copy with all data before it is merged",
    "Improve the monitoring of {service}",
    "Write the steps of the failover of {service} into its runbook and rehearse them once",
]
_WELL = [
    "The rollback of {service} took {m} minutes",
    "{team} answered the page within {m} minutes",
]


FEWEST_EVENTS, MOST_EVENTS, MOST_ACTIONS = 5, 300, 40
"""How long varied postmortems are."""


def made_postmortems(
    amount: int, events: int = 60, seed: int = 4, actions: int = 8
) -> Iterator[str]:
    """Yield the YAML of `amount` postmortems, each with so many `events` and `actions`."""
    rng = random.Random(seed)
    for number in range(amount):
        yield "\n".join(_lines(rng, number, events, actions)) + "\n"


def varied_postmortems(amount: int, seed: int = 6) -> Iterator[str]:
    """Yield the YAML of `amount` postmortems of 5 to 300 events and 0 to 40 actions.

    Short ones are as frequent among them as long ones on a logarithmic scale; every fourth has
    impact metrics, every fifth a measurement.
    """
    rng = random.Random(seed)
    for number in range(amount):
        events = round(math.exp(rng.uniform(math.log(FEWEST_EVENTS), math.log(MOST_EVENTS))))
        yield "\n".join(_lines(rng, number, events, rng.randint(0, MOST_ACTIONS))) + "\n"


def _lines(rng: random.Random, number: int, events: int, actions: int) -> Iterator[str]:
    start = datetime(2024, 1, 1) + timedelta(minutes=rng.randrange(400 * 1440))
    service, minutes = rng.choice(_SERVICES), rng.randrange(40, 300)
    yield f"title: {service.capitalize()} slow or failing for {minutes} minutes ({number})"
    yield f"severity: SEV{rng.randrange(1, 4)}"
    yield f"services: [{service}]"
    yield f"started_at: {start:%Y-%m-%d %H:%M}"
    yield f"published_at: {start + timedelta(days=2):%Y-%m-%d}"
    yield "summary: >-"
    yield from (f"  {_text(rng, _EVENTS)}." for _ in range(4))
    yield "impact:"
    yield f"  statement: '{rng.randrange(100, 90_000)} requests to {service} failed'"
    yield from _metrics(rng, number)
    yield from _series(rng, number, start, minutes)
    yield "timeline:"
    for n in range(events):
        at = start + timedelta(minutes=n * minutes // events)
        kind = _KINDS[n * len(_KINDS) // events] if n % 3 == 0 else "note"
        yield f"  - at: {at:%Y-%m-%d %H:%M}"
        yield f"    kind: {kind}"
        yield f"    text: {json.dumps(_text(rng, _EVENTS))}"
    yield "root_cause:"
    yield f"  primary_cause: {_text(rng, _FACTORS)}"
    yield "  five_whys:"
    yield from (f"    - {json.dumps(_text(rng, _FACTORS))}" for _ in range(5))
    yield "  contributing_factors:"
    yield from (f"    - {{text: {json.dumps(_text(rng, _FACTORS))}}}" for _ in range(5))
    yield "lessons:"
    yield f"  went_well: [{json.dumps(_text(rng, _WELL))}, {json.dumps(_text(rng, _WELL))}]"
    yield f"  went_wrong: [{json.dumps(_text(rng, _FACTORS))}]"
    yield "key_learning: {statement: A change of the schema needs a rehearsal on all data first}"
    if actions:
        yield "actions:"
    for _ in range(actions):
        due = start + timedelta(days=rng.randrange(5, 60))
        yield f"  - action: {json.dumps(_text(rng, _ACTIONS))}"
        yield f"    owner: {rng.choice(_TEAMS)}"
        yield f"    due: {due:%Y-%m-%d}"


def _metrics(rng: random.Random, number: int) -> Iterator[str]:
    if number % 4:
        return
    yield "  metrics:"
    yield f"    - {{label: Customers affected, value: {rng.randrange(100, 90_000)}}}"
    yield f"    - {{label: Requests failed, value: {rng.randrange(1, 60)}, unit: '%', note: peak}}"


def _series(rng: random.Random, number: int, start: datetime, minutes: int) -> Iterator[str]:
    if number % 5:
        return
    yield "  series:"
    yield "    - label: Error rate"
    yield "      unit: '%'"
    yield "      threshold: 5"
    yield "      points:"
    for minute in range(-30, minutes + 30, 5):
        at, value = start + timedelta(minutes=minute), rng.uniform(0, 4)
        value += rng.uniform(5, 60) if 0 <= minute < minutes else 0
        yield f"        - ['{at:%Y-%m-%d %H:%M}', {value:.2f}]"


def _text(rng: random.Random, templates: list[str]) -> str:
    return rng.choice(templates).format(
        service=rng.choice(_SERVICES),
        part=rng.choice(_PARTS),
        team=rng.choice(_TEAMS),
        region=rng.choice(["eu-west", "us-east", "ap-south"]),
        n=rng.randrange(20, 9_000),
        m=rng.randrange(2, 50),
        p=rng.randrange(2, 99),
    )
