"""Zip files that a stranger may have made, read within limits."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple


class Limits(NamedTuple):
    """How many entries a zip may have, and how many bytes one and all of them may expand to."""

    entries: int
    bytes_of_entry: int
    bytes_together: int


OF_TEMPLATE = Limits(4_096, 64_000_000, 64_000_000)
"""A template is held in memory whole."""

OF_DECK = Limits(2_000_000, 256_000_000, 1 << 62)
"""A deck is read part by part. None that a postmortem can be turned into is larger."""

_END = b"PK\x05\x06"
_END_LENGTH = 22
_LONGEST_COMMENT = 0xFFFF
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_LOCATOR_LENGTH = 20
_ZIP64_END = b"PK\x06\x06"
_ZIP64_END_LENGTH = 56
_USUAL_DIRECTORY_ENTRY = 512
_NEVER_IN_NAMES = frozenset(("\\", ":", *map(chr, range(0x20))))
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_SMALLER = "leave out slides, films and large pictures that it does not need"
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` raises on broken files, found by feeding it such."""


class ArchiveError(Exception):
    """The bytes are no zip file that can be read safely. The message completes `the file ...`.

    `hint` is what to do about it, empty where it is not known.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        self.hint = hint
        super().__init__(message)


def archive_entries(file: BinaryIO, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each entry of the zip `file`, in its order, folders left out.

    Never expands more than `limits`, whatever the file says of its sizes. Raises ArchiveError,
    also after entries were yielded.
    """
    try:
        if _directory_size(file) > limits.entries * _USUAL_DIRECTORY_ENTRY:
            raise ArchiveError("has too many parts")
        with zipfile.ZipFile(file) as archive:
            infos = archive.infolist()
            _check(infos, limits)
            for info in infos:
                if not info.is_dir():
                    yield info.filename, _content(archive, info)
    except _FAULTS as fault:
        raise ArchiveError("is damaged") from fault


def _directory_size(file: BinaryIO) -> int:
    """Return how many bytes the directory of the zip claims.

    `zipfile` reads it whole, at a multiple of its size in memory, before anything can be checked.
    """
    tail = _tail(file)
    at_end = len(tail) - _END_LENGTH
    if not (tail.startswith(_END, max(0, at_end)) and tail.endswith(b"\0\0")):
        at_end = tail.rfind(_END, max(0, at_end - _LONGEST_COMMENT))
    if at_end < 0:
        raise ArchiveError("is no zip file")
    at_locator = at_end - _ZIP64_LOCATOR_LENGTH
    if not tail.startswith(_ZIP64_LOCATOR, max(0, at_locator)):
        return int.from_bytes(tail[at_end + 12 : at_end + 16], "little")
    at_zip64_end = at_locator - _ZIP64_END_LENGTH
    if not tail.startswith(_ZIP64_END, max(0, at_zip64_end)):
        raise ArchiveError("is damaged")
    return int.from_bytes(tail[at_zip64_end + 40 : at_zip64_end + 48], "little")


def _tail(file: BinaryIO) -> bytes:
    """Return the end of a file, as long as all that can stand after a zip's directory."""
    longest = _ZIP64_END_LENGTH + _ZIP64_LOCATOR_LENGTH + _END_LENGTH + _LONGEST_COMMENT
    file.seek(max(0, file.seek(0, io.SEEK_END) - longest))
    return file.read()


def _check(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    names = [info.filename for info in infos]
    if len(names) > limits.entries:
        raise ArchiveError(f"has {len(names):,} parts, more than {limits.entries:,}")
    if len({name.casefold() for name in names}) != len(names):
        raise ArchiveError("has two parts of one name")
    for info in infos:
        if not _is_part_name(info.filename):
            raise ArchiveError(f"has a part that is named {info.filename[:80]!r}")
        if info.compress_type not in _KINDS or info.flag_bits & _ENCRYPTED:
            raise ArchiveError("is encrypted or compressed in an unusual way")
        if info.file_size > limits.bytes_of_entry:
            name = repr(info.filename[:80])
            raise ArchiveError(f"has a part of {info.file_size / 1e6:.0f} MB ({name})", _SMALLER)
    if sum(info.file_size for info in infos) > limits.bytes_together:
        limit = f"{limits.bytes_together / 1e6:.0f} MB"
        raise ArchiveError(f"has parts of more than {limit} together", _SMALLER)


def _is_part_name(name: str) -> bool:
    segments = name.removesuffix("/").split("/")
    return {"", ".", ".."}.isdisjoint(segments) and _NEVER_IN_NAMES.isdisjoint(name)


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with archive.open(info) as entry:
        # With a size given, what is inflated at a time is bounded even where the header lies; the
        # second read then finds that the checksum does not fit.
        content = entry.read(info.file_size)
        if len(content) != info.file_size or entry.read(1):
            raise ArchiveError("is damaged")
    return content
