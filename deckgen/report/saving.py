"""A report and its picture into their files: both or neither, and nobody's edits are lost."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from deckgen.diagnostics import InputError
from deckgen.report.report import Report
from deckgen.report.signature import is_unedited
from deckgen.writing import check_place, unwritable, write_file

_LARGEST_COMPARED = 50_000_000


def check_report(target: Path, source: Path, *, force: bool) -> None:
    """Raise InputError where no report can be written to `target`, or none should be.

    What stands there is overwritten only where it is a report that nobody has edited, or by
    `force`.
    """
    check_place(target, source)
    if force or not target.exists():
        return
    try:
        with target.open("rb") as file:
            there = file.read(_LARGEST_COMPARED)
    except OSError as fault:
        raise unwritable(target, fault) from fault
    if not is_unedited(there.decode("utf-8", "replace")):
        hint = "name another file with -o, or use --force"
        raise InputError.about(str(target), "was not written by deckgen, or was edited since", hint)


def save_report(made: Report, target: Path, picture: Path | None, source: Path) -> None:
    """Write the report to `target` and its picture to `picture`, both or neither.

    Raises InputError where that cannot be done.
    """
    text = made.text.encode("utf-8")
    if picture is None or made.picture is None:
        write_file(text, target, source)
        return
    before = _content(picture)
    write_file(made.picture, picture, source)
    try:
        write_file(text, target, source)
    except BaseException:
        if before is None:
            with suppress(OSError):
                picture.unlink()
        else:
            write_file(before, picture)
        raise


def _content(file: Path) -> bytes | None:
    try:
        return file.read_bytes() if file.exists() else None
    except OSError as fault:
        raise unwritable(file, fault) from fault
