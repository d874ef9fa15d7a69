"""The files that say what stands in a document."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from benchmarks.import_expected import (
    FOLDER,
    Expected,
    ExpectedAction,
    ExpectedEvent,
    ExpectedMilestone,
    read_expected,
)

COUNTED = """\
events:
- {line: 5, at: '2025-01-08T02:15Z', sure: true}
- {line: 6, at: null, day: 2025-01-09, sure: false}
milestones:
  resolved_at: {line: 5, at: '2025-01-08T02:15Z', sure: false}
actions:
- {line: 9, done: true, owner: Storage, due: 2025-02-01, link: false}
notes: made up
"""


def test_a_file_is_read_into_values(tmp_path: Path) -> None:
    (tmp_path / "outage.md.yaml").write_text(COUNTED, encoding="utf-8")
    at = datetime(2025, 1, 8, 2, 15, tzinfo=UTC)
    assert read_expected(Path("any/outage.md"), tmp_path) == Expected(
        events=(
            ExpectedEvent(line=5, at=at, sure=True),
            ExpectedEvent(line=6, at=None, day=date(2025, 1, 9), sure=False),
        ),
        milestones={"resolved_at": ExpectedMilestone(line=5, at=at, sure=False)},
        actions=(
            ExpectedAction(line=9, done=True, owner="Storage", due=date(2025, 2, 1), link=False),
        ),
        notes="made up",
    )


def test_a_time_without_a_zone_is_refused(tmp_path: Path) -> None:
    counted = COUNTED.replace("02:15Z", "02:15")
    (tmp_path / "outage.md.yaml").write_text(counted, encoding="utf-8")
    with pytest.raises(ValidationError):
        read_expected(Path("outage.md"), tmp_path)


def test_every_file_of_counts_can_be_read_and_goes_down_the_document() -> None:
    files = sorted(FOLDER.glob("*.yaml"))
    assert len(files) == 53
    for file in files:
        expected = read_expected(Path(file.stem))
        for lines in (expected.events, expected.actions):
            numbers = [one.line for one in lines]
            assert numbers == sorted(numbers), file.name
            assert len(set(numbers)) == len(numbers), file.name
