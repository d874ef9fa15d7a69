"""The presentation part, and the family of slides, layouts, masters, notes and themes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from tests.validators.package import Package
from tests.validators.xmlnames import P14, P, R

SLIDE_ID_RANGE = range(256, 2**31)

KIN = {
    "slide": {"slideLayout": (1, 1), "notesSlide": (0, 1)},
    "slideLayout": {"slideMaster": (1, 1)},
    "slideMaster": {"theme": (1, 1)},
    "notesMaster": {"theme": (1, 1)},
    "notesSlide": {"notesMaster": (1, 1), "slide": (1, 1)},
}
"""How many relationships of a kind each kind of part has: the least and the most."""


def parts_of_kind(package: Package, kind: str) -> list[str]:
    """The part names whose content type says that they are a `slide`, `slideLayout` ..."""
    suffix = f"presentationml.{kind}+xml"
    return [part for part, type_ in package.content_types.items() if type_.endswith(suffix)]


def presentation_faults(package: Package) -> Iterator[str]:
    """Slide ids that clash, and sections that do not hold each slide once."""
    found = package.related_tree("", "officeDocument")
    if found is None:
        return
    part, tree = found
    slide_ids = _ids(tree.iter(P + "sldId"))
    for id_ in _repeated(slide_ids):
        yield f"{part}: the slide id {id_} stands twice"
    for id_ in slide_ids:
        if not id_.isdecimal() or int(id_) not in SLIDE_ID_RANGE:
            yield f"{part}: {id_} is not a slide id"
    for rel in _repeated([e.get(R + "id") or "" for e in tree.iter(P + "sldId")]):
        yield f"{part}: the slide {rel} stands twice"
    yield from (f"{part}: {fault}" for fault in _section_faults(tree, slide_ids))


def _section_faults(tree: etree._Element, slide_ids: list[str]) -> Iterator[str]:
    sections = list(tree.iter(P14 + "section"))
    if not sections:
        return
    listed = _ids(tree.iter(P14 + "sldId"))
    for id_ in sorted(set(listed) - set(slide_ids)):
        yield f"a section lists the slide {id_}, which does not exist"
    for id_ in sorted(set(slide_ids) - set(listed)):
        yield f"no section lists the slide {id_}"
    for id_ in _repeated(listed):
        yield f"sections list the slide {id_} twice"
    for id_ in _repeated(_ids(sections)):
        yield f"the section id {id_} stands twice"
    if set(listed) == set(slide_ids) and len(listed) == len(slide_ids) and listed != slide_ids:
        yield "the sections' slides are not in the order of the slides"


def kinship_faults(package: Package) -> Iterator[str]:
    """Slides without a layout, layouts their master does not list, themes of two masters."""
    for kind, kin in KIN.items():
        for part in parts_of_kind(package, kind):
            for relative, (least, most) in kin.items():
                count = len(package.related(part, relative))
                if not least <= count <= most:
                    yield f"{part}: has {count} relationships to a {relative}"
    for layout in parts_of_kind(package, "slideLayout"):
        for master in package.related(layout, "slideMaster"):
            if layout not in package.related(master, "slideLayout"):
                yield f"{layout}: its master {master} does not list it"
    masters = parts_of_kind(package, "slideMaster") + parts_of_kind(package, "notesMaster")
    for theme in _repeated(theme for part in masters for theme in package.related(part, "theme")):
        yield f"{theme}: is the theme of more than one master"


def notes_faults(package: Package) -> Iterator[str]:
    """Notes that do not belong to their slide, and a notes master that nobody declares.

    PowerPoint does without the declaration, Keynote does not.
    """
    notes = parts_of_kind(package, "notesSlide")
    for part in notes:
        for slide in package.related(part, "slide"):
            if package.related(slide, "notesSlide") != [part]:
                yield f"{part}: are notes of {slide}, which does not know them"
    found = package.related_tree("", "officeDocument")
    if found is not None and (notes or parts_of_kind(package, "notesMaster")):
        declared = len(list(found[1].iter(P + "notesMasterId")))
        if declared != 1:
            yield f"{found[0]}: has notes, but declares {declared} notes masters"


def core_property_faults(package: Package) -> Iterator[str]:
    """Core properties that stand more than once, or are missing as a whole."""
    found = package.related_tree("", "core-properties")
    if found is None:
        yield "_rels/.rels: leads to no core properties"
        return
    part, tree = found
    for tag in _repeated(etree.QName(e).localname for e in tree.iterchildren("*")):
        yield f"{part}: {tag} stands more than once"


def _ids(elements: Iterable[etree._Element]) -> list[str]:
    return [element.get("id") or "" for element in elements]


def _repeated(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]
