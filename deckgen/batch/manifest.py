"""What a folder of decks was made of: so that only what has changed is made again.

The manifest is one JSON file, the same for the same decks. While a batch runs, each deck that is
done is a line of a journal beside it: whatever ends the run, the next one knows what is done.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from deckgen.batch.names import SUFFIX
from deckgen.diagnostics import InputError
from deckgen.files import printable_path
from deckgen.version import __version__

FORMAT = 1
"""Which form the manifest has; one of another form is taken for none."""

_LARGEST = 500_000_000


@dataclass(frozen=True)
class Entry:
    """What a deck was made of, as SHA-256 digests.

    `source` is the file's name and content, `origin` its path from the folder of the decks.
    `files` are the files it refers to, by their kind and path as it writes them. `options` are all
    that was asked for, the day alone left out; `as_of` is that day where it counts. `deck` is the
    file that was written. `called` is the name that the source of a deck for the public asks for.
    """

    origin: str
    source: str
    files: tuple[tuple[str, str, str], ...]
    options: str
    as_of: str | None
    deck: str
    called: str | None = None


Entries = Mapping[PurePosixPath, Entry]
"""The entry of each deck, by its path from the folder of the decks."""


def read_manifest(path: Path, journal: Path) -> tuple[dict[PurePosixPath, Entry], str]:
    """Return the entries of the manifest and its journal, and what is wrong with the manifest.

    That is empty where nothing is. A damaged manifest holds no entries, nor does one that names a
    deck outside its folder; a line of the journal that was not written to its end is passed over.
    """
    entries: dict[PurePosixPath, Entry] = {}
    wrong = ""
    try:
        content = _content(path)
        if content is not None:
            entries = dict(_entries(json.loads(content)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        wrong = "is damaged, or of another version: every deck is looked at anew"
    entries.update(_journalled(_content(journal) or b""))
    return entries, wrong


def manifest_json(entries: Entries) -> bytes:
    """Return the manifest of `entries`, in the order of their decks."""
    decks = {str(deck): asdict(entries[deck]) for deck in sorted(entries, key=str)}
    said = {"format": FORMAT, "version": __version__, "decks": decks}
    return (json.dumps(said, indent=1) + "\n").encode()  # ASCII: a name may be no UTF-8


class Journal:
    """A file that decks are added to as they are done."""

    def __init__(self, path: Path) -> None:
        """Open the file; raises OSError where that cannot be."""
        self._file = path.open("ab", buffering=0)  # nothing is left to be written when it closes

    def __enter__(self) -> Self:
        """Return the journal, open."""
        return self

    def add(self, deck: PurePosixPath, entry: Entry) -> None:
        """Add a deck that is done; raises OSError where it cannot be written."""
        rest = memoryview((json.dumps([str(deck), asdict(entry)]) + "\n").encode())
        while rest:
            rest = rest[os.write(self._file.fileno(), rest) :]

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        self._file.close()


def _content(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return None
    except OSError as error:
        message, hint = f"cannot be read: {error.strerror}", "name another folder with -o"
        raise InputError.about(printable_path(path), message, hint) from None
    return content if len(content) <= _LARGEST else b""


def _entries(said: Mapping[str, object]) -> Iterator[tuple[PurePosixPath, Entry]]:
    if said["format"] != FORMAT:
        raise ValueError(said["format"])
    decks = said["decks"]
    if not isinstance(decks, dict):
        raise TypeError(decks)
    for name, fields in decks.items():
        yield _deck(name), _entry(fields)


def _journalled(content: bytes) -> Iterator[tuple[PurePosixPath, Entry]]:
    for line in content.splitlines():
        try:
            name, fields = json.loads(line)
            yield _deck(name), _entry(fields)
        except (ValueError, KeyError, TypeError):
            continue  # it was being written when the run ended


def _deck(name: str) -> PurePosixPath:
    """Return the path of a deck; raise ValueError for one that is not within its folder."""
    deck = PurePosixPath(name)
    if deck.is_absolute() or ".." in deck.parts or "\0" in name or deck.suffix != SUFFIX:
        raise ValueError(name)
    return deck


def _entry(fields: Mapping[str, object]) -> Entry:
    """Return the entry with these fields; raises ValueError, KeyError or TypeError for others."""
    files = fields["files"]
    if not isinstance(files, list):
        raise TypeError(fields)
    return Entry(
        origin=_text(fields["origin"]),
        source=_text(fields["source"]),
        files=tuple(_file(one) for one in files),
        options=_text(fields["options"]),
        as_of=_text_or_none(fields["as_of"]),
        deck=_text(fields["deck"]),
        called=_text_or_none(fields["called"]),
    )


def _file(one: Iterable[object]) -> tuple[str, str, str]:
    kind, path, digest = one
    return _text(kind), _text(path), _text(digest)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _text(value)
