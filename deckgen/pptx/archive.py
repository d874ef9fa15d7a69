"""Zip files that a stranger may have made, read within limits."""

from __future__ import annotations

import io
import math
import struct
import zipfile
import zlib
from collections.abc import Iterator

MOST_ENTRIES = 4_096
MOST_BYTES_OF_ENTRY = 64 << 20
MOST_BYTES = 256 << 20

_END = b"PK\x05\x06"
_END_LENGTH = 22
_LONGEST_COMMENT = 0xFFFF
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_LOCATOR_LENGTH = 20
_USUAL_DIRECTORY_ENTRY = 512
_NEVER_IN_NAMES = frozenset(("\\", ":", *map(chr, range(0x20))))
_KINDS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
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
    """The bytes are no zip file that can be read safely. The message completes `the file ...`."""


def archive_entries(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file in the zip `data`, in its order, folders left out.

    Never expands more than the limits of this module, whatever the file says of its sizes. Raises
    ArchiveError, also after entries were yielded.
    """
    if _directory_size(data) > MOST_ENTRIES * _USUAL_DIRECTORY_ENTRY:
        raise ArchiveError("has too many parts")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check(infos)
            for info in infos:
                if not info.is_dir():
                    yield info.filename, _content(archive, info)
    except _FAULTS as fault:
        raise ArchiveError("is damaged") from fault


def _directory_size(data: bytes) -> float:
    """Return how many bytes the directory of the zip claims, infinite in the 64-bit format.

    `zipfile` reads it whole, at a multiple of its size in memory, before anything can be checked.
    """
    at_end = len(data) - _END_LENGTH
    if not (data.startswith(_END, max(0, at_end)) and data.endswith(b"\0\0")):
        at_end = data.rfind(_END, max(0, at_end - _LONGEST_COMMENT))
    if at_end < 0:
        raise ArchiveError("is no zip file")
    if data.startswith(_ZIP64_LOCATOR, max(0, at_end - _ZIP64_LOCATOR_LENGTH)):
        return math.inf
    return int.from_bytes(data[at_end + 12 : at_end + 16], "little")


def _check(infos: list[zipfile.ZipInfo]) -> None:
    names = [info.filename for info in infos]
    if len(names) > MOST_ENTRIES:
        raise ArchiveError(f"has {len(names)} parts, more than {MOST_ENTRIES}")
    if len({name.casefold() for name in names}) != len(names):
        raise ArchiveError("has two parts of one name")
    for info in infos:
        if not _is_part_name(info.filename):
            raise ArchiveError(f"has a part that is named {info.filename[:80]!r}")
        if info.compress_type not in _KINDS or info.flag_bits & _ENCRYPTED:
            raise ArchiveError("is encrypted or compressed in an unusual way")
        if info.file_size > MOST_BYTES_OF_ENTRY:
            raise ArchiveError(f"has a part of {info.file_size >> 20} MB ({info.filename[:80]!r})")
    if sum(info.file_size for info in infos) > MOST_BYTES:
        raise ArchiveError(f"has parts of more than {MOST_BYTES >> 20} MB together")


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
