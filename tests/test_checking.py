"""From a document to the findings of all rules, with their places in the file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from deckgen.checking import check_document
from deckgen.diagnostics import Diagnostic
from deckgen.policy import Policy
from deckgen.readers import Document, Folder
from deckgen.readers.postmortem_yaml import parse_postmortem

AS_OF = date(2025, 2, 1)
SOURCE = """\
title: Checkout down
started_at: 2025-01-08 02:15
actions:
  - {action: Add a canary stage, owner: TBD, due: 2025-03-03}
  - {action: Alert on failed checkouts, owner: Payments, due: 2025-03-03}
"""


def document(source: str = SOURCE) -> Document:
    return parse_postmortem(source.encode(), "checkout.yaml", Folder(Path()))


def findings(rule: str, policy: Policy | None = None, source: str = SOURCE) -> list[Diagnostic]:
    found = check_document(document(source), policy or Policy(), AS_OF)
    return [it for it in found if it.rule == rule]


def test_a_finding_has_its_place_its_line_and_its_rule() -> None:
    assert findings("action-owner") == [
        Diagnostic(
            "checkout.yaml",
            4,
            41,
            "action A1: 'TBD' is nobody",
            "name the one person or team that answers for it: owner: Platform",
            3,
            "  - {action: Add a canary stage, owner: TBD, due: 2025-03-03}",
            "error",
            "action-owner",
        )
    ]


def test_a_policy_switches_a_rule_off_or_to_another_severity() -> None:
    assert findings("action-owner", Policy(rules={"action-owner": "off"})) == []
    (found,) = findings("action-owner", Policy(rules={"action-owner": "info"}))
    assert found.severity == "info"


def test_findings_come_in_file_order() -> None:
    found = check_document(document(), Policy(), AS_OF)
    assert len(found) > 1
    assert list(found) == sorted(found, key=lambda it: (it.line, it.column))
