"""The two kinds of XML that hold a package together: content types and relationships.

Both are defined by ECMA-376 part 2 (Open Packaging Conventions).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from deckgen.pptx.markup import document, quoted
from deckgen.pptx.package_names import CT_BY_EXTENSION

TYPES_PART = "[Content_Types].xml"
TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"

_EXTERNAL = ' TargetMode="External"'


def content_types_xml(types: Mapping[str, str]) -> bytes:
    """Return the part that says of each part, by its name without a leading slash, what it is."""
    defaults, overrides = {"rels", "xml"}, []
    for name in sorted(types):
        extension = name.rsplit(".", 1)[-1].casefold()
        if CT_BY_EXTENSION.get(extension) == types[name]:
            defaults.add(extension)
        else:
            part = quoted(f"/{name}")
            overrides.append(f"<Override PartName={part} ContentType={quoted(types[name])}/>")
    rows = [
        f'<Default Extension="{extension}" ContentType="{CT_BY_EXTENSION[extension]}"/>'
        for extension in sorted(defaults)
    ]
    return document(f'<Types xmlns="{TYPES_NAMESPACE}">{"".join(rows + overrides)}</Types>')


def relationships_xml(source: str, rows: Iterable[tuple[str, str, str, bool]]) -> bytes:
    """Return the part with the relationships of `source`, a part's name or empty for the package.

    A row is id, type, target, and whether that is outside: then it is an address, else the name of
    a part, which is written as it is seen from `source`.
    """
    folder = f"/{posixpath.dirname(source)}"
    written = []
    for id_, type_, target, external in rows:
        reference = target if external else posixpath.relpath(f"/{target}", folder)
        written.append(
            f"<Relationship Id={quoted(id_)} Type={quoted(type_)} Target={quoted(reference)}"
            f"{_EXTERNAL if external else ''}/>"
        )
    return document(
        f'<Relationships xmlns="{RELATIONSHIPS_NAMESPACE}">{"".join(written)}</Relationships>'
    )
