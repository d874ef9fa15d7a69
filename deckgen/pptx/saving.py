"""Bytes into a file: whole or not at all, and never over somebody's work."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from deckgen.diagnostics import InputError
from deckgen.pptx.source import Provenance, provenance

_SUFFIX = ".pptx"
_LARGEST_OF_OURS = 512 << 20
_ELSEWHERE = "name another file with -o"
_OVERWRITE = f"{_ELSEWHERE}, or overwrite it with --force"
_NO_ROOM = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the quota is used up",
    errno.EFBIG: "files of this size are not allowed",
}
_LOST = {
    Provenance.FOREIGN: "was not written by deckgen, and would be lost",
    Provenance.EDITED: "was edited since deckgen wrote it; the changes would be lost",
}


def save(pptx: bytes, target: Path, *, force: bool = False, source: Path | None = None) -> None:
    """Put `pptx` at `target`, all of it or nothing; a link is followed to the file it means.

    A new file gets the usual mode, one that is overwritten keeps its own. Raises InputError with
    what to do where `check_target` does, and when the disk is full or the file is held by another
    program. Whatever happens, an interrupt included, no other file is left behind.
    """
    check_target(target, force=force, source=source)
    try:
        _replace(Path(os.path.realpath(target)), pptx)
    except OSError as fault:
        raise _unwritable(target, fault) from fault


def check_target(target: Path, *, force: bool = False, source: Path | None = None) -> None:
    """Raise InputError when a deck must not or cannot be written to `target`.

    So with a file that is not called .pptx, that is the `source` or no file at all, or whose folder
    is missing or closed to us. Unless `force` is set, so too with one that deckgen did not write,
    that was edited since, that is write-protected, or that is open in PowerPoint or LibreOffice.
    """
    try:
        place = Path(os.path.realpath(target))
        fault = _impossible(target, place, source) or (None if force else _precious(place))
    except OSError as failure:
        raise _unwritable(target, failure) from failure
    if fault is not None:
        raise InputError.about(str(target), *fault)


def _impossible(target: Path, place: Path, source: Path | None) -> tuple[str, str] | None:
    """Return why no deck can stand at `place`, and what to do."""
    if target.suffix.casefold() != _SUFFIX:
        return "PowerPoint opens decks only as .pptx", f"call it {target.with_suffix(_SUFFIX).name}"
    folder = place.parent
    if not folder.is_dir():
        return f"there is no folder {folder}", "create it, or name another file with -o"
    if place.is_symlink():
        return "is a link that leads back to itself", _ELSEWHERE
    if place.is_dir():
        return "is a folder", "name a file in it"
    if place.exists() and not place.is_file():
        return "is not a regular file", "write to standard output with -o -"
    if source is not None and place.exists() and source.exists() and place.samefile(source):
        return "is the file that the deck is made of", _ELSEWHERE
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"the folder {folder} cannot be written to", _ELSEWHERE
    return None


def _precious(place: Path) -> tuple[str, str] | None:
    """Return why the file at `place` should stay as it is, and what to do."""
    for lock in _locks(place):
        if os.path.exists(lock):  # unlike Path.exists, it takes a name that is too long
            hint = f"close it there first (or delete {lock.name} if nobody has it open)"
            return "is open in another program", f"{hint}, or overwrite it with --force"
    if not place.exists() or not place.stat().st_size:
        return None
    if not place.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        return "is write-protected", _OVERWRITE
    lost = _LOST.get(_origin(place))
    return None if lost is None else (lost, _OVERWRITE)


def _locks(place: Path) -> Iterator[Path]:
    """Yield the files by which PowerPoint and LibreOffice show that they have `place` open."""
    yield place.with_name(f"~${place.name}")
    yield place.with_name(f".~lock.{place.name}#")


def _origin(place: Path) -> Provenance:
    if place.stat().st_size > _LARGEST_OF_OURS:
        return Provenance.FOREIGN
    return provenance(place.read_bytes())


def _replace(place: Path, content: bytes) -> None:
    """Write a new file beside `place` and rename it, which the file system does at once."""
    mode = stat.S_IMODE(place.stat().st_mode) if place.exists() else None
    temporary = place.with_name(f".deckgen-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    file = temporary.open("xb")
    try:
        with file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(place)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise


def _unwritable(target: Path, fault: OSError) -> InputError:
    if fault.errno in _NO_ROOM:
        hint = "make room, or name another file with -o"
        return InputError.about(str(target), f"cannot be written: {_NO_ROOM[fault.errno]}", hint)
    if isinstance(fault, PermissionError):
        hint = "close it where it is open, or name another file with -o"
        return InputError.about(str(target), "cannot be written: it is protected or open", hint)
    return InputError.about(str(target), f"cannot be written: {fault.strerror}", _ELSEWHERE)
