"""Which files are postmortems, of those that are named and those in named folders."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.searching import Found, postmortem_files, postmortems_in

POSTMORTEM = "title: Down\nstarted_at: 2025-01-08 02:15\n"


def file(path: Path, text: str = POSTMORTEM) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_that_is_named_is_taken_as_it_is(tmp_path: Path) -> None:
    other = file(tmp_path / "other.txt", "no postmortem")
    missing = tmp_path / "missing.yaml"
    assert postmortem_files([other, missing, Path("-")]) == Found((other, missing, Path("-")))


def test_of_a_folder_the_postmortems_are_taken_in_order(tmp_path: Path) -> None:
    files = [
        file(tmp_path / "b.yaml"),
        file(tmp_path / "z.YML", '"timeline" : []\n'),
        file(tmp_path / "2025/a.yml", "# half written\n'root_cause': {}\n"),
        file(tmp_path / "2025/marked.yml", "\ufeffstarted_at: 2025-01-08 02:15\ntitle: Down\n"),
    ]
    file(tmp_path / "values.yaml", "image: x\nspec:\n  timeline: 3\n")
    file(tmp_path / "notes.txt")
    file(tmp_path / "deckgen.schema.json", '{"properties": {\n"started_at": {}}}')
    file(tmp_path / ".cache/c.yaml")
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "self").symlink_to(tmp_path)
    assert postmortem_files([tmp_path]) == Found(tuple(files), 1)


def test_a_file_that_is_named_twice_is_taken_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    pm = file(Path("pm.yaml"))
    Path("link.yaml").symlink_to(pm)
    named = [pm, tmp_path / "pm.yaml", Path("../") / tmp_path.name, Path("link.yaml"), Path("-")]
    assert postmortem_files([*named, Path("-")]) == Found((pm, Path("-")))


def test_folders_without_a_postmortem_are_faults(tmp_path: Path) -> None:
    empty, other = tmp_path / "empty", tmp_path / "other"
    empty.mkdir()
    file(other / "values.yaml", "image: x\n")
    with pytest.raises(InputError) as caught:
        postmortem_files([other, empty])
    hint = "a postmortem is a .yaml file with the key 'started_at'; or name the file itself"
    assert caught.value.diagnostics == tuple(
        Diagnostic(str(path), 0, 0, "holds no postmortem", hint) for path in (empty, other)
    )


def test_pipes_in_a_folder_are_not_waited_for(tmp_path: Path) -> None:
    pm = file(tmp_path / "pm.yaml")
    os.mkfifo(tmp_path / "pipe.yaml")
    assert postmortem_files([tmp_path]) == Found((pm,))


def test_a_folder_that_cannot_be_looked_into_is_a_fault(tmp_path: Path) -> None:
    found = file(tmp_path / "a.yaml")
    too_deep(tmp_path, 20)
    [fault] = postmortems_in(tmp_path).unlisted
    assert postmortems_in(tmp_path).files == (found,)
    assert fault.message == f"cannot be looked into: {os.strerror(errno.ENAMETOOLONG)}"
    with pytest.raises(InputError) as caught:
        postmortem_files([tmp_path])
    assert caught.value.diagnostics == (fault,)


def too_deep(folder: Path, depth: int) -> None:
    """Make folders within folders until their path is longer than can be opened."""
    place = os.open(folder, os.O_RDONLY)
    for _ in range(depth):
        os.mkdir("d" * 250, dir_fd=place)
        inner = os.open("d" * 250, os.O_RDONLY, dir_fd=place)
        os.close(place)
        place = inner
    os.close(place)
