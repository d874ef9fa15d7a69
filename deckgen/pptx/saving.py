"""Decks into files, and never over somebody's work."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from deckgen.diagnostics import InputError
from deckgen.pptx.source import Provenance, provenance
from deckgen.writing import ELSEWHERE, check_place, unwritable, write_file

_SUFFIX = ".pptx"
_OVERWRITE = f"{ELSEWHERE}, or overwrite it with --force"
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
    write_file(pptx, target, source)


def check_target(target: Path, *, force: bool = False, source: Path | None = None) -> None:
    """Raise InputError when a deck must not or cannot be written to `target`.

    So with a file that is not called .pptx, that is the `source` or no file at all, or whose folder
    is missing or closed to us. Unless `force` is set, so too with one that deckgen did not write,
    that was edited since, that is write-protected, or that is open in PowerPoint or LibreOffice.
    """
    if target.suffix.casefold() != _SUFFIX:
        hint = f"call it {target.with_suffix(_SUFFIX).name}"
        raise InputError.about(str(target), "PowerPoint opens decks only as .pptx", hint)
    check_place(target, source)
    if force:
        return
    try:
        fault = _precious(Path(os.path.realpath(target)))
    except OSError as failure:
        raise unwritable(target, failure) from failure
    if fault is not None:
        raise InputError.about(str(target), *fault)


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
    with place.open("rb") as file:
        return provenance(file)
