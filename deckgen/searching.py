"""Postmortem files: those that are named, and those in the folders that are named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import InputError
from deckgen.files import printable_path
from deckgen.readers.source import LARGEST_SOURCE

STANDARD_INPUT = Path("-")

_ENDINGS = (".yaml", ".yml")
_KEY = re.compile(
    rb"^(?:\xef\xbb\xbf)?[\"']?(?:started_at|timeline|root_cause|key_learning)[\"']?[ \t]*:",
    re.MULTILINE,
)
"""A key that a postmortem has on its outermost level, and hardly any other YAML file."""


@dataclass(frozen=True)
class Found:
    """The files in the order in which they were named or found, each once.

    `passed_over` is how many other YAML files lie in the folders.
    """

    files: tuple[Path, ...]
    passed_over: int = 0


def postmortem_files(named: Iterable[Path]) -> Found:
    """Return the files of `named`, and of its folders the postmortems in them.

    In a folder, and in those within it, a postmortem is a `.yaml` or `.yml` file with one of the
    keys `started_at`, `timeline`, `root_cause` and `key_learning`; hidden folders and links to
    folders are left alone. Raises InputError for folders without one.
    """
    files: dict[str, Path] = {}
    passed_over = 0
    empty = []
    for path in named:
        if path == STANDARD_INPUT or not os.path.isdir(path):
            files.setdefault(_identity(path), path)
            continue
        in_folder = list(_yaml_files(path))
        postmortems = [file for file in in_folder if _seems_postmortem(file)]
        passed_over += len(in_folder) - len(postmortems)
        for file in postmortems:
            files.setdefault(_identity(file), file)
        if not postmortems:
            empty.append(path)
    if empty:
        hint = "a postmortem is a .yaml file with the key 'started_at'; or name the file itself"
        about = (InputError.about(printable_path(it), "holds no postmortem", hint) for it in empty)
        raise InputError(fault for error in about for fault in error.diagnostics)
    return Found(tuple(files.values()), passed_over)


def _identity(path: Path) -> str:
    return "-" if path == STANDARD_INPUT else os.path.realpath(path)


def _yaml_files(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            if name.casefold().endswith(_ENDINGS) and file.is_file():
                yield file


def _seems_postmortem(file: Path) -> bool:
    """Return whether `file` is to be read as one; so where it may not be read, to say that."""
    try:
        with file.open("rb") as opened:
            return _KEY.search(opened.read(LARGEST_SOURCE)) is not None
    except OSError:
        return True
