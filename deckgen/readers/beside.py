"""Files that a postmortem names: they lie in its folder, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PureWindowsPath
from types import MappingProxyType
from typing import Protocol

from deckgen.readers.remarks import clipped

Named = tuple[str, str]
"""A file as a postmortem names it: the path as it is written, and what is expected there."""

_LONGEST_PATH = 1_000
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:", re.ASCII)


class NotBeside(Exception):
    """Why a path leads to no file that may be read, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class Beside(Protocol):
    """The files that lie beside a postmortem, by their paths as it writes them.

    `kind` is what is expected there, such as `picture`.
    """

    def target(self, path: str, kind: str) -> str:
        """Return which file `path` leads to, the same for every path that leads there.

        Raises NotBeside where that is no place beside the postmortem.
        """

    def content(self, path: str, kind: str, limit: int) -> bytes:
        """Return the bytes of the file `path`.

        Raises NotBeside where `target` does, where it is no file, cannot be read, or has more
        than `limit` bytes.
        """

    def shown(self, path: str) -> str:
        """Return how faults in the file `path` name it."""


class Folder:
    """The files in a folder of the disk, and in those within it; links are followed."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def target(self, path: str, kind: str) -> str:
        """Return the place of the file, links resolved."""
        return str(_place(path, self._resolved, kind))

    def content(self, path: str, kind: str, limit: int) -> bytes:
        """Read the file; see `Beside`."""
        return _content(_place(path, self._resolved, kind), path, kind, limit)

    def shown(self, path: str) -> str:
        """Return the path with that of the folder before it."""
        return str(self._path / path)

    @cached_property
    def _resolved(self) -> Path:
        return self._path.resolve()


@dataclass(frozen=True)
class Refusal:
    """Why the disk gave no file, and what to do: a NotBeside as a value."""

    message: str
    hint: str = ""


@dataclass(frozen=True)
class CarriedFile:
    """A file that was read elsewhere: where it lay, how faults name it, and its bytes.

    The bytes may be a refusal too, where the place was right and the file was not.
    """

    target: str
    shown: str
    content: bytes | Refusal = field(repr=False)


NOTHING: Mapping[Named, CarriedFile | Refusal] = MappingProxyType({})
"""No files beside a postmortem."""


class Carried:
    """Files that were read elsewhere and came along; no disk is looked at.

    `wanted` are those that were asked for and have not come along: whoever reads with them gets
    them refused, and has to ask again once they have.
    """

    def __init__(self, files: Mapping[Named, CarriedFile | Refusal] = NOTHING) -> None:
        self._files = files
        self.asked: dict[Named, None] = {}

    @property
    def wanted(self) -> tuple[Named, ...]:
        """The files that did not come along, in the order in which they were asked for."""
        return tuple(named for named in self.asked if named not in self._files)

    def target(self, path: str, kind: str) -> str:
        """Return where the file lay."""
        return self._file(path, kind).target

    def content(self, path: str, kind: str, limit: int) -> bytes:
        """Return the bytes that came along; whoever read them has held them to the limit."""
        content = self._file(path, kind).content
        if isinstance(content, Refusal):
            raise NotBeside(content.message, content.hint)
        return content

    def shown(self, path: str) -> str:
        """Return how faults in the file name it."""
        files = (file for (named, _), file in self._files.items() if named == path)
        return next((file.shown for file in files if isinstance(file, CarriedFile)), path)

    def _file(self, path: str, kind: str) -> CarriedFile:
        self.asked[path, kind] = None
        file = self._files.get((path, kind), _NOT_CARRIED)
        if isinstance(file, Refusal):
            raise NotBeside(file.message, file.hint)
        return file


_NOT_CARRIED = Refusal("has not come along")


def carried(beside: Beside, path: str, kind: str, limit: int) -> CarriedFile | Refusal:
    """Return what `beside` has at `path`, to be carried along."""
    try:
        target = beside.target(path, kind)
    except NotBeside as fault:
        return Refusal(str(fault), fault.hint)
    try:
        content: bytes | Refusal = beside.content(path, kind, limit)
    except NotBeside as fault:
        content = Refusal(str(fault), fault.hint)
    return CarriedFile(target, beside.shown(path), content)


def _place(path: str, folder: Path, kind: str) -> Path:
    """Return where `path` leads; raise NotBeside where that is not within the resolved `folder`."""
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


def _content(target: Path, path: str, kind: str, limit: int) -> bytes:
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
