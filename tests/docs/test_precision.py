"""The page on precision says what the written verdicts say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.judgements import HOLD_OUT, Judgement, Key, read_judgements
from deckgen.rules import RULES

PAGE = (Path(__file__).parents[2] / "docs" / "precision.md").read_text(encoding="utf-8")
_BEFORE, _, _BEHIND = PAGE.partition("\n## On documents that nobody had seen\n")
UNSEEN, _, _AFTER = _BEHIND.partition("\n## ")
SEEN = _BEFORE + _AFTER
JUDGED = read_judgements()
HELD_OUT = read_judgements(HOLD_OUT)
LOUD = "all of warning or error"
BOTH = pytest.mark.parametrize(("part", "judged"), [(SEEN, JUDGED), (UNSEEN, HELD_OUT)])


def counts(judged: Mapping[Key, Judgement]) -> dict[str, tuple[int, int]]:
    """How many hits each rule or phrase has, and how many of them are true."""
    hits = Counter(key[1] for key in judged)
    true = Counter(key[1] for key, verdict in judged.items() if verdict.is_true)
    return {name: (hits[name], true[name]) for name in hits}


@BOTH
def test_the_rules_have_the_hits_that_were_judged(part: str, judged: dict[Key, Judgement]) -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (\w+) \| \d+ \| (\d+) \| (\d+) \|", part, re.MULTILINE)
    told = {rule: (int(hits), int(true)) for rule, _, hits, true in rows}
    assert told == {rule: count for rule, count in counts(judged).items() if rule in RULES}
    assert all(severity == RULES[rule].SEVERITY for rule, severity, _, _ in rows)


def test_the_phrases_have_the_hits_that_were_judged() -> None:
    rows = re.findall(r"^\| ([\w ]+) \| (\d+) \| (\d+) \| \d+ \| \d+ \|", SEEN, re.MULTILINE)
    told = {f"bare {phrase}": (int(hits), int(true)) for phrase, hits, true in rows}
    assert told == {name: count for name, count in counts(JUDGED).items() if name not in RULES}


@BOTH
def test_the_sums_are_those_of_the_rules(part: str, judged: dict[Key, Judgement]) -> None:
    hits, true = loud(judged)
    documents = len({key[0] for key in judged if is_loud(key[1])})
    assert f"| {LOUD} |  | {documents} | {hits} | {true} | {true / hits:.0%} |" in part


def test_nine_in_ten_warnings_are_true_where_the_lists_were_made() -> None:
    hits, true = loud(JUDGED)
    assert true / hits >= 0.9


@BOTH
def test_every_verdict_has_a_reason(part: str, judged: dict[Key, Judgement]) -> None:
    assert all(verdict.why for verdict in judged.values())


def test_no_document_was_seen_before() -> None:
    assert {key[0] for key in JUDGED}.isdisjoint(key[0] for key in HELD_OUT)


def loud(judged: dict[Key, Judgement]) -> tuple[int, int]:
    """How many hits of warning or error there are, and how many of them are true."""
    of_loud = [count for rule, count in counts(judged).items() if is_loud(rule)]
    return sum(hits for hits, _ in of_loud), sum(true for _, true in of_loud)


def is_loud(rule: str) -> bool:
    return rule in RULES and RULES[rule].SEVERITY != "info"
