"""The import of a folder of documents compared with what was counted in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.import_corpus import complaints, main, table
from benchmarks.import_scores import Score

DOCUMENT = """\
# Queue stops on 2025-01-08

## Timeline

All times in UTC.

| Time | Event |
| --- | --- |
| 2025-01-08 02:15 | The queue stops |
| 2025-01-08 02:40 | The queue runs again |

## Action items

- Alert on the age of the oldest message
"""
COUNTED = """\
events:
- {line: 9, at: '2025-01-08T02:15Z', sure: true}
- {line: 10, at: '2025-01-08T02:40Z', sure: true}
milestones: {}
actions:
- {line: 14, done: false, owner: null, due: null, link: false}
"""


def compared(folder: Path, counted: str, *flags: str) -> int:
    """Return the exit status for the document and what was counted in it."""
    (folder / "queue.md").write_text(DOCUMENT, encoding="utf-8")
    (folder / "queue.md.yaml").write_text(counted, encoding="utf-8")
    return main([str(folder), "--expected", str(folder), *flags])


def test_a_document_read_as_counted_is_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compared(tmp_path, COUNTED, "--build") == 0
    counts = "    events 2, right 2, actions 1, actions found 1\n"
    assert capsys.readouterr().out == f"queue.md\n{counts}all\n{counts}"


def test_a_document_read_otherwise_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compared(tmp_path, COUNTED.replace("T02:40Z", "T01:40Z"), "--table") == 1
    out = capsys.readouterr().out
    assert "| **all** | 2 | 1 | 0 | 1 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0 |" in out
    assert "wrong instants without a guess: 1" in out


def test_just_enough_is_no_complaint() -> None:
    assert complaints(Score(events=10, right=9, actions=20, actions_found=17)) == []


def test_every_shortcoming_is_a_complaint() -> None:
    short = Score(events=100, right=89, wrong=2, actions=100, actions_found=84)
    assert complaints(short) == [
        "events right: 89.0%, not 90%",
        "actions found: 84.0%, not 85%",
        "wrong instants without a guess: 2",
    ]


def test_the_table_has_a_row_for_each_document_and_their_sum() -> None:
    one = Score(events=2, right=1, missed=1, actions=1, actions_found=1)
    assert table({"acme__reports__2025_-__queue.md": one}, one).splitlines()[2:] == [
        "| acme: 2025 - queue | 2 | 1 | 0 | 0 | 1 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0 |",
        "| **all** | 2 | 1 | 0 | 0 | 1 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0 |",
        "",
        "Of 1 documents: 50.0% of the events with the right instant, 100.0% of the action items, "
        "- of the milestones.",
    ]
