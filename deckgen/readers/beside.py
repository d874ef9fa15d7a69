"""Files that a postmortem names: they lie in its folder, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path, PureWindowsPath

from deckgen.readers.remarks import clipped

_LONGEST_PATH = 1_000
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:", re.ASCII)


class NotBeside(Exception):
    """Why a path leads to no file that may be read, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def beside(path: str, folder: Path, kind: str) -> Path:
    """Return where `path` leads; raise NotBeside where that is not within the resolved `folder`.

    `kind` is what is expected there, such as `picture`.
    """
    if len(path) > _LONGEST_PATH:
        raise NotBeside(f"'{clipped(path)}' leads nowhere: File name too long")
    if len(PureWindowsPath(path).drive) != 2 and (_URL.match(path) or path.startswith("//")):
        hint = f"download the {kind}, put it beside this file and write its path"
        raise NotBeside(f"a {kind} is read from a file, not from an address", hint)
    if PureWindowsPath(path).anchor:
        hint = f"put the {kind} beside this file and write its path from here"
        raise NotBeside(f"'{path}' does not start from the folder of this file", hint)
    if "\\" in path:
        hint = f"write {PureWindowsPath(path).as_posix()}"
        raise NotBeside("folders in a path are separated by '/'", hint)
    try:
        target = (folder / path).resolve()
        within = target.is_relative_to(folder)
    except (OSError, ValueError, RuntimeError) as error:  # too long, a NUL, a loop of links
        raise NotBeside(f"'{path}' leads nowhere: {error}") from None
    if not within:
        hint = f"put the {kind} beside this file or in a folder there"
        raise NotBeside(f"'{path}' leads out of the folder of this file", hint)
    return target


def content(target: Path, path: str, kind: str, limit: int) -> bytes:
    """Return the bytes of the file `target`, which is written as `path`.

    Raises NotBeside where it is no file, cannot be read, or has more than `limit` bytes.
    """
    try:
        if target.is_dir():
            raise NotBeside(f"'{path}' is a folder, not a {kind}")
        if not target.exists():
            raise NotBeside(f"there is no {kind} '{path}'", f"it is looked for at {target}")
        if not target.is_file():
            raise NotBeside(f"'{path}' is not a file")
        with target.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise NotBeside(f"'{path}' cannot be read: {error.strerror or error}") from None
    if len(data) > limit:
        raise NotBeside(
            f"the {kind} '{path}' has more than {limit / 1e6:.0f} MB", "make it smaller"
        )
    return data
