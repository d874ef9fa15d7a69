"""The manual: a page for each rule, and for what no rule finds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from deckgen import ignoring
from deckgen.checking import checked, unreadable
from deckgen.diagnostics import InputError
from deckgen.manual import INPUT, pages, settable_rules
from deckgen.policy import Policy
from deckgen.public_rules import PUBLIC_RULES
from deckgen.readers.beside import Folder
from deckgen.readers.postmortem_yaml import parse_postmortem
from deckgen.rules import RULES
from tests.rules.manual import examples


def found(rule: str, source: str) -> list[str]:
    try:
        document = parse_postmortem(source.encode(), "example.yaml", Folder(Path()))
    except InputError as error:
        it = unreadable("example.yaml", error)
    else:
        it = checked(document, Policy(), date(2025, 2, 1))
    return [finding.message for finding in it.findings if finding.rule == rule]


def test_every_rule_has_its_page_in_the_order_of_the_rules() -> None:
    assert list(pages()) == [*RULES, *PUBLIC_RULES, ignoring.ID, INPUT]
    for rule, page in pages().items():
        assert (page.id, page.text.split("\n")[0]) == (rule, page.summary)
        assert "\nFails:\n" in page.text
        assert "\nPasses:\n" in page.text


def test_a_policy_sets_every_rule_but_reading() -> None:
    assert list(settable_rules()) == [*RULES, *PUBLIC_RULES, ignoring.ID]


@pytest.mark.parametrize("rule", [ignoring.ID, INPUT])
def test_the_examples_of_what_is_no_rule_are_true(rule: str) -> None:
    class Page:
        __doc__ = pages()[rule].text

    (failing,), (passing,) = examples(Page, "Fails"), examples(Page, "Passes")  # type: ignore[arg-type]
    assert len(found(rule, failing)) == 1
    assert found(rule, passing) == []
