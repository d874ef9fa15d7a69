"""Files into bytes: only what can be read whole, and not more than it may hold."""

from __future__ import annotations

import stat
from pathlib import Path

from deckgen.diagnostics import InputError

LARGEST_SOURCE = 5_000_000
"""How many bytes a postmortem file may hold: a thousand times a long postmortem."""


def read_file(path: Path, name: str, kind: str, limit: int) -> bytes:
    """Return the bytes of the file `path`, at most `limit`.

    Raises InputError, naming `name`, where there is no such file, where it is a folder, pipe or
    device and not a `kind`, and where it is too large; such a file is refused before it is read.
    """
    try:
        info = path.stat()
        if stat.S_ISDIR(info.st_mode):
            raise InputError.about(name, f"is a folder, not a {kind}")
        if not stat.S_ISREG(info.st_mode):
            raise InputError.about(name, "is not a file that can be read twice", "save it first")
        if info.st_size > limit:
            raise InputError.about(name, too_large(info.st_size, limit))
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError:
        raise InputError.about(name, "there is no such file") from None
    except PermissionError:
        raise InputError.about(name, "may not be read: permission denied") from None
    except OSError as error:
        raise InputError.about(name, f"cannot be read: {error.strerror or error}") from None
    except ValueError:
        raise InputError.about(name, "is not a file name") from None
    if len(content) > limit:  # it has grown since, or does not know its size, as in /proc
        raise InputError.about(name, too_large(len(content), limit))
    return content


def printable_path(path: Path) -> str:
    """Return `path` as text that every output takes: bytes that are no UTF-8 become U+FFFD."""
    return str(path).encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def too_large(size: int, limit: int) -> str:
    """Return that `size` bytes are more than `limit`, in megabytes."""
    shown = max(size / 1e6, limit / 1e6 + 0.1)
    return f"holds {shown:.1f} MB; at most {limit / 1e6:g} MB are read"
