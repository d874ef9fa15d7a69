"""A stranger's presentation down to its masters, layouts and theme.

What stays is what slides are drawn on. Slides go, with all that names them; so do macros,
embedded programs, comments' authors, links other than to the web, and what the file says of
itself. Content that would be fetched from outside is refused.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple, cast

from lxml import etree

from deckgen.pptx.markup import DRAWING_ML, PRESENTATION_ML, RELATIONSHIPS
from deckgen.pptx.package_names import CT_PRESENTATION, RT_OFFICE_DOCUMENT
from deckgen.pptx.package_xml import TYPES_PART, content_types_xml, relationships_xml
from deckgen.pptx.relationships import (
    PACKAGE,
    PartError,
    Parts,
    Relationship,
    relationship_ids,
    relationships_part,
    serialised,
)

_P, _A = f"{{{PRESENTATION_ML}}}", f"{{{DRAWING_ML}}}"
_MAIN_TYPES = frozenset(
    (
        CT_PRESENTATION,
        *(
            f"application/vnd.openxmlformats-officedocument.presentationml.{kind}.main+xml"
            for kind in ("template", "slideshow")
        ),
        *(
            f"application/vnd.ms-powerpoint.{kind}.macroEnabled.main+xml"
            for kind in ("presentation", "template", "slideshow")
        ),
    )
)
_KEPT_OF_PACKAGE = frozenset(("officeDocument", "custom-properties", "classificationlabels"))
_KEPT_OF_PRESENTATION = frozenset(
    (
        *("slideMaster", "notesMaster", "handoutMaster", "theme"),
        *("presProps", "viewProps", "tableStyles", "font"),
    )
)
_ACTIVE = frozenset(
    (
        *("vbaProject", "control", "activeXControlBinary", "oleObject", "package"),
        *("vmlDrawing", "attachedTemplate", "frame", "webextension", "ctrlProp"),
    )
)
_NAMING_SLIDES = ("sldIdLst", "custShowLst", "custDataLst", "smartTags", "modifyVerifier")
_SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_TIDIED = tuple(f"{_P}{name}" for name in ("presentation", "presentationPr", "viewPr"))
_REFERRING = etree.XPath("//*[@r:*]", namespaces={"r": RELATIONSHIPS})
_WEB_ADDRESS = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)


class Clean(NamedTuple):
    """The parts that stay, the name of the presentation among them, and what was cut and why."""

    parts: Parts
    presentation: str
    remarks: tuple[str, ...]


def cleaned(parts: Parts) -> Clean:
    """Return what slides can be drawn on. Raises PartError for a file that is no presentation."""
    presentation = _main_part(parts)
    kept: dict[str, bytes] = {}
    remarks: set[str] = set()
    waiting = [PACKAGE]
    while waiting:
        source = waiting.pop()
        found = parts.relationships(source)
        staying = [r for r in found if _stays(r, source, presentation, parts, remarks)]
        if source != PACKAGE:
            kept[source] = _without(parts, source, {r.id for r in staying})
        if staying:
            kept[relationships_part(source)] = relationships_xml(source, staying)
        waiting += [r.target for r in staying if not r.external and r.target not in kept]
    kept[TYPES_PART] = content_types_xml(_types(parts, kept, presentation))
    return Clean(parts.replaced(kept), presentation, tuple(sorted(remarks)))


def _main_part(parts: Parts) -> str:
    mains = [r.target for r in parts.relationships(PACKAGE) if r.type == RT_OFFICE_DOCUMENT]
    if len(mains) != 1 or mains[0] not in parts.content:
        raise PartError("holds no presentation")
    if parts.tree(mains[0]).tag != f"{_P}presentation":
        raise PartError("holds no presentation")
    return mains[0]


def _types(parts: Parts, names: Container[str], presentation: str) -> dict[str, str]:
    """Return what each part is; templates and shows, with or without macros, become decks."""
    types = {name: type_ for name, type_ in parts.types().items() if name in names}
    for name, type_ in types.items():
        if not type_:
            raise PartError(f"is damaged: it does not say what {name} is")
    if types.get(presentation) not in _MAIN_TYPES:
        raise PartError("holds no presentation")
    types[presentation] = CT_PRESENTATION
    return types


def _stays(
    relationship: Relationship, source: str, presentation: str, parts: Parts, remarks: set[str]
) -> bool:
    kind = relationship.kind
    if source == PACKAGE:
        return kind in _KEPT_OF_PACKAGE and relationship.target in parts.content
    if kind in _ACTIVE:
        remarks.add("macros and embedded programs are left out")
        return False
    if source == presentation and kind not in _KEPT_OF_PRESENTATION:
        return False
    if relationship.external:
        return _is_web_link(relationship, source, remarks)
    return kind != "slide" and relationship.target in parts.content


def _is_web_link(relationship: Relationship, source: str, remarks: set[str]) -> bool:
    if relationship.kind != "hyperlink":
        fault = f"fetches its {relationship.kind} from outside, for {source}"
        raise PartError(fault, "embed it in the template instead of linking to it")
    if _WEB_ADDRESS.fullmatch(relationship.target):
        return True
    remarks.add("links other than to the web are left out")
    return False


def _without(parts: Parts, name: str, staying: set[str]) -> bytes:
    """Return a part without what refers to other relationships than those, or to slides."""
    if not name.endswith((".xml", ".vml")):
        return parts.content[name]
    has_gone = any(True for _ in _users(parts.tree(name), staying))
    if not has_gone and parts.tree(name).tag not in _TIDIED:
        return parts.content[name]
    tree = parts.copied_tree(name)
    _drop(_users(tree, staying))
    if tree.tag == f"{_P}presentation":
        _drop(_of_slides(tree))
    elif tree.tag == f"{_P}presentationPr":
        _drop(tree.iterchildren(f"{_P}showPr"))  # which slides are shown, or that they run alone
    elif tree.tag == f"{_P}viewPr":
        tree.attrib.pop("lastView", "")  # else the deck would open in the template's masters
    return serialised(tree)


def _of_slides(presentation: etree._Element) -> Iterator[etree._Element]:
    for tag in _NAMING_SLIDES:
        yield from presentation.iterchildren(f"{_P}{tag}")
    for extensions in presentation.iterchildren(f"{_P}extLst"):
        sections = [e for e in extensions if e.get("uri") == _SECTIONS]
        yield from [extensions] if len(sections) == len(extensions) else sections


def _users(tree: etree._Element, staying: set[str]) -> Iterator[etree._Element]:
    """Yield what refers to a relationship that does not stay; an empty id refers to none."""
    for element in cast(list[etree._Element], _REFERRING(tree)):
        if relationship_ids(element) - staying - {""}:
            yield _whole(element)


def _whole(element: etree._Element) -> etree._Element:
    """Return what has to go with an element: of a shape all of it, of a link only the link."""
    if element.tag in (f"{_A}hlinkClick", f"{_A}hlinkHover"):
        return element
    for ancestor in (element, *element.iterancestors()):
        parent = ancestor.getparent()
        if parent is not None and parent.tag == f"{_P}spTree":
            return ancestor
    return element


def _drop(elements: Iterable[etree._Element]) -> None:
    for element in list(elements):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
