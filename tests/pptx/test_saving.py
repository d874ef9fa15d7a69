from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from deckgen.diagnostics import InputError
from deckgen.pptx import check_target, save
from tests.pptx.decks import deck, slide, written
from tests.pptx.packages import unzipped, zipped

ROOT = Path(__file__).parents[2]
OLD, NEW = written(deck(slide("old"))), written(deck(slide("new"), slide("more")))
NOBODY = 65_534
IMPORTS = (
    "import os, resource; from pathlib import Path;"
    "from deckgen.pptx import save; from deckgen.diagnostics import InputError\n"
)
SAVES = """
try:
    save({}, Path(os.environ["TARGET"]))
except InputError as e:
    print(e)
"""


def refusal(target: Path, *, force: bool = False, source: Path | None = None) -> str:
    """Why a deck is not written to `target`; nothing in its folder may have changed."""
    before = snapshot(target.parent)
    with pytest.raises(InputError) as refused:
        save(NEW, target, force=force, source=source)
    assert snapshot(target.parent) == before
    [diagnostic] = refused.value.diagnostics
    assert (diagnostic.path, bool(diagnostic.hint)) == (str(target), True)
    return diagnostic.message


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """What is in a folder."""
    if not folder.is_dir():
        return {}
    return {p.name: p.read_bytes() if p.is_file() else None for p in folder.iterdir()}


def edited(pptx: bytes) -> bytes:
    """The deck as it is after somebody changed a word on a slide."""
    parts = unzipped(pptx)
    name = "ppt/slides/slide1.xml"
    return zipped({**parts, name: parts[name].replace(b"old", b"mine")})


def run_as_nobody(script: str, folder: Path) -> str:
    """What a script says that runs without a superuser's rights, in `folder`."""
    drop = f"os.geteuid() or (os.setgid({NOBODY}), os.setuid({NOBODY}))\n"
    # Imports come first: afterwards the checkout may be closed to the user without rights.
    return run(f"{IMPORTS}{drop}{script}\n{SAVES.format(b'deck')}", folder / "deck.pptx")


def run(script: str, target: Path) -> str:
    """What a script prints in a process of its own; it finds `target` in its environment."""
    paths = f"{ROOT}:{ROOT / 'layouts'}"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": paths, "TARGET": str(target)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """The process's file mode mask for the time being."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_holds_the_deck_and_nothing_else_is_left(tmp_path: Path) -> None:
    save(NEW, tmp_path / "deck.pptx")
    assert snapshot(tmp_path) == {"deck.pptx": NEW}


@pytest.mark.parametrize(("mask", "expected"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_gets_the_usual_mode(mask: int, expected: int, tmp_path: Path) -> None:
    with umask(mask):
        save(NEW, tmp_path / "deck.pptx")
    assert mode(tmp_path / "deck.pptx") == expected


def test_our_own_deck_is_overwritten_and_keeps_its_mode(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    target.write_bytes(OLD)
    target.chmod(0o640)
    save(NEW, target)
    assert (snapshot(tmp_path), mode(target)) == ({"deck.pptx": NEW}, 0o640)


def test_an_empty_file_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").touch()
    save(NEW, tmp_path / "deck.pptx")
    assert snapshot(tmp_path) == {"deck.pptx": NEW}


def test_a_link_stays_and_the_file_it_means_is_written(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link.pptx"
    real.mkdir()
    link.symlink_to(real / "deck.pptx")
    save(NEW, link)
    save(OLD, link)
    assert (link.is_symlink(), snapshot(real)) == (True, {"deck.pptx": OLD})


def test_a_circle_of_links_is_told(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    target.symlink_to(tmp_path / "other.pptx")
    (tmp_path / "other.pptx").symlink_to(target)
    with pytest.raises(InputError, match="is a link that leads back to itself"):
        save(NEW, target, force=True)
    assert target.is_symlink()


def test_a_file_that_we_did_not_write_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    target.write_bytes(b"somebody's own")
    assert refusal(target) == "was not written by deckgen, and would be lost"


def test_a_deck_that_was_edited_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    target.write_bytes(edited(OLD))
    assert refusal(target) == "was edited since deckgen wrote it; the changes would be lost"


@pytest.mark.parametrize("content", [b"somebody's own", edited(OLD)], ids=["foreign", "edited"])
def test_force_overwrites_what_would_be_kept(content: bytes, tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    target.write_bytes(content)
    save(NEW, target, force=True)
    assert snapshot(tmp_path) == {"deck.pptx": NEW}


def test_a_huge_file_is_not_read_to_see_whether_it_is_ours(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    with target.open("wb") as file:
        file.truncate(600 << 20)
    with pytest.raises(InputError, match="was not written by deckgen"):
        check_target(target)


@pytest.mark.parametrize("lock", ["~$deck.pptx", ".~lock.deck.pptx#"])
def test_a_deck_that_is_open_elsewhere_is_kept_unless_forced(lock: str, tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    target.write_bytes(OLD)
    (tmp_path / lock).touch()
    assert refusal(target) == "is open in another program"
    save(NEW, target, force=True)
    assert target.read_bytes() == NEW


def test_a_write_protected_deck_is_kept_unless_forced(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    target.write_bytes(OLD)
    target.chmod(0o444)
    assert refusal(target) == "is write-protected"
    save(NEW, target, force=True)
    assert (target.read_bytes(), mode(target)) == (NEW, 0o444)


@pytest.mark.parametrize("force", [False, True])
def test_the_source_is_never_overwritten(force: bool, tmp_path: Path) -> None:
    source = tmp_path / "source.pptx"
    source.write_bytes(OLD)
    hard_link = tmp_path / "deck.pptx"
    hard_link.hardlink_to(source)
    for target in (source, hard_link):
        said = refusal(target, force=force, source=source)
        assert said == "is the file that it is made of"


@pytest.mark.parametrize("name", ["deck.ppt", "deck.yaml", "deck", "deck.pdf", "deck.potx"])
@pytest.mark.parametrize("force", [False, True])
def test_another_suffix_is_refused(name: str, force: bool, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"help: call it deck\.pptx"):
        save(NEW, tmp_path / name, force=force)
    assert snapshot(tmp_path) == {}


def test_the_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    save(NEW, tmp_path / "DECK.PPTX")
    assert snapshot(tmp_path) == {"DECK.PPTX": NEW}


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").mkdir()
    assert refusal(tmp_path / "deck.pptx", force=True) == "is a folder"


def test_a_device_is_no_target_and_stays_one(tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").symlink_to("/dev/null")
    assert refusal(tmp_path / "deck.pptx", force=True) == "is not a regular file"
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    target = tmp_path / "none" / "deck.pptx"
    assert refusal(target) == f"there is no folder {target.parent}"


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    said = refusal(tmp_path / f"{'x' * 300}.pptx")
    assert said == f"cannot be written: {os.strerror(errno.ENAMETOOLONG)}"


def test_the_longest_name_that_the_disk_takes_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / f"{'x' * 250}.pptx"
    save(NEW, target)
    assert snapshot(tmp_path) == {target.name: NEW}


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that a user without rights can reach; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory(prefix="deckgen-save-") as folder:
        os.chmod(folder, 0o755)
        yield Path(folder)


def test_a_folder_closed_to_us_is_told(shared_folder: Path) -> None:
    said = run_as_nobody("", shared_folder) if os.geteuid() == 0 else None
    if said is None:
        shared_folder.chmod(0o555)
        said = refusal(shared_folder / "deck.pptx")
    assert f"the folder {shared_folder} cannot be written to" in said
    assert snapshot(shared_folder) == {}


def test_a_folder_that_closes_at_the_last_moment_is_told(shared_folder: Path) -> None:
    blind = "import deckgen.writing as s; s.os.access = lambda *_: True"
    if os.geteuid() != 0:
        shared_folder.chmod(0o555)
    said = run_as_nobody(blind, shared_folder)
    assert "cannot be written: it is protected or open" in said
    assert snapshot(shared_folder) == {}


def test_a_full_disk_is_told_and_the_old_deck_stays_whole(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    target.write_bytes(OLD)
    limit = "resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))\n"
    said = run(f"{IMPORTS}{limit}{SAVES.format('bytes(20_000)')}", target)
    assert "cannot be written: files of this size are not allowed\n  help: make room" in said
    assert snapshot(tmp_path) == {"deck.pptx": OLD}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EIO])
def test_no_trace_is_left_when_the_disk_fails(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(descriptor: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr("deckgen.writing.os.fsync", fail)
    assert refusal(tmp_path / "deck.pptx").startswith("cannot be written: ")


@pytest.mark.parametrize("step", ["os.fsync", "Path.replace", "Path.chmod"])
def test_an_interrupt_leaves_the_old_deck_and_no_trace(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "deck.pptx"
    target.write_bytes(OLD)
    monkeypatch.setattr(f"deckgen.writing.{step}", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(NEW, target)
    assert snapshot(tmp_path) == {"deck.pptx": OLD}


def test_the_content_is_on_disk_before_the_name_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace

    def noted_fsync(descriptor: int) -> None:
        steps.append(f"fsync of {os.fstat(descriptor).st_size} bytes")
        fsync(descriptor)

    def noted_replace(self: Path, target: Path) -> Path:
        steps.append("replace")
        return replace(self, target)

    monkeypatch.setattr("deckgen.writing.os.fsync", noted_fsync)
    monkeypatch.setattr("deckgen.writing.Path.replace", noted_replace)
    save(NEW, tmp_path / "deck.pptx")
    assert steps == [f"fsync of {len(NEW)} bytes", "replace"]


def test_a_check_alone_writes_nothing(tmp_path: Path) -> None:
    check_target(tmp_path / "deck.pptx")
    assert snapshot(tmp_path) == {}
