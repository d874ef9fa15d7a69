"""Words that blame a person or a team.

A reader who sees somebody blamed learns to keep quiet, and the next incident is reported late.
What somebody failed to do, forgot or overlooked is a finding only where a person or a team is the
subject of the clause: a server may fail to start. Words that judge whoever is meant, such as
careless, sloppy or "be more careful", are a finding anywhere. Quotations and code are left alone.

The policy adds phrases under `words.blame`, and words that mean somebody under `words.people`.

Fails:

    timeline:
      - {at: "02:31", text: The on-call engineer forgot to drain the node}
    lessons:
      went_wrong: [Deploys need to be more careful]

Passes:

    timeline:
      - {at: "02:31", text: The node was restarted without a drain; the runbook has no such step}
      - {at: "02:33", text: The ingress controller failed to start}
"""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.grammar import word_set
from deckgen.language.people import People, people_of
from deckgen.language.phrases import hits, phrases, stands_within
from deckgen.language.subjects import subject_before
from deckgen.rule import Case, Finding

ID = "blame"
SEVERITY: Severity = "warning"

_HINT = "say what the tool, the process or the alert allowed or lacked at that moment"
_MACHINES_TOO = word_set(
    "operator operators admin admins manager managers lead leader member members"
)
"""Roles that software has, too, and that fail: an operator of Kubernetes, a cluster's leader."""


def check(case: Case) -> Iterator[Finding]:
    """Yield words that judge, and acts that blame with a person or a team as their subject.

    An act within words that judge is one finding with them: `should have known better`.
    """
    yield from _judgements(case)
    yield from _acts(case)


def _judgements(case: Case) -> Iterator[Finding]:
    for hit in hits(case.sayings, phrases("blame_words")):
        yield Finding(hit.loc, f"'{hit.words}' judges and explains nothing", _HINT, hit.span)


def _acts(case: Case) -> Iterator[Finding]:
    people = people_of(case.postmortem, case.policy)
    for hit in hits(case.sayings, phrases("blame_acts", case.policy.words.blame)):
        whom = subject_before(hit.text, hit.start, _meant(hit.words, people))
        if whom and not stands_within(hit, phrases("blame_words")):
            who = hit.text[slice(*whom)]
            yield Finding(hit.loc, f"'{hit.words}' blames '{who}'", _HINT, (whom[0], hit.end))


def _meant(act: str, people: People) -> People:
    """Return who can be blamed by `act`: software fails to do something, but it never forgets."""
    return people.without(_MACHINES_TOO) if act.lower().startswith("fail") else people
