"""The folder of the decks: one run at a time, and whatever happens, whole decks or none."""

from __future__ import annotations

import os
import re
import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

import pytest

from deckgen.batch.folder import DeckFolder, deck_folder
from deckgen.batch.manifest import Entry
from deckgen.diagnostics import InputError
from tests.batch.runs import batch
from tests.batch.sources import contents, small, write

DECK = PurePosixPath("web/one.pptx")


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let no file grow beyond so many bytes for the time being, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_deck_is_put_into_its_place_and_nothing_else_is_left(tmp_path: Path) -> None:
    with deck_folder(tmp_path / "new" / "decks") as folder:
        folder.put(DECK, b"PK")
        assert folder.digest(DECK) is not None
    assert contents(tmp_path / "new" / "decks") == {".deckgen/lock": b"", "web/one.pptx": b"PK"}


def test_a_deck_that_is_replaced_keeps_its_mode(tmp_path: Path) -> None:
    with deck_folder(tmp_path) as folder:
        folder.put(DECK, b"old")
        folder.place(DECK).chmod(0o640)
        folder.put(DECK, b"new")
        assert folder.place(DECK).read_bytes() == b"new"
        assert stat.S_IMODE(folder.place(DECK).stat().st_mode) == 0o640


def test_a_second_run_is_told_who_has_the_folder(tmp_path: Path) -> None:
    with deck_folder(tmp_path), pytest.raises(InputError) as caught, deck_folder(tmp_path):
        raise AssertionError("two runs have one folder")
    [fault] = caught.value.diagnostics
    assert fault.path == str(tmp_path)
    assert re.fullmatch(
        rf"another 'deckgen batch' is writing into it: process {os.getpid()} on .*, "
        r"since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC",
        fault.message,
    )


@pytest.mark.parametrize("said", [b"", b"{", b"[]", b"{}", b"\xff", b"9" * 5_000])
def test_a_second_run_is_told_so_too_where_nobody_says_who_it_is(
    tmp_path: Path, said: bytes
) -> None:
    with deck_folder(tmp_path) as folder:
        folder.holder.write_bytes(said)
        with pytest.raises(InputError, match="another 'deckgen batch' is writing into it\n"):
            deck_folder(tmp_path).__enter__()


def test_the_next_run_removes_what_a_killed_one_has_left(tmp_path: Path) -> None:
    with deck_folder(tmp_path):
        pass
    before = contents(tmp_path)
    (tmp_path / ".deckgen" / "writing.tmp").write_bytes(b"half")
    (tmp_path / ".deckgen" / "running.json").write_bytes(b"{}")
    with deck_folder(tmp_path):
        pass
    assert contents(tmp_path) == before


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file", tmp_path / "file" / "decks"):
        with pytest.raises(InputError, match="is not a folder"):
            deck_folder(place).__enter__()


@pytest.mark.parametrize("name", ["x" * 300, "a\0b"])
def test_a_name_that_no_folder_can_have_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be written to"):
        deck_folder(tmp_path / name).__enter__()


def test_what_is_no_file_has_no_digest(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pptx")
    (tmp_path / "folder.pptx").mkdir()
    folder = DeckFolder(tmp_path)
    names = ("pipe.pptx", "folder.pptx", "missing.pptx", "x" * 300)
    assert [folder.digest(PurePosixPath(name)) for name in names] == [None] * 4


def test_on_a_full_disk_the_old_deck_stays_whole(tmp_path: Path) -> None:
    with deck_folder(tmp_path) as folder:
        folder.put(DECK, b"old")
        with files_of_at_most(1_000), pytest.raises(InputError) as caught:
            folder.put(DECK, bytes(5_000))
    assert [fault.path for fault in caught.value.diagnostics] == [str(tmp_path / DECK)]
    assert contents(tmp_path) == {".deckgen/lock": b"", "web/one.pptx": b"old"}


def test_a_journal_that_is_full_is_told_and_the_rest_of_it_is_read(tmp_path: Path) -> None:
    entry = Entry("../a.yaml", "s" * 64, (), "o" * 64, None, "d" * 64)
    q, decks = write(tmp_path / "q", one=small(), two=small()), tmp_path / "decks"
    batch(q, decks)
    with deck_folder(decks) as folder, folder.opened_journal() as journal:
        journal.add(DECK, entry)
        with files_of_at_most(folder.journal.stat().st_size + 100), pytest.raises(OSError):
            journal.add(PurePosixPath("two.pptx"), entry)
    assert batch(q, decks).unchanged == ["one.pptx", "two.pptx"]


def test_a_disk_that_fills_ends_the_run_and_the_next_one_does_the_rest(tmp_path: Path) -> None:
    long = small() + "".join(f"  - {{at: '03:{n:02}', text: Event {n}}}\n" for n in range(60))
    q = write(tmp_path / "q", **{f"a{n}": small() for n in range(3)}, b=long, c=small())
    batch(q, tmp_path / "undisturbed")
    sizes = {path.stem: path.stat().st_size for path in (tmp_path / "undisturbed").glob("*.pptx")}
    room = (sizes["a0"] + sizes["b"]) // 2
    with files_of_at_most(room), pytest.raises(InputError) as caught:
        batch(q, tmp_path / "decks")
    [fault] = caught.value.diagnostics
    assert fault.path == str(tmp_path / "decks" / "b.pptx")
    assert fault.hint == "make room, or name another folder with -o"
    run = batch(q, tmp_path / "decks")
    assert (run.unchanged, run.built) == (["a0.pptx", "a1.pptx", "a2.pptx"], ["b.pptx", "c.pptx"])
    assert contents(tmp_path / "decks") == contents(tmp_path / "undisturbed")
