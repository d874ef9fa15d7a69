"""The package of a deck: the template's parts, and those that are added to them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from deckgen.pptx.package_xml import TYPES_PART, content_types_xml, relationships_xml
from deckgen.pptx.relationships import Parts, Relationship, relationships_part


class Package:
    """Parts by name, without a leading slash; what each is, and how they refer to each other.

    A part may be related before it is added: its content often holds the ids of its relationships.
    """

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._content = dict(parts.content)
        self._types = parts.types()
        self._relationships: dict[str, _Relationships] = {}
        self._free: dict[str, int] = {}

    def add_part(self, name: str, content_type: str, content: bytes) -> None:
        """Add a part; it takes the place of one that has its name."""
        self._content[name] = content
        self._types[name] = content_type

    def free_name(self, pattern: str) -> str:
        """Return `pattern`, a name with `%d` in it, with the first number that no part has."""
        numbers = count(self._free.get(pattern, 1))  # parts are never taken away
        self._free[pattern] = next(n for n in numbers if pattern % n not in self._content)
        return pattern % self._free[pattern]

    def relate(self, source: str, type_: str, target: str) -> str:
        """Return the id of the relationship of this type between two parts, added if need be.

        `source` is the name of a part, or PACKAGE.
        """
        return self._of(source).id_of(type_, target, external=False)

    def relate_external(self, source: str, type_: str, address: str) -> str:
        """Return the id of the relationship of this type to an address, added if need be."""
        return self._of(source).id_of(type_, address, external=True)

    def related(self, source: str, type_: str) -> str | None:
        """Return the name of the first part to which `source` has a relationship of this type."""
        rows = self._of(source).rows
        return next((r.target for r in rows if r.type == type_ and not r.external), None)

    def contents(self) -> dict[str, bytes]:
        """Return everything that goes into the file: content types, relationships and parts."""
        written = {
            relationships_part(source): relationships_xml(source, relationships.rows)
            for source, relationships in self._relationships.items()
        }
        return {**self._content, **written, TYPES_PART: content_types_xml(self._types)}

    def _of(self, source: str) -> _Relationships:
        if source not in self._relationships:
            self._relationships[source] = _Relationships(self._parts.relationships(source))
        return self._relationships[source]


class _Relationships:
    """The relationships of one part, in their order."""

    def __init__(self, rows: Iterable[Relationship]) -> None:
        self.rows = list(rows)
        self._used = {row.id for row in self.rows}
        self._ids = {(row.type, row.target, row.external): row.id for row in self.rows}

    def id_of(self, type_: str, target: str, *, external: bool) -> str:
        key = type_, target, external
        if key not in self._ids:
            numbers = count(len(self.rows) + 1)
            id_ = next(id_ for n in numbers if (id_ := f"rId{n}") not in self._used)
            self.rows.append(Relationship(id_, type_, target, external))
            self._used.add(id_)
            self._ids[key] = id_
        return self._ids[key]
