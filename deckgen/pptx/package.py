"""The package of a deck: python-pptx's parts and relationships, and the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.package import Package
from pptx.parts.presentation import PresentationPart

from deckgen.pptx.package_xml import TYPES_PART, content_types_xml, relationships_xml

if TYPE_CHECKING:
    from pptx.opc.package import _Relationship

_FIRST = {TYPES_PART: 0, "_rels/.rels": 1}
_COMPRESSED = (".png", ".jpeg", ".jpg", ".gif", ".mp4", ".fntdata")
_EARLIEST_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16
_MADE_ON_UNIX = 3
_LEVEL = 3  # half the time of 6, and the file grows by a fourteenth


class DeckPackage(Package):
    """python-pptx's package, opened from parts and read out as parts."""

    @classmethod
    def of(cls, parts: Mapping[str, bytes]) -> DeckPackage:
        """Return the package of `parts`, given by name without a leading slash."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
            for name, content in parts.items():
                archive.writestr(zipfile.ZipInfo(name), content)
        buffer.seek(0)
        return cls.open(buffer)

    @property
    def presentation(self) -> PresentationPart:
        """The main part."""
        return self.main_document_part

    def parts_by_name(self) -> dict[str, Part]:
        """Return all parts by their names, without a leading slash."""
        return {part.partname.membername: part for part in self.iter_parts()}

    def free_name(self, pattern: str) -> str:
        """Return `pattern`, a name with `%d` in it, with the first number that no part has."""
        taken = self.parts_by_name()
        return next(name for n in range(1, len(taken) + 2) if (name := pattern % n) not in taken)

    def part(self, name: str, content_type: str, content: bytes = b"") -> Part:
        """Return a new part, which joins the package as soon as something is related to it."""
        return Part(PackURI(f"/{name}"), content_type, self, content)

    def contents(self) -> dict[str, bytes]:
        """Return everything that goes into the file: content types, relationships and parts."""
        parts = list(self.iter_parts())
        types = {part.partname.membername: part.content_type for part in parts}
        contents = {TYPES_PART: content_types_xml(types), "_rels/.rels": _relationships(self._rels)}
        for part in parts:
            contents[part.partname.membername] = part.blob
            if len(part.rels):
                contents[part.partname.rels_uri.membername] = _relationships(part.rels)
        return contents


def zipped(contents: Mapping[str, bytes]) -> bytes:
    """Return the zip file of `contents`; the same for the same contents, with the same zlib.

    Entry order, times, attributes and compression level are fixed. The content types stand first,
    as streaming readers expect.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(contents, key=lambda name: (_FIRST.get(name, 2), name)):
            entry = zipfile.ZipInfo(name, _EARLIEST_ZIP_TIME)
            entry.create_system = _MADE_ON_UNIX
            entry.external_attr = _REGULAR_FILE
            is_compressed = name.casefold().endswith(_COMPRESSED)
            entry.compress_type = zipfile.ZIP_STORED if is_compressed else zipfile.ZIP_DEFLATED
            archive.writestr(entry, contents[name], compresslevel=_LEVEL)
    return buffer.getvalue()


def _relationships(relationships: Mapping[str, _Relationship]) -> bytes:
    """Return a relationships part. python-pptx writes the same, at ten times the cost."""
    return relationships_xml(
        (r.rId, r.reltype, r.target_ref, r.is_external) for r in relationships.values()
    )
