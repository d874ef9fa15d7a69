from __future__ import annotations

import json
from collections.abc import Iterator

from deckgen.checking import Checked
from deckgen.findings.plain_json import plain_json
from deckgen.version import __version__
from tests.findings.made import CLEAN, RUN, SOURCE, UNREAD


def test_the_report_says_what_was_found_in_each_source() -> None:
    report = json.loads("".join(plain_json([SOURCE, CLEAN, UNREAD], RUN)))
    (first, second, third) = report.pop("sources")
    assert report == {
        "version": 1,
        "deckgen": __version__,
        "as_of": "2025-02-01",
        "total": {"errors": 2, "warnings": 1, "infos": 1, "silenced": 2},
    }
    assert first["findings"][0] == {
        "rule": "blame",
        "severity": "warning",
        "message": "'We forgot' blames 'We'",
        "hint": "say what the tool lacked",
        "path": "pm.yaml",
        "line": 2,
        "column": 12,
        "end_column": 21,
    }
    assert {key: first[key] for key in ("path", "was_read", "silenced")} == {
        "path": "pm.yaml",
        "was_read": True,
        "silenced": 2,
    }
    assert second == {"path": "clean.yaml", "was_read": True, "silenced": 0, "findings": []}
    assert third["was_read"] is False
    assert {third["findings"][0][key] for key in ("line", "column", "end_column", "hint")} == {None}


def test_a_report_about_nothing_is_json_too() -> None:
    assert json.loads("".join(plain_json([], RUN)))["sources"] == []


def test_a_source_is_written_before_the_next_is_checked() -> None:
    looked_at: list[str] = []

    def sources() -> Iterator[Checked]:
        for source in (SOURCE, CLEAN):
            looked_at.append(source.path)
            yield source

    pieces = plain_json(sources(), RUN)
    assert "sources" in next(pieces)
    assert '"pm.yaml"' in next(pieces)
    assert looked_at == ["pm.yaml"]
