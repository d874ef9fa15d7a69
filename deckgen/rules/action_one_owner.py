"""Several owners for one action, or everybody.

Where two answer for an action, each waits for the other. Name one; who helps can stand in the
text. Read as several: names with `,`, `;`, `+` or ` / ` between them, two handles or addresses,
`teams`, and `everyone`. A word like `and` also joins the name of one team (Research and
Development), so `A and B` or `A & B` is objected to only where a half is a person's name, in
`people`, in the policy's `words.people`, or owns another action or is a service in the file.
`words.not_names` of the policy lists owners that look like several and are one.

Fails:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: "Platform, Payments"}

Fails:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Ann and Bob}

Passes:

    actions:
      - {action: Add a canary stage to the deploy pipeline, owner: Research and Development}
      - {action: Page on a checkout error rate above 1%, owner: Ann Example (Platform)}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.given_names import is_given_name
from deckgen.review.progress import open_actions
from deckgen.rule import Case, Finding

ID = "action-one-owner"
SEVERITY: Severity = "error"

_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,200}[)\]]")
_LISTED = re.compile(r"\s*[,;|]\s*|\s+[+/]\s+|\s+or\s+|/(?=@)")
_JOINED = re.compile(r"\s+(?:and|&)\s+|(?<=[a-z]{2})[&/](?=[A-Z][a-z])")
"""What stands between two names, or within one: `Trust & Safety`. Not so short as in `CI/CD`."""

_ADDRESS = re.compile(r"(?<![\w.])@?[\w.-]{1,80}@[\w.-]|(?<![\w/])@\w")
_NO_NAMES = frozenset({"inc", "ltd", "llc", "gmbh", "jr", "phd"})
_EVERYBODY = frozenset(
    {
        *("all", "everyone", "everybody", "all teams", "all engineers", "all hands", "us", "we"),
        *("team", "the team", "teams", "the teams", "whole team", "the whole team", "several"),
        *("various", "multiple", "multiple teams", "all of us", "both", "both teams"),
    }
)
_TEAM = re.compile(r"\b(?:team|squad|group|guild|crew|chapter|board|office|committee)$", re.I)
_TEAMS = re.compile(r"\b(?:teams|squads|groups|guilds)$", re.I)


def check(case: Case) -> Iterator[Finding]:
    """Yield the open actions with more than one owner."""
    one = {name.casefold() for name in case.policy.words.not_names}
    known = _known(case)
    for n, action in open_actions(case.postmortem):
        owner = action.owner or ""
        if owner.casefold() not in one and action.is_assigned and _are_several(owner, known):
            names = "is everybody, so nobody" if _is_everybody(owner) else "is more than one owner"
            message = f"action {action.id}: '{owner}' {names}"
            yield Finding(("actions", n, "owner"), message, _hint(owner))


def _known(case: Case) -> frozenset[str]:
    """Return what is a name on its own: owners, services, people and what the policy says."""
    whole = [action.owner for action in case.postmortem.actions if action.owner]
    names = [person.name for person in case.postmortem.people]
    first = [name.split()[0] for name in names]
    found = [*whole, *names, *first, *case.postmortem.services, *case.policy.words.people]
    return frozenset(name.casefold() for name in found)


def _is_everybody(owner: str) -> bool:
    return owner.casefold() in _EVERYBODY


def _are_several(owner: str, known: frozenset[str]) -> bool:
    bare = _BRACKETS.sub("", owner).strip()
    listed = len(_named(_LISTED, bare)) > 1
    if listed or _is_everybody(bare) or sum(1 for _ in _ADDRESS.finditer(bare)) > 1:
        return True
    halves = _named(_JOINED, bare)
    if len(halves) < 2:
        return False
    teams = _TEAMS.search(bare) is not None or all(map(_TEAM.search, halves))
    return teams or any(_stands_alone(half, known) for half in halves)


def _named(separator: re.Pattern[str], owner: str) -> list[str]:
    """Return the parts of `owner` that are names."""
    parts = separator.split(owner)
    return [p for p in parts if any(map(str.isalpha, p)) and p.strip(".").lower() not in _NO_NAMES]


def _stands_alone(half: str, known: frozenset[str]) -> bool:
    return half.casefold() in known or is_given_name(half.split()[0])


def _hint(owner: str) -> str:
    listed = next(iter(_named(_LISTED, owner)), "")
    first = next(iter(_named(_JOINED, listed)), "") if not _is_everybody(owner) else "Platform"
    return f"name the one that answers for it: owner: {first.strip()}"
