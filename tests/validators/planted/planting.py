"""Edits that plant one fault in a finished .pptx file."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

Entries = list[tuple[str, bytes]]
Edit = Callable[[Entries], Entries]


@dataclass(frozen=True)
class Fault:
    """An edit that does harm, and what the judge under test says of it, word for word."""

    edit: Edit
    findings: tuple[str, ...] = ()


def planted(deck: bytes, edit: Edit) -> bytes:
    """The deck with one edit made to its zip entries."""
    with zipfile.ZipFile(io.BytesIO(deck)) as archive:
        entries = [(name, archive.read(name)) for name in archive.namelist()]
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.filterwarnings("ignore", "Duplicate name", UserWarning)
        for name, content in edit(entries):
            archive.writestr(name, content)
    return stream.getvalue()


def swap(part: str, pattern: str, replacement: str) -> Edit:
    """Replace the first match of a regular expression in one part; there must be one."""

    def edit(entries: Entries) -> Entries:
        changed = dict(entries)
        text, count = re.subn(pattern, replacement, changed[part].decode(), count=1, flags=re.S)
        if not count:
            raise ValueError(f"{part} has nothing like {pattern}")
        changed[part] = text.encode()
        return list(changed.items())

    return edit


def add(name: str, content: bytes) -> Edit:
    """Append an entry, whether or not there is one of that name."""
    return lambda entries: [*entries, (name, content)]


def drop(name: str) -> Edit:
    """Remove an entry; it must be there."""

    def edit(entries: Entries) -> Entries:
        if name not in dict(entries):
            raise ValueError(f"there is no entry {name}")
        return [(other, content) for other, content in entries if other != name]

    return edit


def both(*edits: Edit) -> Edit:
    """Several edits, one after the other."""

    def edit(entries: Entries) -> Entries:
        for one in edits:
            entries = one(entries)
        return entries

    return edit
