"""The two kinds of XML that hold a package together: content types and relationships.

Both are defined by ECMA-376 part 2 (Open Packaging Conventions).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckgen.pptx.markup import document, quoted

TYPES_PART = "[Content_Types].xml"
TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"

_BY_EXTENSION = {
    "gif": "image/gif",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "png": "image/png",
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
}
_EXTERNAL = ' TargetMode="External"'


def content_types_xml(types: Mapping[str, str]) -> bytes:
    """Return the part that says of each part, by its name without a leading slash, what it is."""
    defaults, overrides = {"rels", "xml"}, []
    for name in sorted(types):
        extension = name.rsplit(".", 1)[-1].casefold()
        if _BY_EXTENSION.get(extension) == types[name]:
            defaults.add(extension)
        else:
            part = quoted(f"/{name}")
            overrides.append(f"<Override PartName={part} ContentType={quoted(types[name])}/>")
    rows = [
        f'<Default Extension="{extension}" ContentType="{_BY_EXTENSION[extension]}"/>'
        for extension in sorted(defaults)
    ]
    return document(f'<Types xmlns="{TYPES_NAMESPACE}">{"".join(rows + overrides)}</Types>')


def relationships_xml(rows: Iterable[tuple[str, str, str, bool]]) -> bytes:
    """Return a relationships part; a row is id, type, target, and whether that is outside."""
    written = [
        f"<Relationship Id={quoted(id_)} Type={quoted(type_)} Target={quoted(target)}"
        f"{_EXTERNAL if external else ''}/>"
        for id_, type_, target, external in rows
    ]
    return document(
        f'<Relationships xmlns="{RELATIONSHIPS_NAMESPACE}">{"".join(written)}</Relationships>'
    )
