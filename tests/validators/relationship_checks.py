"""Relationships: where they lead, who uses them, and what nothing leads to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.validators.package import TYPES_PART, Package, Relationship, rels_part
from tests.validators.xmlnames import A, C, P, R

TYPE_OF_KIND = {
    "officeDocument": "presentationml.presentation.main+xml",
    "slide": "presentationml.slide+xml",
    "slideLayout": "presentationml.slideLayout+xml",
    "slideMaster": "presentationml.slideMaster+xml",
    "notesSlide": "presentationml.notesSlide+xml",
    "notesMaster": "presentationml.notesMaster+xml",
    "theme": "officedocument.theme+xml",
    "tableStyles": "presentationml.tableStyles+xml",
    "presProps": "presentationml.presProps+xml",
    "viewProps": "presentationml.viewProps+xml",
    "chart": "drawingml.chart+xml",
    "package": "spreadsheetml.sheet",
    "image": "image/",
    "core-properties": "package.core-properties+xml",
    "extended-properties": "extended-properties+xml",
    "custom-properties": "custom-properties+xml",
    "customXmlProps": "customXmlProperties+xml",
}

KIND_OF_REFERENCE = {
    A + "blip": {"image"},
    C + "chart": {"chart"},
    C + "externalData": {"package"},
    P + "sldId": {"slide"},
    P + "sldMasterId": {"slideMaster"},
    P + "sldLayoutId": {"slideLayout"},
    P + "notesMasterId": {"notesMaster"},
    A + "hlinkClick": {"hyperlink", "slide"},
}

FORBIDDEN_KINDS = {"vbaProject", "control", "oleObject", "attachedTemplate", "frame"}

SAFE_ADDRESS = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)


def target_faults(package: Package) -> Iterator[str]:
    """Doubled ids, missing or mistyped targets, and everything fetched from outside."""
    for source, relations in package.relations.items():
        where = rels_part(source)
        for id_, count in Counter(relation.id for relation in relations).items():
            if count > 1 or not id_:
                yield f"{where}: the id {id_!r} stands {count} times"
        for relation in relations:
            if fault := _target_fault(package, relation):
                yield f"{where}: {fault}"


def _target_fault(package: Package, relation: Relationship) -> str:
    if relation.kind in FORBIDDEN_KINDS:
        return f"{relation.id} ({relation.kind}) brings in foreign or active content"
    if relation.external:
        if relation.kind == "hyperlink" and SAFE_ADDRESS.fullmatch(relation.target):
            return ""
        return f"{relation.id} ({relation.kind}) leads out of the file to {relation.target}"
    if relation.target not in package.parts:
        return f"{relation.id} leads to {relation.target}, which does not exist"
    declared = package.content_types.get(relation.target, "")
    expected = TYPE_OF_KIND.get(relation.kind, "")
    if declared and expected not in declared:
        return f"{relation.id} ({relation.kind}) leads to {relation.target}, typed {declared}"
    return ""


def reference_faults(package: Package) -> Iterator[str]:
    """Relationship ids in the XML that do not exist, and relationships that no XML uses."""
    for part, tree in package.trees.items():
        relations = {relation.id: relation for relation in package.relations.get(part, ())}
        used: set[str] = set()
        for element, id_ in _references(tree):
            used.add(id_)
            yield from (f"{part}: {fault}" for fault in _reference_fault(element, id_, relations))
        for relation in relations.values():
            if relation.id not in used and _is_named_in_xml(part, relation.kind):
                yield f"{part}: nothing uses {relation.id} ({relation.kind} {relation.target})"


def _references(tree: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    for element in tree.iter("*"):
        for name, value in element.attrib.items():
            if str(name).startswith(R):
                yield element, str(value)


def _reference_fault(
    element: etree._Element, id_: str, relations: dict[str, Relationship]
) -> Iterator[str]:
    tag = etree.QName(element).localname
    if not id_:
        # A jump such as "next slide" has an action instead of a target.
        if not element.get("action"):
            yield f"{tag} has an empty relationship id"
    elif id_ not in relations:
        yield f"{tag} refers to {id_}, which does not exist"
    elif relations[id_].kind not in KIND_OF_REFERENCE.get(element.tag, {relations[id_].kind}):
        yield f"{tag} refers to {id_}, which is a {relations[id_].kind}"


def _is_named_in_xml(source: str, kind: str) -> bool:
    """Whether relationships of this kind work only through an id in the source's XML."""
    if kind == "slide":
        return not source.startswith("ppt/notesSlides/")
    if kind == "slideLayout":
        return source.startswith("ppt/slideMasters/")
    if kind == "slideMaster":
        return source == "ppt/presentation.xml"
    return kind in ("image", "chart", "hyperlink", "package")


def reachability_faults(package: Package) -> Iterator[str]:
    """Parts that no chain of relationships leads to, and a package without a presentation."""
    if not package.related("", "officeDocument"):
        yield "_rels/.rels: leads to no presentation"
        return
    reached = {TYPES_PART}
    waiting = [""]
    while waiting:
        part = waiting.pop()
        reached |= {part, rels_part(part)}
        internal = (r.target for r in package.relations.get(part, ()) if not r.external)
        waiting += [target for target in internal if target not in reached]
    for part in package.parts:
        if part not in reached:
            yield f"{part}: nothing leads to this part"
