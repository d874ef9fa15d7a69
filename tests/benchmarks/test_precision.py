"""Hits in a folder of postmortems compared with a file of verdicts."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.precision import main

HEAD = "document\trule\twords\toccurrence\tverdict\twhy\n"
VERDICT = "outage.md\tvague-claim\tmany users\t1\ttrue\thow many\n"


def compared(folder: Path, verdicts: str) -> int:
    """Return the exit status for one document with one hit, and these verdicts."""
    (folder / "outage.md").write_text("Checkout failed for many users.\n", encoding="utf-8")
    judged = folder / "judged.tsv"
    judged.write_text(HEAD + verdicts, encoding="utf-8")
    return main([str(folder), "--judgements", str(judged)])


def test_each_hit_with_its_verdict_is_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compared(tmp_path, VERDICT) == 0
    assert capsys.readouterr().out == ""


def test_a_hit_without_a_verdict_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compared(tmp_path, "") == 1
    assert capsys.readouterr().out == "no verdict:\toutage.md\tvague-claim\tmany users\t1\n"


def test_a_verdict_without_its_hit_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compared(tmp_path, VERDICT + VERDICT.replace("\t1\t", "\t2\t")) == 1
    assert capsys.readouterr().out == "no such hit:\toutage.md\tvague-claim\tmany users\t2\n"
