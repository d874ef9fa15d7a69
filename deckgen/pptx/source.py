"""What a deck was made of, inside the deck; and by it, whether a file is ours and untouched.

The source stands word for word in a custom XML part, which PowerPoint and LibreOffice keep. Its
digest covers every part of the file, so whatever is changed, added or taken away shows. It is no
signature: it guards against losing work, not against forgery.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import BinaryIO, NamedTuple

from lxml import etree

from deckgen.pptx.archive import OF_DECK, ArchiveError, archive_entries
from deckgen.pptx.markup import document, escaped, quoted
from deckgen.version import __version__

NAMESPACE = "urn:deckgen:source:1"
SOURCE_PART = "customXml/item1.xml"
PROPERTIES_PART = "customXml/itemProps1.xml"

_FOLDER = "customXml/"
_LARGEST_SOURCE = 26_000_000  # five megabytes, each character written as a reference
_ITEM_ID = "{5D0C1F6E-93B4-8A27-9E61-0F4B7C2D8A35}"
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


class Provenance(StrEnum):
    """Where a file comes from, and whether somebody would miss it."""

    UNCHANGED = "ours unchanged"
    EDITED = "ours, edited since"
    FOREIGN = "not ours"


class EmbeddedSource(NamedTuple):
    """The file that a deck is made of: its name without folders, its UTF-8 bytes, our version."""

    name: str
    content: bytes
    version: str = __version__


class _Seal(NamedTuple):
    """A source as it is found in a file, with the digest of the parts it was written with."""

    source: EmbeddedSource
    digest: str


def properties_xml() -> bytes:
    """Return the part that says in which namespace the source's part is written."""
    return document(
        f'<ds:datastoreItem xmlns:ds="{_DATA_STORE}" ds:itemID="{_ITEM_ID}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def sealed(contents: Mapping[str, bytes], source: EmbeddedSource) -> dict[str, bytes]:
    """Return the parts of a file with `source` among them and the digest of all in it."""
    others = [(name, content) for name, content in contents.items() if name != SOURCE_PART]
    return {**contents, SOURCE_PART: _seal_xml(_Seal(source, _digest(_hashes(others), source)))}


def provenance(pptx: BinaryIO) -> Provenance:
    """Return where a file comes from; a broken one is not ours. It is read part by part.

    Written anew by another program with not a byte of its parts changed, it is still unchanged.
    """
    hashes, seal = {}, None
    try:
        for name, content in archive_entries(pptx, OF_DECK):
            found = _seal_in(name, content)
            seal = seal or found
            if name != SOURCE_PART:
                hashes[name] = hashlib.sha256(content).digest()
    except ArchiveError:
        return Provenance.FOREIGN
    if seal is None:
        return Provenance.FOREIGN
    same = seal.digest == _digest(hashes, seal.source)
    return Provenance.UNCHANGED if same else Provenance.EDITED


def embedded_source(pptx: BinaryIO) -> tuple[str, bytes] | None:
    """Return name and content of the source inside a deck, None where there is none to be read."""
    try:
        found = (_seal_in(name, content) for name, content in archive_entries(pptx, OF_DECK))
        seal = next(filter(None, found), None)
    except ArchiveError:
        return None
    return None if seal is None else (seal.source.name, seal.source.content)


def _seal_xml(seal: _Seal) -> bytes:
    source = seal.source
    attributes = {"name": source.name, "version": source.version, "digest": seal.digest}
    written = "".join(f" {key}={quoted(value)}" for key, value in attributes.items())
    text = escaped(source.content.decode())
    return document(f'<source xmlns="{NAMESPACE}"{written}>{text}</source>')


def _seal_in(name: str, content: bytes) -> _Seal | None:
    """Return what a part holds if it is a source's, under whatever name another program gave it."""
    if not name.startswith(_FOLDER) or len(content) > _LARGEST_SOURCE:
        return None
    if NAMESPACE.encode() not in content:
        return None
    try:
        root = etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError:
        return None
    if root.tag != f"{{{NAMESPACE}}}source":
        return None
    text = "".join(str(piece) for piece in root.itertext())
    source = EmbeddedSource(root.get("name", ""), text.encode(), root.get("version", ""))
    return _Seal(source, root.get("digest", ""))


def _hashes(contents: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    return {name: hashlib.sha256(content).digest() for name, content in contents}


def _digest(hashes: Mapping[str, bytes], source: EmbeddedSource) -> str:
    """Return one SHA-256 over the source and the name and hash of each part, in order of names."""
    whole = hashlib.sha256()
    pieces = [source.name.encode(), source.version.encode(), source.content]
    for name in sorted(hashes):
        pieces += [name.encode(), hashes[name]]
    for piece in pieces:
        whole.update(len(piece).to_bytes(8, "big"))
        whole.update(piece)
    return whole.hexdigest()
