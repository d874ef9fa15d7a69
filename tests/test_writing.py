"""Bytes into a file: whole or not at all, whatever stood there."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen.diagnostics import InputError
from deckgen.writing import check_place, write_file

NEW = b"a chart"


def test_a_file_is_written_and_replaced_with_its_mode_kept(tmp_path: Path) -> None:
    target = tmp_path / "chart.png"
    write_file(b"the first", target)
    target.chmod(0o640)
    write_file(NEW, target)
    assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (NEW, 0o640)
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_followed_to_the_file_it_means(tmp_path: Path) -> None:
    (tmp_path / "real.png").write_bytes(b"old")
    link = tmp_path / "chart.png"
    link.symlink_to("real.png")
    write_file(NEW, link)
    assert link.is_symlink()
    assert (tmp_path / "real.png").read_bytes() == NEW


def _source(folder: Path) -> Path:
    return folder / "source.yaml"


def _link_to_source(folder: Path) -> Path:
    (folder / "chart.png").symlink_to("source.yaml")
    return folder / "chart.png"


def _folder(folder: Path) -> Path:
    (folder / "chart.png").mkdir()
    return folder / "chart.png"


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "chart.png")
    return folder / "chart.png"


def _loop(folder: Path) -> Path:
    (folder / "chart.png").symlink_to("chart.png")
    return folder / "chart.png"


def _absent_folder(folder: Path) -> Path:
    return folder / "nowhere" / "chart.png"


@pytest.mark.parametrize(
    ("prepare", "said"),
    [
        (_source, "is the file that it is made of"),
        (_link_to_source, "is the file that it is made of"),
        (_folder, "is a folder"),
        (_pipe, "is not a regular file"),
        (_loop, "is a link that leads back to itself"),
        (_absent_folder, "there is no folder"),
    ],
)
def test_where_no_file_can_stand_is_told_before_and_on_writing(
    tmp_path: Path, prepare: Callable[[Path], Path], said: str
) -> None:
    source = tmp_path / "source.yaml"
    source.write_bytes(b"title: x")
    target = prepare(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(InputError, match=said):
        check_place(target, source)
    with pytest.raises(InputError, match=said):
        write_file(NEW, target, source)
    assert sorted(tmp_path.rglob("*")) == before
    assert source.read_bytes() == b"title: x"
