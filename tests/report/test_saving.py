"""A report and its picture: both are written, or neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import InputError
from deckgen.report import Report
from deckgen.report.saving import save_report

_MADE = Report("# Report\n", b"new picture", 1, None)


def test_both_are_written(tmp_path: Path) -> None:
    target, picture = tmp_path / "a.md", tmp_path / "a.png"
    save_report(_MADE, target, picture, tmp_path / "a.yaml")
    assert target.read_text(encoding="utf-8") == "# Report\n"
    assert picture.read_bytes() == b"new picture"


@pytest.mark.parametrize("before", [None, b"old picture"])
def test_where_the_report_cannot_be_written_the_picture_is_as_before(
    tmp_path: Path, before: bytes | None
) -> None:
    target, picture = tmp_path / "a.md", tmp_path / "a.png"
    target.mkdir()
    if before is not None:
        picture.write_bytes(before)
    with pytest.raises(InputError, match="is a folder"):
        save_report(_MADE, target, picture, tmp_path / "a.yaml")
    assert (picture.read_bytes() if picture.exists() else None) == before
