"""Postmortem files: those that are named, and those in the folders that are named."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.files import LARGEST_SOURCE, printable_path

STANDARD_INPUT = Path("-")

_ENDINGS = (".yaml", ".yml")
_KEY = re.compile(
    rb"^(?:\xef\xbb\xbf)?[\"']?(?:started_at|timeline|root_cause|key_learning)[\"']?[ \t]*:",
    re.MULTILINE,
)
"""A key that a postmortem has on its outermost level, and hardly any other YAML file."""


@dataclass(frozen=True)
class Found:
    """The files in the order in which they were named or found.

    `passed_over` is how many other YAML files lie in the folders. `unlisted` are the faults of
    folders that cannot be looked into.
    """

    files: tuple[Path, ...]
    passed_over: int = 0
    unlisted: tuple[Diagnostic, ...] = ()


def postmortem_files(named: Iterable[Path]) -> Found:
    """Return the files of `named`, and of its folders the postmortems in them, each once.

    Raises InputError for folders without one, and for those that cannot be looked into.
    """
    files: dict[str, Path] = {}
    passed_over = 0
    faults: list[Diagnostic] = []
    for path in named:
        if path == STANDARD_INPUT or not os.path.isdir(path):
            files.setdefault(_identity(path), path)
            continue
        found = postmortems_in(path)
        passed_over += found.passed_over
        faults += found.unlisted or ([] if found.files else [no_postmortem(path)])
        for file in found.files:
            files.setdefault(_identity(file), file)
    if faults:
        raise InputError(faults)
    return Found(tuple(files.values()), passed_over)


def postmortems_in(folder: Path) -> Found:
    """Return the postmortems in `folder` and in those within it, links to them too.

    That is a `.yaml` or `.yml` file with one of the keys `started_at`, `timeline`, `root_cause` and
    `key_learning`; hidden folders and links to folders are left alone.
    """
    unlisted: list[OSError] = []
    in_folder = list(_yaml_files(folder, unlisted))
    files = tuple(file for file in in_folder if _seems_postmortem(file))
    return Found(files, len(in_folder) - len(files), tuple(map(_unlisted, unlisted)))


def no_postmortem(path: Path) -> Diagnostic:
    """Return the fault of a folder in which there is none."""
    hint = "a postmortem is a .yaml file with the key 'started_at'; or name the file itself"
    return Diagnostic(printable_path(path), 0, 0, "holds no postmortem", hint)


def _identity(path: Path) -> str:
    return "-" if path == STANDARD_INPUT else os.path.realpath(path)


def _unlisted(error: OSError) -> Diagnostic:
    message = f"cannot be looked into: {error.strerror}"
    hint = "let it be read, or name the others"
    return Diagnostic(printable_path(Path(str(error.filename))), 0, 0, message, hint)


def _yaml_files(folder: Path, unlisted: list[OSError]) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, onerror=unlisted.append):
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
