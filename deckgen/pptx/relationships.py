"""Parts by name, and how they refer to each other (ECMA-376 part 2, Open Packaging Conventions)."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from deckgen.pptx.markup import RELATIONSHIPS
from deckgen.pptx.package_xml import RELATIONSHIPS_NAMESPACE, TYPES_PART

PACKAGE = ""
"""The name of the source whose relationships are those of the package itself."""

MOST_XML_OF_PART = 4_000_000
MOST_XML = 8_000_000
"""How many bytes of XML are parsed at most, in one part and together.

A tree takes up to 55 times the memory of its text: with the copy of one part, less than 700 MB. The
masters, layouts and themes of a large company's template have one or two million.
"""

_TAG = f"{{{RELATIONSHIPS_NAMESPACE}}}Relationship"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


class PartError(Exception):
    """A part is missing, or not as it must be. The message completes `the file ...`.

    `hint` is what to do about it, empty where it is not known.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        self.hint = hint
        super().__init__(message)


class Relationship(NamedTuple):
    """One row of a relationships part. `target` is a part's name, or an address if external."""

    id: str
    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type, such as `slideLayout`."""
        return self.type.rsplit("/", 1)[-1]


class Parts:
    """The parts of a package: `content` by name, without a leading slash. Each is parsed once."""

    def __init__(
        self, content: Mapping[str, bytes], trees: Mapping[str, etree._Element] | None = None
    ) -> None:
        self.content = content
        self._trees = dict(trees or {})
        self._parsed = sum(len(content[name]) for name in self._trees)

    def tree(self, name: str) -> etree._Element:
        """Return the root element of a part, to be read and not changed.

        Raises PartError when the part is missing, is not XML or declares a document type, and when
        it, or all that were asked for together, have more XML than is parsed.
        """
        if name not in self._trees:
            self._parsed += len(self._xml(name))
            if self._parsed > MOST_XML:
                raise _too_much_xml(MOST_XML, "its masters, layouts and themes")
            self._trees[name] = self.copied_tree(name)
        return self._trees[name]

    def copied_tree(self, name: str) -> etree._Element:
        """Return the root element of a part, to be changed; see `tree`."""
        try:
            tree = etree.fromstring(self._xml(name), _PARSER)
        except etree.XMLSyntaxError as fault:
            raise PartError(f"is damaged: {name} is not XML") from fault
        if tree.getroottree().docinfo.doctype:  # type: ignore[union-attr]
            raise PartError(f"has a document type declaration in {name}")
        return tree

    def _xml(self, name: str) -> bytes:
        if name not in self.content:
            raise PartError(f"lacks the part {name}")
        if len(self.content[name]) > MOST_XML_OF_PART:
            raise _too_much_xml(MOST_XML_OF_PART, name)
        return self.content[name]

    def replaced(self, content: Mapping[str, bytes]) -> Parts:
        """Return other parts, of which the unchanged ones need not be parsed again."""
        same = {n: t for n, t in self._trees.items() if content.get(n) is self.content[n]}
        return Parts(content, same)

    def types(self) -> dict[str, str]:
        """Return what each part is, relationships left out; empty where the package does not say.

        Raises PartError as `tree` does.
        """
        rows = list(self.tree(TYPES_PART).iterchildren("*"))
        stated = {row.get("PartName", "").casefold(): row.get("ContentType", "") for row in rows}
        usual = {row.get("Extension", "").casefold(): row.get("ContentType", "") for row in rows}
        return {
            name: stated.get(f"/{name}".casefold())
            or usual.get(name.rsplit(".", 1)[-1].casefold(), "")
            for name in self.content
            if name != TYPES_PART and not name.endswith(".rels")
        }

    def relationships(self, source: str) -> list[Relationship]:
        """Return the relationships of a part, none where it has no part of them.

        Those without id or type are passed over, and of several with one id all but the first.
        """
        name = relationships_part(source)
        if name not in self.content:
            return []
        found: dict[str, Relationship] = {}
        for row in self.tree(name).iter(_TAG):
            relationship = _relationship(row, source)
            if relationship.id and relationship.type:
                found.setdefault(relationship.id, relationship)
        return list(found.values())

    def related(self, source: str, kind: str) -> list[str]:
        """Return the names of the parts to which `source` has a relationship of this kind."""
        found = self.relationships(source)
        return [r.target for r in found if r.kind == kind and not r.external]


def _too_much_xml(limit: int, where: str) -> PartError:
    hint = "leave out layouts that are not used, and turn large drawings on them into pictures"
    return PartError(f"has more than {limit / 1e6:.0f} MB of XML in {where}", hint)


def relationships_part(source: str) -> str:
    """Return the name of the part that holds the relationships of `source`."""
    folder, file = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _relationship(row: etree._Element, source: str) -> Relationship:
    target, external = row.get("Target", ""), row.get("TargetMode") == "External"
    if not external:
        path = posixpath.join("/", posixpath.dirname(source), target)
        target = posixpath.normpath(path).lstrip("/")
    return Relationship(row.get("Id", ""), row.get("Type", ""), target, external)


def relationship_ids(element: etree._Element) -> set[str]:
    """Return the ids of relationships to which an element's own attributes refer."""
    prefix = f"{{{RELATIONSHIPS}}}"
    return {str(value) for name, value in element.items() if str(name).startswith(prefix)}


def serialised(tree: etree._Element) -> bytes:
    """Return the content of a part whose root element is `tree`."""
    return etree.tostring(tree, encoding="UTF-8", xml_declaration=True, standalone=True)
