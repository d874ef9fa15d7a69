"""Who acts in a text."""

from __future__ import annotations

import pytest

from deckgen.language.actors import actor
from tests.language.speaking import people


def who(text: str) -> str:
    place = actor(text, people())
    return text[slice(*place)] if place else ""


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("An engineer ran the cleanup script on the wrong cluster", "engineer"),
        ("The on-call engineer restarted the wrong node", "engineer"),
        ("The engineer on duty terminated the primary", "engineer"),
        ("A contractor, new to the team, changed the firewall", "contractor"),
        ("During the migration, the DBA dropped the index", "DBA"),
        ("One of the engineers dropped the table", "engineers"),
        ("Someone deleted the volume", "Someone"),
        ("Robin pushed the wrong tag", "Robin"),
        ("@kim edited the record by hand", "@kim"),
        ("We deployed without a canary", "We"),
        ("The release manager skips the check", "manager"),
        ("The table was dropped by an engineer", "engineer"),
        ("The query was run by the on-call DBA at night", "DBA"),
        ("The config was pushed by a member of the platform team", "member"),
        ("The disk was full. Then an operator removed it", "operator"),
    ],
)
def test_somebody_acts(text: str, somebody: str) -> None:
    assert who(text) == somebody


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The cleanup script takes the cluster from the shell",
        "The on-call engineer had no access to the dashboard",
        "Engineers could not see which cluster was active",
        "The team was not told of the change",
        "The engineers knew the service for two weeks",
        "The engineer was shown a prompt that named the wrong host",
        "We have announced the end of the old cluster",
        "The team dashboard showed the wrong region",
        "The team's runbook named the old host",
        "Nodes are managed by the platform team",
        "The alert was acknowledged by the on-call engineer",
        "The limit was raised by the autoscaler",
        "The row was changed by the team dashboard",
        "The person on call changes every week",
        "Manager nodes ran out of memory",
        "Developer tokens expired",
    ],
)
def test_nobody_acts(text: str) -> None:
    assert who(text) == ""
