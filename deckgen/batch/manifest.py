"""What a folder of decks was made of: so that only what has changed is made again.

The manifest is one JSON file, the same for the same decks. While a batch runs, each deck that is
done is a line of a journal beside it: whatever ends the run, the next one knows what is done.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import IO, Self

from deckgen.diagnostics import InputError

FORMAT = 1
"""Which form the manifest has; one of another form is taken for none."""

_LARGEST = 500_000_000


@dataclass(frozen=True)
class Entry:
    """What a deck was made of, as SHA-256 digests.

    `source` is the file's name and content, `origin` its path from the folder of the decks.
    `files` are the files it refers to, by their kind and path as it writes them. `options` are all
    that was asked for, the day alone left out; `as_of` is that day where it counts. `deck` is the
    file that was written.
    """

    origin: str
    source: str
    files: tuple[tuple[str, str, str], ...]
    options: str
    as_of: str | None
    deck: str


Entries = Mapping[PurePosixPath, Entry]
"""The entry of each deck, by its path from the folder of the decks."""


def read_manifest(path: Path, journal: Path) -> tuple[dict[PurePosixPath, Entry], str]:
    """Return the entries of the manifest and its journal, and what is wrong with the manifest.

    That is empty where nothing is. A damaged manifest holds no entries; a line of the journal that
    was not written to its end is passed over.
    """
    entries: dict[PurePosixPath, Entry] = {}
    wrong = ""
    try:
        content = _content(path)
        if content is not None:
            entries.update(_entries(json.loads(content)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        wrong = "is damaged, or of another version: every deck is looked at anew"
    entries.update(_journalled(_content(journal) or b""))
    return entries, wrong


def manifest_json(entries: Entries) -> bytes:
    """Return the manifest of `entries`, in the order of their decks."""
    decks = {str(deck): asdict(entries[deck]) for deck in sorted(entries, key=str)}
    said = {"format": FORMAT, "decks": decks}
    return (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode("utf-8", "replace")


class Journal:
    """A file that decks are added to as they are done."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        """Open it to be added to; raises OSError where that cannot be."""
        self._file = self._path.open("ab")
        return self

    def add(self, deck: PurePosixPath, entry: Entry) -> None:
        """Add a deck that is done; raises OSError where it cannot be written."""
        assert self._file is not None, "a journal is written to while it is open"
        line = json.dumps([str(deck), asdict(entry)]) + "\n"
        self._file.write(line.encode())
        self._file.flush()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        if self._file is not None:
            self._file.close()


def _content(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputError.about(str(path), f"cannot be read: {error.strerror}") from None
    return content if len(content) <= _LARGEST else b""


def _entries(said: Mapping[str, object]) -> Iterator[tuple[PurePosixPath, Entry]]:
    if said["format"] != FORMAT:
        raise ValueError(said["format"])
    decks = said["decks"]
    if not isinstance(decks, dict):
        raise TypeError(decks)
    for name, fields in decks.items():
        yield PurePosixPath(name), _entry(fields)


def _journalled(content: bytes) -> Iterator[tuple[PurePosixPath, Entry]]:
    for line in content.splitlines():
        try:
            name, fields = json.loads(line)
            yield PurePosixPath(name), _entry(fields)
        except (ValueError, KeyError, TypeError):
            continue  # it was being written when the run ended


def _entry(fields: Mapping[str, object]) -> Entry:
    """Return the entry with these fields; raises ValueError, KeyError or TypeError for others."""
    day, files = fields["as_of"], fields["files"]
    if not isinstance(files, list) or not (day is None or isinstance(day, str)):
        raise TypeError(fields)
    return Entry(
        origin=_text(fields["origin"]),
        source=_text(fields["source"]),
        files=tuple(_file(one) for one in files),
        options=_text(fields["options"]),
        as_of=day,
        deck=_text(fields["deck"]),
    )


def _file(one: Iterable[object]) -> tuple[str, str, str]:
    kind, path, digest = one
    return _text(kind), _text(path), _text(digest)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
