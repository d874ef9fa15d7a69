"""Bytes into a file: whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from deckgen.diagnostics import InputError

ELSEWHERE = "name another file with -o"

_NO_ROOM = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the quota is used up",
    errno.EFBIG: "files of this size are not allowed",
}


def write_file(content: bytes, target: Path, source: Path | None = None) -> None:
    """Put `content` at `target`, all of it or nothing; a link is followed to the file it means.

    A new file gets the usual mode, one that is overwritten keeps its own. Raises InputError with
    what to do where `check_place` does, and when the disk is full or the file is held by another
    program. Whatever happens, an interrupt included, no other file is left behind.
    """
    check_place(target, source)
    try:
        _replace(Path(os.path.realpath(target)), content)
    except OSError as fault:
        raise unwritable(target, fault) from fault


def check_place(target: Path, source: Path | None = None) -> None:
    """Raise InputError when no file can be written to `target`.

    So where it is the `source` that the file is made of or no file at all, and where its folder is
    missing or closed to us.
    """
    try:
        fault = _impossible(Path(os.path.realpath(target)), source)
    except OSError as failure:
        raise unwritable(target, failure) from failure
    if fault is not None:
        raise InputError.about(str(target), *fault)


def _impossible(place: Path, source: Path | None) -> tuple[str, str] | None:
    """Return why no file can stand at `place`, and what to do."""
    folder = place.parent
    if not folder.is_dir():
        return f"there is no folder {folder}", "create it, or name another file with -o"
    if place.is_symlink():
        return "is a link that leads back to itself", ELSEWHERE
    if place.is_dir():
        return "is a folder", "name a file in it"
    if place.exists() and not place.is_file():
        return "is not a regular file", ELSEWHERE
    if source is not None and place.exists() and source.exists() and place.samefile(source):
        return "is the file that it is made of", ELSEWHERE
    if not os.access(folder, os.W_OK | os.X_OK):
        return f"the folder {folder} cannot be written to", ELSEWHERE
    return None


def _replace(place: Path, content: bytes) -> None:
    """Write a new file beside `place` and rename it, which the file system does at once."""
    mode = stat.S_IMODE(place.stat().st_mode) if place.exists() else None
    temporary = place.with_name(f".deckgen-{os.getpid()}-{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
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


def unwritable(target: Path, fault: OSError, elsewhere: str = ELSEWHERE) -> InputError:
    """Return the error that says why `target` could not be written, and what to do.

    What helps is, among others, what `elsewhere` says.
    """
    if fault.errno in _NO_ROOM:
        message = f"cannot be written: {_NO_ROOM[fault.errno]}"
        return InputError.about(str(target), message, f"make room, or {elsewhere}")
    if isinstance(fault, PermissionError):
        hint = f"close it where it is open, or {elsewhere}"
        return InputError.about(str(target), "cannot be written: it is protected or open", hint)
    return InputError.about(str(target), f"cannot be written: {fault.strerror}", elsewhere)
