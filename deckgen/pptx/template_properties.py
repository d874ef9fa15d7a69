"""A template without what its file says of itself."""

from __future__ import annotations

from deckgen.pptx.package_xml import TYPES_PART, content_types_xml, relationships_xml
from deckgen.pptx.relationships import PACKAGE, Parts, relationships_part

_OF_FILE = frozenset(("custom-properties", "classificationlabels"))


def without_properties(parts: Parts) -> Parts:
    """Return `parts` without custom properties and labels: they name people, tenants, customers."""
    found = parts.relationships(PACKAGE)
    gone = {relationship.target for relationship in found if relationship.kind in _OF_FILE}
    if not gone:
        return parts
    kept = {name: content for name, content in parts.content.items() if name not in gone}
    staying = [relationship for relationship in found if relationship.target not in gone]
    kept[relationships_part(PACKAGE)] = relationships_xml(PACKAGE, staying)
    kept[TYPES_PART] = content_types_xml({n: t for n, t in parts.types().items() if n in kept})
    return parts.replaced(kept)
