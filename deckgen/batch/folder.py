"""The folder of the decks: whose run it is at the moment, what is in it, how a deck gets there."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import platform
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath, PurePosixPath

from deckgen.batch.manifest import Entries, Journal, manifest_json
from deckgen.diagnostics import InputError
from deckgen.files import printable_path
from deckgen.writing import unwritable

_HIDDEN = ".deckgen"
ELSEWHERE = "name another folder with -o"
"""What to do where a folder cannot be written to."""

_LONGEST_HOLDER = 1_000

_TAKES_NO_MORE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO}
"""What a disk says that takes no more decks, whatever they are called."""


@dataclass(frozen=True)
class DeckFolder:
    """A folder of decks. What the program needs beside them lies in `.deckgen` within it."""

    root: Path

    @property
    def manifest(self) -> Path:
        """The file that says what each deck was made of."""
        return self.root / _HIDDEN / "manifest.json"

    @property
    def journal(self) -> Path:
        """The decks that were done since the manifest was written."""
        return self.root / _HIDDEN / "journal.jsonl"

    @property
    def lock(self) -> Path:
        """The file that the run holds whose folder this is at the moment."""
        return self.root / _HIDDEN / "lock"

    @property
    def holder(self) -> Path:
        """The file that says which run this is, for others that want the folder."""
        return self.root / _HIDDEN / "running.json"

    def place(self, deck: PurePosixPath) -> Path:
        """Return where a deck lies."""
        return self.root / deck

    def origin(self, source: PurePath) -> str:
        """Return the path of a source from here, with forward slashes."""
        try:
            path = PurePath(os.path.relpath(source, os.path.realpath(self.root)))
        except ValueError:  # on another drive of Windows
            path = source
        return path.as_posix()

    def place_of(self, origin: str) -> PurePath:
        """Return where the source lies whose path from here is `origin`."""
        return PurePath(os.path.normpath(os.path.join(os.path.realpath(self.root), origin)))

    def holds(self, deck: PurePosixPath) -> bool:
        """Return whether a deck lies within the folder, links resolved, whatever it is called."""
        place = os.path.realpath(self.place(deck))
        return Path(place).is_relative_to(os.path.realpath(self.root))

    def digest(self, deck: PurePosixPath) -> str | None:
        """Return the SHA-256 of a deck's file, None where there is none that can be read."""
        place = self.place(deck)
        try:
            if not stat.S_ISREG(place.stat().st_mode):
                return None  # a pipe would be waited for
            with place.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except (OSError, ValueError):
            return None

    def put(self, deck: PurePosixPath, pptx: bytes) -> None:
        """Put a deck into its place, whole or not at all; one that is replaced keeps its mode.

        Raises InputError where the folder takes no more decks, and OSError where it only takes
        none of this name.
        """
        place = self.place(deck)
        try:
            self._write(pptx)
        except OSError as fault:
            raise unwritable(place, fault, ELSEWHERE) from fault
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                self._temporary.chmod(stat.S_IMODE(place.stat().st_mode))
            self._temporary.replace(place)
        except OSError as fault:
            self.clear()
            if fault.errno in _TAKES_NO_MORE:
                raise unwritable(place, fault, ELSEWHERE) from fault
            raise

    def opened_journal(self) -> Journal:
        """Return the journal, to be added to; raises InputError where it cannot be written."""
        try:
            return Journal(self.journal)
        except OSError as fault:
            raise unwritable(self.journal, fault, ELSEWHERE) from fault

    def remove(self, deck: PurePosixPath) -> None:
        """Remove a deck, and the folders within the folder that it leaves empty."""
        self.place(deck).unlink(missing_ok=True)
        for parent in deck.parents[:-1]:
            with suppress(OSError):  # others lie in it
                self.place(PurePosixPath(parent)).rmdir()

    def record(self, entries: Entries) -> None:
        """Write the manifest, which takes in the journal; raises InputError where it cannot be."""
        content = manifest_json(entries)
        try:
            if not self.manifest.exists() or self.manifest.read_bytes() != content:
                self._write(content)
                self._temporary.replace(self.manifest)
            self.journal.unlink(missing_ok=True)
        except OSError as fault:
            raise unwritable(self.manifest, fault, ELSEWHERE) from fault

    def _write(self, content: bytes) -> None:
        try:
            with self._temporary.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            self.clear()
            raise

    @property
    def _temporary(self) -> Path:
        """The one file that is being written: a run that is killed leaves it, the next takes it."""
        return self.root / _HIDDEN / "writing.tmp"

    def prepare(self) -> None:
        """Make the folder where it is not there; raises InputError where it cannot be one."""
        try:
            self.lock.parent.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError):
            hint = "name a folder for the decks with -o"
            raise InputError.about(printable_path(self.root), "is not a folder", hint) from None
        except (OSError, ValueError) as fault:
            reason = getattr(fault, "strerror", None) or "is not the name of a folder"
            message = f"cannot be written to: {reason}"
            raise InputError.about(printable_path(self.root), message) from fault

    def clear(self) -> None:
        """Remove what was left half written, as by a run that was killed."""
        with suppress(OSError):
            self._temporary.unlink(missing_ok=True)


@contextmanager
def deck_folder(root: Path) -> Iterator[DeckFolder]:
    """Give the folder `root` to this run alone; it is made where it is not there.

    Raises InputError where another run has it, which is named, and where it cannot be written to.
    """
    from filelock import FileLock, Timeout

    folder = DeckFolder(root)
    folder.prepare()
    lock = FileLock(folder.lock, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        hint = f"wait until it has ended, or {ELSEWHERE}"
        message = f"another 'deckgen batch' is writing into it{_held_by(folder.holder)}"
        raise InputError.about(printable_path(root), message, hint) from None
    except (OSError, NotImplementedError) as fault:
        message = f"cannot be written to: {getattr(fault, 'strerror', None) or fault}"
        raise InputError.about(printable_path(root), message) from fault
    with lock, _told(folder.holder):
        folder.clear()
        try:
            yield folder
        finally:
            folder.clear()


@contextmanager
def _told(holder: Path) -> Iterator[None]:
    """Say for the time being which run has the folder, where that can be written."""
    since = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
    said = {"process": os.getpid(), "host": platform.node(), "since": since}
    try:
        with suppress(OSError):
            holder.write_text(json.dumps(said), encoding="ascii")
        yield
    finally:
        with suppress(OSError):
            holder.unlink(missing_ok=True)


def _held_by(holder: Path) -> str:
    """Return which run has the folder, as far as that can be read: it may just be ending."""
    try:
        with holder.open("rb") as file:
            said = json.loads(file.read(_LONGEST_HOLDER))
        return f": process {said['process']} on {said['host']}, since {said['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""
