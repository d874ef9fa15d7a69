"""The page on precision says what the written verdicts say."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from benchmarks.judgements import Judgement, Key, read_judgements
from deckgen.rules import RULES

PAGE = (Path(__file__).parents[2] / "docs" / "precision.md").read_text(encoding="utf-8")
JUDGED = read_judgements()
LOUD = "all of warning or error"


def counts(judged: dict[Key, Judgement]) -> dict[str, tuple[int, int]]:
    """How many hits each rule or phrase has, and how many of them are true."""
    hits = Counter(key[1] for key in judged)
    true = Counter(key[1] for key, verdict in judged.items() if verdict.is_true)
    return {name: (hits[name], true[name]) for name in hits}


def test_the_rules_have_the_hits_that_were_judged() -> None:
    rows = re.findall(r"^\| `([\w-]+)` \| (\w+) \| \d+ \| (\d+) \| (\d+) \|", PAGE, re.MULTILINE)
    told = {rule: (int(hits), int(true)) for rule, _, hits, true in rows}
    assert told == {rule: count for rule, count in counts(JUDGED).items() if rule in RULES}
    assert all(severity == RULES[rule].SEVERITY for rule, severity, _, _ in rows)


def test_the_phrases_have_the_hits_that_were_judged() -> None:
    rows = re.findall(r"^\| ([\w ]+) \| (\d+) \| (\d+) \| \d+ \| \d+ \|", PAGE, re.MULTILINE)
    told = {f"bare {phrase}": (int(hits), int(true)) for phrase, hits, true in rows}
    assert told == {name: count for name, count in counts(JUDGED).items() if name not in RULES}


def test_nine_in_ten_warnings_are_true() -> None:
    loud = [count for rule, count in counts(JUDGED).items() if is_loud(rule)]
    hits, true = (sum(column) for column in zip(*loud, strict=True))
    assert f"| {LOUD} |  | " in PAGE
    assert f" | {hits} | {true} | {true / hits:.0%} |" in PAGE
    assert true / hits >= 0.9


def test_every_verdict_has_a_reason() -> None:
    assert all(verdict.why for verdict in JUDGED.values())


def is_loud(rule: str) -> bool:
    return rule in RULES and RULES[rule].SEVERITY != "info"
