"""SARIF as the standard's own schema asks for, with places that other programs understand."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from deckgen.checking import Checked
from deckgen.diagnostics import Diagnostic
from deckgen.findings.sarif import sarif
from deckgen.manual import pages
from tests.findings.made import CLEAN, LINES, RUN, SOURCE, UNREAD, finding

SCHEMA = json.loads(
    (Path(__file__).parents[1] / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8")
)


def run_of(checked: Iterable[Checked]) -> dict[str, Any]:
    """The one run of the log, which is held to the schema."""
    log = json.loads("".join(sarif(checked, RUN)))
    assert [error.message for error in Draft4Validator(SCHEMA).iter_errors(log)] == []
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return dict(run)


def prints(source: Checked) -> list[str]:
    results = run_of([source])["results"]
    return [result["partialFingerprints"]["deckgenFinding/v1"] for result in results]


@pytest.mark.parametrize("checked", [[], [CLEAN], [SOURCE, CLEAN, UNREAD]])
def test_a_log_is_what_the_schema_asks_for(checked: list[Checked]) -> None:
    run = run_of(checked)
    assert len(run["results"]) == sum(len(source.findings) for source in checked)


def test_the_schema_would_see_a_log_that_is_wrong() -> None:
    log = json.loads("".join(sarif([SOURCE], RUN)))
    log["runs"][0]["results"][0]["level"] = "info"
    assert not Draft4Validator(SCHEMA).is_valid(log)


def test_every_rule_is_described_by_its_page_of_the_manual() -> None:
    rules = {rule["id"]: rule for rule in run_of([])["tool"]["driver"]["rules"]}
    assert list(rules) == list(pages())
    assert rules["blame"]["shortDescription"]["text"] == pages()["blame"].summary
    assert rules["blame"]["help"]["markdown"] == pages()["blame"].text
    assert "Fails:" not in rules["blame"]["fullDescription"]["text"]
    assert {rule["defaultConfiguration"]["level"] for rule in rules.values()} == {
        "error",
        "warning",
        "note",
    }


def test_a_result_names_its_rule_and_says_what_to_do() -> None:
    run = run_of([SOURCE])
    first = run["results"][0]
    assert run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "blame"
    assert first["message"]["text"] == "'We forgot' blames 'We'\nhelp: say what the tool lacked"
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note"]


def test_columns_count_utf16_code_units() -> None:
    run = run_of([SOURCE])
    assert run["columnKind"] == "utf16CodeUnits"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 13, "endColumn": 22}


def test_columns_are_right_in_a_line_that_is_too_long_to_be_shown() -> None:
    line = f"summary: {'🔥' * 600} We forgot"
    found = Diagnostic("pm.yaml", 1, 611, "x", width=9, rule="blame")
    (result,) = run_of([Checked("pm.yaml", (found,), lines=(line,))])["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 1211, "endColumn": 1220}


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("pm.yaml", "pm.yaml"),
        ("/repo/incidents/é 1%.yaml", "incidents/%C3%A9%201%25.yaml"),
        ("/elsewhere/a b.yaml", "file:///elsewhere/a%20b.yaml"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_a_file_is_named_by_a_uri(path: str, uri: str) -> None:
    source = Checked(path, (Diagnostic(path, 0, 0, "x", rule="input"),))
    (result,) = run_of([source])["results"]
    assert result["locations"][0]["physicalLocation"] == {"artifactLocation": {"uri": uri}}


def test_a_finding_keeps_its_fingerprint_where_it_only_moves() -> None:
    moved = Checked(
        "pm.yaml",
        (
            Diagnostic("pm.yaml", 7, 14, "other words", rule="blame"),
            *(Diagnostic("pm.yaml", n, 8, "other words", rule="action-owner") for n in (8, 9)),
        ),
        lines=(*LINES[:1], *[""] * 5, "  " + LINES[1], *LINES[2:]),
    )
    assert prints(moved) == prints(SOURCE)
    assert len(set(prints(SOURCE))) == 3


def test_another_rule_or_another_text_has_another_fingerprint() -> None:
    (one,) = prints(Checked("pm.yaml", (finding(2, 12, 9),), lines=LINES))
    (rule,) = prints(Checked("pm.yaml", (finding(2, 12, 9, rule="vague-word"),), lines=LINES))
    (text,) = prints(Checked("pm.yaml", (finding(3, 1, 1),), lines=LINES))
    assert len({one, rule, text}) == 3
