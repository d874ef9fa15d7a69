"""What holds of every rule for the public: its page of the manual is true, its words are words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from deckgen.checking import checked
from deckgen.policy import Audience, Policy
from deckgen.public_rules import PUBLIC_RULES
from deckgen.readers.beside import Folder
from deckgen.readers.postmortem_yaml import parse_postmortem
from deckgen.rule import Rule
from tests.rules.manual import examples, findings

EVERY = pytest.mark.parametrize("rule", PUBLIC_RULES.values(), ids=PUBLIC_RULES)


@EVERY
def test_the_examples_of_its_page_are_true(rule: Rule) -> None:
    (failing,), (passing,) = examples(rule, "Fails"), examples(rule, "Passes")
    found = findings(rule, failing)
    assert found
    assert all(it.message and it.hint for it in found)
    assert findings(rule, passing) == []


@pytest.mark.parametrize(
    ("audience", "rules"), [("internal", []), ("public", ["undeclared-name", "would-mask"])]
)
def test_they_are_run_for_the_public_only(audience: Audience, rules: list[str]) -> None:
    source = """\
title: Checkout down
started_at: 2025-01-08 02:15
timeline:
  - {at: "02:19", text: Sarah Miller restarts 10.1.2.3}
"""
    document = parse_postmortem(source.encode(), "pm.yaml", Folder(Path()))
    found = checked(document, Policy(), date(2025, 2, 1), audience).findings
    assert [it.rule for it in found if it.rule in PUBLIC_RULES] == rules
    assert [(it.line, it.column) for it in found if it.rule in PUBLIC_RULES] == [
        (4, place) for place in (25, 47)[: len(rules)]
    ]
