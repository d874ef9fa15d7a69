"""Parts and relationships to the bytes of an Open Packaging Conventions file (ECMA-376 part 2)."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

_XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SCHEMAS = "http://schemas.openxmlformats.org/package/2006"
_EARLIEST_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16
_MADE_ON_UNIX = 3

Relationships = tuple[tuple[str, str], ...]
"""Pairs of (relationship type, name of the part meant); the n-th, from one, has the id `rId<n>`."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its path in the package without a leading slash, its media type, its XML."""

    name: str
    media_type: str
    xml: str
    relationships: Relationships = ()


def package_bytes(parts: Sequence[Part], relationships: Relationships) -> bytes:
    """Zip `parts` in the order given; `relationships` are those of the package itself.

    Entry order, times, attributes and compression level are fixed, so that equal parts give equal
    bytes. `[Content_Types].xml` stands first, as streaming readers expect.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, xml in _entries(parts, relationships):
            entry = zipfile.ZipInfo(name, _EARLIEST_ZIP_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _MADE_ON_UNIX
            entry.external_attr = _REGULAR_FILE
            archive.writestr(entry, _XML_DECLARATION + _without_indentation(xml))
    return buffer.getvalue()


def _entries(parts: Sequence[Part], relationships: Relationships) -> list[tuple[str, str]]:
    entries = [
        ("[Content_Types].xml", _content_types(parts)),
        ("_rels/.rels", _relationships_xml("", relationships)),
    ]
    for part in parts:
        entries.append((part.name, part.xml))
        if part.relationships:
            folder, file = posixpath.split(part.name)
            xml = _relationships_xml(folder, part.relationships)
            entries.append((f"{folder}/_rels/{file}.rels", xml))
    return entries


def _content_types(parts: Sequence[Part]) -> str:
    overrides = "".join(
        f'<Override PartName="/{part.name}" ContentType="{part.media_type}"/>' for part in parts
    )
    return f"""
        <Types xmlns="{_SCHEMAS}/content-types">
          <Default Extension="rels"
                   ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Default Extension="xml" ContentType="application/xml"/>
          {overrides}
        </Types>"""


def _relationships_xml(folder: str, relationships: Relationships) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}"'
        f' Target="{posixpath.relpath(target, folder or ".")}"/>'
        for number, (kind, target) in enumerate(relationships, start=1)
    )
    return f'<Relationships xmlns="{_SCHEMAS}/relationships">{rows}</Relationships>'


def _without_indentation(xml: str) -> str:
    """Drop the white space that only serves whoever reads this script."""
    return re.sub(r"\s*\n\s*", " ", re.sub(r">\s+<", "><", xml)).strip()
