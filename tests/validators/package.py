"""A .pptx file taken apart once: entries, XML trees, content types and relationships."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType

from lxml import etree

from tests.validators.xmlnames import CONTENT_TYPES, RELATIONSHIPS

TYPES_PART = "[Content_Types].xml"
OFFICE_COMPRESSION = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True)
class Relationship:
    """One relationship of a part. `target` is a part name, or the address of an external one."""

    id: str
    kind: str
    """The last segment of the type, such as `slideLayout`."""
    target: str
    external: bool


@dataclass(frozen=True, eq=False)
class Package:
    """The parts of one file.

    `names` are the zip entries as they stand, doubled ones included; `trees` holds each
    well-formed XML part; `relations` maps a part name ("" for the package itself) to its
    relationships; `overrides` and `defaults` are what the content types declare, as they stand;
    `faults` is what stopped a part from being read.
    """

    names: tuple[str, ...]
    parts: Mapping[str, bytes]
    trees: Mapping[str, etree._Element]
    relations: Mapping[str, tuple[Relationship, ...]]
    overrides: tuple[tuple[str, str], ...]
    defaults: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]

    @cached_property
    def content_types(self) -> dict[str, str]:
        """The declared type of each part, without the parts that have none."""
        by_name, by_extension = dict(self.overrides), dict(self.defaults)
        declared = {
            part: by_name.get("/" + part) or by_extension.get(_extension(part)) or ""
            for part in self.parts
        }
        return {part: name for part, name in declared.items() if name}

    def related(self, part: str, kind: str) -> list[str]:
        """The parts inside the package that `part` points to by relationships of `kind`."""
        return [
            relation.target
            for relation in self.relations.get(part, ())
            if relation.kind == kind and not relation.external
        ]

    def related_tree(self, part: str, kind: str) -> tuple[str, etree._Element] | None:
        """Name and tree of the first part of `kind` that `part` points to, if it can be read."""
        for target in self.related(part, kind):
            if target in self.trees:
                return target, self.trees[target]
        return None


@lru_cache(maxsize=2)
def opened(pptx: bytes) -> Package:
    """`taken_apart`, remembered for the last two files, so that several judges parse a file once.

    The trees are shared: read them, never change them.
    """
    return taken_apart(pptx)


def taken_apart(archive: bytes) -> Package:
    """Read a package. Never raises: what cannot be read stands in `faults`."""
    try:
        entries = _entries(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        return _assembled((), {}, {}, [f"not a readable zip file: {error}"])
    parts = dict(entries)
    faults = [] if parts else ["the zip file is empty"]
    trees: dict[str, etree._Element] = {}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            _parse(name, content, trees, faults)
    return _assembled(tuple(name for name, _ in entries), parts, trees, faults)


def _entries(archive: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(archive)) as opened_zip:
        infos = [info for info in opened_zip.infolist() if not info.is_dir()]
        if odd := [i.filename for i in infos if i.compress_type not in OFFICE_COMPRESSION]:
            raise NotImplementedError(f"{odd[0]} is neither stored nor deflated")
        return [(info.orig_filename, opened_zip.read(info)) for info in infos]


def _parse(name: str, content: bytes, trees: dict[str, etree._Element], faults: list[str]) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        faults.append(f"{name}: has a document type declaration")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        trees[name] = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        faults.append(f"{name}: is not well-formed XML")


def _assembled(
    names: tuple[str, ...],
    parts: dict[str, bytes],
    trees: dict[str, etree._Element],
    faults: list[str],
) -> Package:
    types = trees.get(TYPES_PART)
    return Package(
        names=names,
        parts=MappingProxyType(parts),
        trees=MappingProxyType(trees),
        relations=MappingProxyType(dict(_relations(name, trees) for name in _rels_of(trees))),
        overrides=_declared(types, "Override", "PartName"),
        defaults=tuple(
            (extension.lower(), name)
            for extension, name in _declared(types, "Default", "Extension")
        ),
        faults=tuple(faults),
    )


def _declared(types: etree._Element | None, tag: str, key: str) -> tuple[tuple[str, str], ...]:
    if types is None:
        return ()
    found = types.findall(CONTENT_TYPES + tag)
    return tuple((e.get(key) or "", e.get("ContentType") or "") for e in found)


def _extension(part: str) -> str:
    return posixpath.basename(part).rpartition(".")[2].lower()


def rels_part(part: str) -> str:
    """The name of the part that holds the relationships of `part`."""
    folder, leaf = posixpath.split(part)
    return posixpath.join(folder, "_rels", leaf + ".rels")


def _rels_of(trees: Mapping[str, etree._Element]) -> list[str]:
    return [name for name in trees if name.endswith(".rels") and "_rels/" in name]


def _relations(
    rels: str, trees: Mapping[str, etree._Element]
) -> tuple[str, tuple[Relationship, ...]]:
    folder, leaf = posixpath.split(rels)
    base = posixpath.dirname(folder)
    found = trees[rels].findall(RELATIONSHIPS + "Relationship")
    return posixpath.join(base, leaf[:-5]), tuple(_relation(e, base) for e in found)


def _relation(element: etree._Element, base: str) -> Relationship:
    target = element.get("Target") or ""
    external = element.get("TargetMode") == "External"
    if not external:
        absolute = target if target.startswith("/") else posixpath.join("/", base, target)
        target = posixpath.normpath(absolute).lstrip("/")
    kind = (element.get("Type") or "").rsplit("/", 1)[-1]
    return Relationship(element.get("Id") or "", kind, target, external)
