"""A stranger's presentation down to its masters, layouts and theme.

What stays is what slides are drawn on. Slides go, with all that names them; so do macros,
embedded programs, comments' authors, links other than to the web, and what the file says of
itself. Content that would be fetched from outside is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from deckgen.pptx.markup import DRAWING_ML, PRESENTATION_ML
from deckgen.pptx.relationships import (
    PACKAGE,
    PartError,
    Parts,
    Relationship,
    relationship_ids,
    relationships_part,
    serialised,
)

TYPES_PART = "[Content_Types].xml"

_P, _A = f"{{{PRESENTATION_ML}}}", f"{{{DRAWING_ML}}}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_MAIN_TYPES = frozenset(
    (
        _MAIN_TYPE,
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
_WEB_ADDRESS = re.compile(r"(https?://|mailto:)\S+", re.IGNORECASE)


@dataclass(frozen=True)
class Clean:
    """The parts that stay, the name of the presentation among them, and what was cut and why."""

    parts: Parts = field(repr=False)
    presentation: str
    remarks: tuple[str, ...]


def cleaned(parts: Parts) -> Clean:
    """Return what slides can be drawn on. Raises PartError for a file that is no presentation."""
    presentation = _main_part(parts)
    kept: dict[str, bytes] = {TYPES_PART: _with_main_type(parts, presentation)}
    remarks: set[str] = set()
    waiting = [PACKAGE]
    while waiting:
        source = waiting.pop()
        found = parts.relationships(source)
        staying = [r for r in found if _stays(r, source, presentation, parts, remarks)]
        if source != PACKAGE:
            gone = {r.id for r in found} - {r.id for r in staying}
            kept[source] = _without(parts, source, gone)
        if staying:
            name = relationships_part(source)
            kept[name] = _kept_rows(parts, name, {r.id for r in staying})
        waiting += [r.target for r in staying if not r.external and r.target not in kept]
    clean = parts.replaced(kept)
    _require_types(clean)
    return Clean(clean, presentation, tuple(sorted(remarks)))


def _main_part(parts: Parts) -> str:
    mains = [r.target for r in parts.relationships(PACKAGE) if r.kind == "officeDocument"]
    if len(mains) != 1 or mains[0] not in parts.content:
        raise PartError("holds no presentation")
    if parts.tree(mains[0]).tag != f"{_P}presentation":
        raise PartError("holds no presentation")
    return mains[0]


def _with_main_type(parts: Parts, presentation: str) -> bytes:
    """Return the content types, templates and shows with macros turned into a presentation."""
    tree = parts.copied_tree(TYPES_PART)
    for row in tree.iter(f"{_TYPES}Override"):
        if row.get("PartName", "").casefold() == f"/{presentation}".casefold():
            if row.get("ContentType") not in _MAIN_TYPES:
                break
            row.set("ContentType", _MAIN_TYPE)
            return serialised(tree)
    raise PartError("holds no presentation")


def _require_types(parts: Parts) -> None:
    tree = parts.tree(TYPES_PART)
    rows = list(tree.iterchildren("*"))
    typed = {row.get("PartName", "").casefold() for row in rows}
    extensions = {row.get("Extension", "").casefold() for row in rows}
    for name in parts.content:
        extension = name.rsplit(".", 1)[-1].casefold()
        is_typed = f"/{name}".casefold() in typed or extension in extensions
        if not is_typed and extension != "rels" and name != TYPES_PART:
            raise PartError(f"is damaged: it does not say what {name} is")


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


def _without(parts: Parts, name: str, gone: set[str]) -> bytes:
    """Return a part without what refers to relationships that are gone, or to slides."""
    if not name.endswith((".xml", ".vml")):
        return parts.content[name]
    if not gone and parts.tree(name).tag not in _TIDIED:
        return parts.content[name]
    tree = parts.copied_tree(name)
    _drop(_users(tree, gone))
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


def _users(tree: etree._Element, gone: set[str]) -> Iterator[etree._Element]:
    for element in tree.iter("*"):
        if relationship_ids(element) & gone:
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


def _kept_rows(parts: Parts, name: str, ids: set[str]) -> bytes:
    if all(row.get("Id") in ids for row in parts.tree(name)):
        return parts.content[name]
    tree = parts.copied_tree(name)
    _drop(row for row in tree if row.get("Id") not in ids)
    return serialised(tree)
