"""The slide layouts of a template: their placeholders, with what these inherit from the master."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from deckgen.pptx.markup import DRAWING_ML, PRESENTATION_ML, RELATIONSHIPS
from deckgen.pptx.relationships import PartError, Parts
from deckgen.scene.geometry import Box, Emu

TITLES = ("title", "ctrTitle")
FOOTERS = ("dt", "ftr", "sldNum")

_A, _P, _R = f"{{{DRAWING_ML}}}", f"{{{PRESENTATION_ML}}}", f"{{{RELATIONSHIPS}}}"
_DEFAULT_SIZE = 18.0
_INSETS = {"lIns": 91_440, "tIns": 45_720, "rIns": 91_440, "bIns": 45_720}
_MOST_DIGITS = 12
_TEXT_STYLES = ("title", "body", "other")


class Slot(NamedTuple):
    """A placeholder of a layout, with what it inherits. `kind`, `idx` and `share` make its `p:ph`.

    `box` is where it stands, None if neither layout nor master says so; `room` is that less the
    insets, where its text goes. `size` is the first level's, in points.
    """

    kind: str
    idx: str | None
    share: str | None
    box: Box | None
    room: Box | None
    size: float


class _Stated(NamedTuple):
    """What a placeholder says itself: its box, which of its insets, and the size of its text."""

    box: Box | None
    insets: dict[str, int]
    size: float | None


_NOTHING = _Stated(None, {}, None)


class SlideLayout(NamedTuple):
    """One layout: its part, name and ST_SlideLayoutType, and its placeholders in their order.

    `body` is the box of the master's body placeholder, if it has one.
    """

    part: str
    name: str
    type: str
    slots: tuple[Slot, ...]
    body: Box | None

    @property
    def title(self) -> Slot | None:
        """The placeholder of the title."""
        return next((slot for slot in self.slots if slot.kind in TITLES), None)

    @property
    def subtitle(self) -> Slot | None:
        """The placeholder under the title of a cover."""
        found = [slot for kind in ("subTitle", "body") for slot in self.slots if slot.kind == kind]
        return found[0] if found else None

    @property
    def content(self) -> tuple[Slot, ...]:
        """All placeholders but the title and those at the foot."""
        return tuple(slot for slot in self.slots if slot.kind not in (*TITLES, *FOOTERS))

    @property
    def footers(self) -> tuple[Slot, ...]:
        """The placeholders of date, footer and slide number, in this order."""
        return tuple(slot for kind in FOOTERS for slot in self.slots if slot.kind == kind)


def required(slot: Slot | None) -> Slot:
    """Return a placeholder that a layout has to have. Raises PartError where it has not."""
    if slot is None:
        raise PartError("has a slide layout without a placeholder that it needs")
    return slot


def slide_layouts(parts: Parts, presentation: str) -> list[SlideLayout]:
    """Return all layouts in the order in which PowerPoint offers them.

    Raises PartError when a part is missing or not XML.
    """
    return [
        layout
        for master in _listed(parts, presentation, "sldMaster")
        for layout in _layouts_of_master(parts, master)
    ]


def _listed(parts: Parts, source: str, kind: str) -> list[str]:
    """Return the parts that the source lists as masters or layouts, in its order."""
    targets = {r.id: r.target for r in parts.relationships(source)}
    rows = parts.tree(source).iterfind(f"{_P}{kind}IdLst/{_P}{kind}Id")
    return [targets[row.get(f"{_R}id", "")] for row in rows if row.get(f"{_R}id") in targets]


def _layouts_of_master(parts: Parts, part: str) -> Iterator[SlideLayout]:
    master = parts.tree(part)
    above = {ph.get("type", "obj"): _stated(shape) for shape, ph in _placeholders(master)}
    body = above["body"].box if "body" in above else None
    sizes = _sizes_of_styles(master)
    for name in _listed(parts, part, "sldLayout"):
        tree = parts.tree(name)
        slots = tuple(_slot(shape, ph, above, sizes) for shape, ph in _placeholders(tree))
        slide = tree.find(f"{_P}cSld")
        label = "" if slide is None else slide.get("name", "")
        yield SlideLayout(name, label.strip(), tree.get("type", ""), slots, body)


def _sizes_of_styles(master: etree._Element) -> dict[str, float | None]:
    """Return the sizes of text that a master's styles state, by what the styles are for."""
    found = ((kind, master.find(f"{_P}txStyles/{_P}{kind}Style")) for kind in _TEXT_STYLES)
    return {kind: None if style is None else _size(style) for kind, style in found}


def _placeholders(tree: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield the shapes that are placeholders, each with its `p:ph`."""
    for shape in tree.iterfind(f"{_P}cSld/{_P}spTree/{_P}sp"):
        ph = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
        if ph is not None:
            yield shape, ph


def _stated(shape: etree._Element) -> _Stated:
    style = shape.find(f"{_P}txBody/{_A}lstStyle")
    return _Stated(_box(shape), _insets(shape), None if style is None else _size(style))


def _slot(
    shape: etree._Element,
    ph: etree._Element,
    of_master: dict[str, _Stated],
    sizes: dict[str, float | None],
) -> Slot:
    kind = ph.get("type", "obj")
    place = "title" if kind in TITLES else kind if kind in FOOTERS else "body"
    own, above = _stated(shape), of_master.get(place, _NOTHING)
    box = own.box or above.box
    style = sizes[place if place in sizes else "other"]
    return Slot(
        kind=kind,
        idx=ph.get("idx"),
        share=ph.get("sz"),
        box=box,
        room=None if box is None else _less(box, {**_INSETS, **above.insets, **own.insets}),
        size=own.size or above.size or style or _DEFAULT_SIZE,
    )


def _box(shape: etree._Element) -> Box | None:
    transform = shape.find(f"{_P}spPr/{_A}xfrm")
    if transform is None:
        return None
    offset, extent = transform.find(f"{_A}off"), transform.find(f"{_A}ext")
    if offset is None or extent is None:
        return None
    corner = Emu(int_of(offset, "x")), Emu(int_of(offset, "y"))
    return Box(*corner, Emu(int_of(extent, "cx")), Emu(int_of(extent, "cy")))


def _insets(shape: etree._Element) -> dict[str, int]:
    body = shape.find(f"{_P}txBody/{_A}bodyPr")
    if body is None:
        return {}
    return {side: int_of(body, side) for side in _INSETS if body.get(side)}


def _size(style: etree._Element) -> float | None:
    run = style.find(f"{_A}lvl1pPr/{_A}defRPr")
    return None if run is None or not run.get("sz") else int_of(run, "sz") / 100


def _less(box: Box, insets: dict[str, int]) -> Box:
    width = box.width - insets["lIns"] - insets["rIns"]
    height = box.height - insets["tIns"] - insets["bIns"]
    corner = Emu(box.x + insets["lIns"]), Emu(box.y + insets["tIns"])
    return Box(*corner, Emu(width), Emu(height))


def int_of(element: etree._Element, name: str) -> int:
    """Return an attribute's number, 0 where it is none; whoever uses a box judges it."""
    value = element.get(name, "")
    digits = value.removeprefix("-")
    is_number = digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return int(value) if is_number else 0
