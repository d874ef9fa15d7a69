"""What a company asks, from the policy file that lies nearest to a postmortem.

That is `deckgen.toml`, or the table `[tool.deckgen]` of a `pyproject.toml`, in the folder of the
postmortem or the nearest one above it, up to the folder in which `.git` lies.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.files import printable_path, read_file, too_large
from deckgen.toml_files import LARGEST_TOML, TomlFile, read_toml

if TYPE_CHECKING:  # late: whoever only looks for the file does without what takes long to import
    from deckgen.policy import Policy

POLICY_FILE = "deckgen.toml"
PYPROJECT = "pyproject.toml"
_TABLE = ("tool", "deckgen")
_LARGEST_PYPROJECT = 5_000_000
_KEPT = 256
"""How many policy files a process remembers."""

_Stamp = tuple[int, int, int]
"""What changes when a file does, so that it is read anew only then."""


def policy_for(source: Path) -> Policy:
    """Return the policy of the postmortem file `source`; without a policy file, the usual one.

    Raises InputError with every fault of the policy file.
    """
    from deckgen.policy import usual_policy

    found = find_policy(source)
    return load_policy(found) if found else usual_policy()


def policies_for(sources: Iterable[Path], named: Path | None) -> list[tuple[Path, Policy]]:
    """Return each of `sources` with its policy, which is that in the file `named` if there is one.

    Raises InputError with the faults of all policy files.
    """
    asked: list[tuple[Path, Policy]] = []
    faults: set[Diagnostic] = set()
    for source in sources:
        try:
            asked.append((source, load_policy(named) if named else policy_for(source)))
        except InputError as error:
            faults.update(error.diagnostics)
    if faults:
        raise InputError(faults)
    return asked


def find_policy(source: Path) -> Path | None:
    """Return the policy file that holds for the file `source`, None where there is none.

    It is named from the working directory where it lies there. Raises InputError where one folder
    holds two of them, and where a `pyproject.toml` that speaks of deckgen cannot be read.
    """
    for folder in _upward(source):
        own, shared = folder / POLICY_FILE, folder / PYPROJECT
        has_own = os.path.lexists(own)
        has_shared = os.path.isfile(shared) and _has_table(_shown(shared), _stamp(shared))
        if has_own and has_shared:
            raise _two_policies(_shown(shared))
        if has_own or has_shared:
            return _shown(own if has_own else shared)
    return None


def load_policy(path: Path) -> Policy:
    """Return the policy in the TOML file `path`; of a `pyproject.toml` its table `[tool.deckgen]`.

    Raises InputError with every fault of the file and its place.
    """
    return _loaded(path, _stamp(path))


def _upward(source: Path) -> Iterator[Path]:
    """Yield the folder of `source` and those above it, up to that of the repository."""
    try:
        place = Path(os.path.abspath(source))
    except (OSError, ValueError):  # the working directory has been removed
        return
    for folder in place.parents:
        yield folder
        if os.path.lexists(folder / ".git"):
            return


@lru_cache(_KEPT)
def _has_table(path: Path, stamp: _Stamp | None) -> bool:
    return _table_of(path) is not None


@lru_cache(_KEPT)
def _loaded(path: Path, stamp: _Stamp | None) -> Policy:
    from deckgen.policy_faults import policy_of

    name = printable_path(path)
    if path.name == PYPROJECT:
        found = _table_of(path)
        if found is None:
            raise InputError.about(
                name, "holds no table [tool.deckgen]", f"or name a {POLICY_FILE}"
            )
        return policy_of(found, _TABLE)
    content = read_file(path, name, "policy file", LARGEST_TOML)
    return policy_of(read_toml(name, content, "policy"), ())


def _table_of(path: Path) -> TomlFile | None:
    """Return the lines of a `pyproject.toml` and its table `[tool.deckgen]`; None without one.

    A file that does not even speak of deckgen is none of our business, whatever is wrong with it.
    """
    name = printable_path(path)
    content = read_file(path, name, "policy file", _LARGEST_PYPROJECT)
    if b"deckgen" not in content:
        return None
    if len(content) > LARGEST_TOML:
        raise InputError.about(name, too_large(len(content), LARGEST_TOML))
    file = read_toml(name, content, "project file")
    tool = file.data.get("tool")
    if not isinstance(tool, dict) or "deckgen" not in tool:
        return None
    table = tool["deckgen"]
    if not isinstance(table, dict):
        raise InputError([file.told(_TABLE, "tool.deckgen: is a table")])
    return TomlFile(file.source, table)


def _two_policies(shared: Path) -> InputError:
    name = printable_path(shared)
    content = read_file(shared, name, "policy file", _LARGEST_PYPROJECT)
    message = f"[tool.deckgen] stands here, and a {POLICY_FILE} beside it"
    file = read_toml(name, content, "project file")
    return InputError([file.told(_TABLE, message, "keep one of the two")])


def _shown(path: Path) -> Path:
    """Return the absolute `path` from the working directory, if it lies in it."""
    folder = Path.cwd()
    return path.relative_to(folder) if path.is_relative_to(folder) else path


def _stamp(path: Path) -> _Stamp | None:
    try:
        info = path.stat()
    except (OSError, ValueError):
        return None
    return info.st_mtime_ns, info.st_size, info.st_ino
