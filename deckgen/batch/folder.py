"""The folder of the decks: whose run it is at the moment, what is in it, how a deck gets there."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from deckgen.batch.manifest import Entries, manifest_json
from deckgen.diagnostics import InputError
from deckgen.files import printable_path
from deckgen.writing import unwritable

_HIDDEN = ".deckgen"


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

    def place(self, deck: PurePosixPath) -> Path:
        """Return where a deck lies."""
        return self.root / deck

    def holds(self, deck: PurePosixPath) -> bool:
        """Return whether a deck lies within the folder, links resolved, whatever it is called."""
        place = os.path.realpath(self.place(deck))
        return Path(place).is_relative_to(os.path.realpath(self.root))

    def digest(self, deck: PurePosixPath) -> str | None:
        """Return the SHA-256 of a deck's file, None where there is none that can be read."""
        try:
            return hashlib.sha256(self.place(deck).read_bytes()).hexdigest()
        except (OSError, ValueError):
            return None

    def put(self, deck: PurePosixPath, pptx: bytes) -> None:
        """Put a deck into its place, whole or not at all; raises OSError where that fails."""
        target = self.place(deck)
        target.parent.mkdir(parents=True, exist_ok=True)
        self._move_in(pptx, target)

    def remove(self, deck: PurePosixPath) -> None:
        """Remove a deck, and the folders within the folder that it leaves empty."""
        self.place(deck).unlink(missing_ok=True)
        for parent in deck.parents[:-1]:
            with suppress(OSError):  # others lie in it
                self.place(PurePosixPath(parent)).rmdir()

    def record(self, entries: Entries) -> None:
        """Write the manifest, which takes in the journal."""
        content = manifest_json(entries)
        try:
            if not self.manifest.exists() or self.manifest.read_bytes() != content:
                self._move_in(content, self.manifest)
            self.journal.unlink(missing_ok=True)
        except OSError as fault:
            raise unwritable(self.manifest, fault) from fault

    def _move_in(self, content: bytes, target: Path) -> None:
        temporary = self._temporary
        try:
            with temporary.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(target)
        except BaseException:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
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
        """Remove what a run that was killed has left half written."""
        with suppress(OSError):
            self._temporary.unlink(missing_ok=True)


@contextmanager
def deck_folder(root: Path) -> Iterator[DeckFolder]:
    """Give the folder `root` to this run alone; it is made where it is not there.

    Raises InputError where another run has it, and where it cannot be written to.
    """
    from filelock import FileLock, Timeout

    folder = DeckFolder(root)
    folder.prepare()
    lock = FileLock(folder.lock, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        hint = "wait until it has ended, or name another folder with -o"
        message = "another 'deckgen batch' is writing into it"
        raise InputError.about(printable_path(root), message, hint) from None
    except (OSError, NotImplementedError) as fault:
        message = f"cannot be written to: {getattr(fault, 'strerror', None) or fault}"
        raise InputError.about(printable_path(root), message) from fault
    with lock:
        folder.clear()
        yield folder
