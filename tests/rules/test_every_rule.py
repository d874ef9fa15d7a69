"""What holds of every rule: its place in the tree, its manual page, and that the page is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import deckgen.rules
from deckgen.policy import Policy
from deckgen.prose import prose
from deckgen.readers.beside import Folder
from deckgen.readers.postmortem_yaml import parse_postmortem
from deckgen.rule import Case, Rule
from deckgen.rules import RULES
from tests.rules.manual import AS_OF, examples, findings

FOLDER = Path(deckgen.rules.__file__).parent
EVERY = pytest.mark.parametrize("rule", RULES.values(), ids=RULES)


def test_every_module_is_a_rule_of_its_name() -> None:
    modules = {path.stem.replace("_", "-") for path in FOLDER.glob("*.py")} - {"--init--"}
    assert modules == set(RULES)
    assert len(modules) > 30


def test_the_tests_know_every_rule() -> None:
    tested = {path.stem.removeprefix("test_") for path in Path(__file__).parent.glob("test_*.py")}
    assert {rule.replace("-", "_") for rule in RULES} - tested == set()


@EVERY
def test_a_rule_says_in_a_line_what_it_objects_to(rule: Rule) -> None:
    first, _, rest = (rule.__doc__ or "").partition("\n")
    assert re.fullmatch(r"[A-Z].{10,90}\.", first)
    assert rest.startswith("\n")
    assert rule.SEVERITY in {"error", "warning", "info"}


@EVERY
def test_the_failing_example_fails(rule: Rule) -> None:
    failing = examples(rule, "Fails")
    assert failing
    for source in failing:
        found = findings(rule, source)
        assert found
        assert all(it.message and it.hint for it in found)
        assert all(not it.message.endswith(".") for it in found)


@EVERY
def test_the_passing_example_passes(rule: Rule) -> None:
    passing = examples(rule, "Passes")
    assert passing
    assert [findings(rule, source) for source in passing] == [[]] * len(passing)


@EVERY
def test_the_words_meant_are_words_of_the_text(rule: Rule) -> None:
    for source in examples(rule, "Fails"):
        document = parse_postmortem(source.encode(), "example.yaml", Folder(Path()))
        texts = {it.loc: it.text for it in prose(document.postmortem)}
        for found in findings(rule, source):
            if found.span and found.loc in texts:
                start, end = found.span
                assert 0 <= start < end <= len(texts[found.loc])
                assert texts[found.loc][start:end].strip()


@EVERY
def test_a_rule_finds_the_same_twice(rule: Rule) -> None:
    for source in examples(rule, "Fails"):
        document = parse_postmortem(source.encode(), "example.yaml", Folder(Path()))
        case = Case(document.postmortem, Policy(), AS_OF)
        assert list(rule.check(case)) == list(rule.check(case))
