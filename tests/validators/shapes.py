"""The shapes of each slide as values: kind, names, text, and the box on the slide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from lxml import etree

from tests.validators.boxes import Box, Frame, around, frame_of
from tests.validators.package import Package
from tests.validators.xmlnames import COMPATIBILITY, DECORATIVE, A, C, P, R

Kind = Literal["shape", "freeform", "line", "picture", "group", "table", "chart", "graphic"]

FOOTERS = ("dt", "ftr", "sldNum")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Type and index of a `p:ph`, with `ctrTitle` told as `title`."""

    type: str
    index: str


@dataclass(frozen=True, eq=False)
class Shape:
    """One shape of a slide, and its children when it is a group.

    `frame` is what the XML says, in the parent's coordinates (a placeholder's may come from the
    layout or master); `box` is the rectangle around it on the slide. Both are None without a
    place. `inherited` are the same placeholder's elements on the layout and on the master.
    """

    kind: Kind
    element: etree._Element
    name: str
    description: str
    decorative: bool
    placeholder: Placeholder | None
    frame: Frame | None
    box: Box | None
    inherited: tuple[etree._Element, ...]
    children: tuple[Shape, ...] = ()

    @property
    def is_title(self) -> bool:
        return self.placeholder is not None and self.placeholder.type == "title"

    @property
    def is_footer(self) -> bool:
        """Whether it is the placeholder of a date, a footer or a slide number."""
        return self.placeholder is not None and self.placeholder.type in FOOTERS

    @property
    def text(self) -> str:
        """The text of its own body or table cells, one line per paragraph, stripped."""
        if self.kind == "group":
            return ""
        return "\n".join(map(paragraph_text, self.element.iter(A + "p"))).strip()

    def walk(self) -> Iterator[Shape]:
        """The shape and everything inside it, in reading (and painting) order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, eq=False)
class Slide:
    """One slide with its family. `backdrop` are the layout's and master's own drawn shapes."""

    number: int
    part: str
    tree: etree._Element
    layout: etree._Element
    master: etree._Element
    theme: etree._Element
    notes: etree._Element | None
    shapes: tuple[Shape, ...]
    backdrop: tuple[Shape, ...]

    def walk(self) -> Iterator[Shape]:
        """Every shape of the slide, in reading (and painting) order."""
        for shape in self.shapes:
            yield from shape.walk()


@lru_cache(maxsize=2)
def slides_of(package: Package) -> tuple[Slide, ...]:
    """The slides of a sound package in the order of the presentation.

    Raises ValueError when a slide's layout, master or theme is missing.
    """
    main = package.related_tree("", "officeDocument")
    if main is None:
        raise ValueError("the package has no presentation")
    targets = {relation.id: relation.target for relation in package.relations[main[0]]}
    parts = [targets[e.get(R + "id") or ""] for e in main[1].iter(P + "sldId")]
    return tuple(_slide(package, part, number) for number, part in enumerate(parts, 1))


def _slide(package: Package, part: str, number: int) -> Slide:
    layout_part, layout = _family(package, part, "slideLayout")
    master_part, master = _family(package, layout_part, "slideMaster")
    _, theme = _family(package, master_part, "theme")
    notes = package.related_tree(part, "notesSlide")
    tree = package.trees[part]
    behind = [*_drawn(master, layout, tree), *_drawn(layout, tree)]
    return Slide(
        number=number,
        part=part,
        tree=tree,
        layout=layout,
        master=master,
        theme=theme,
        notes=None if notes is None else notes[1],
        shapes=_shapes(_shape_tree(tree), (), (layout, master)),
        backdrop=tuple(behind),
    )


def _family(package: Package, part: str, kind: str) -> tuple[str, etree._Element]:
    found = package.related_tree(part, kind)
    if found is None:
        raise ValueError(f"{part} has no {kind}")
    return found


def _shape_tree(tree: etree._Element) -> etree._Element:
    found = tree.find(f"{P}cSld/{P}spTree")
    if found is None:
        raise ValueError("a slide, layout or master has no shape tree")
    return found


def _drawn(tree: etree._Element, *users: etree._Element) -> list[Shape]:
    """The shapes of a layout or master that show on the slide: placeholders never do."""
    if any(user.get("showMasterSp") in ("0", "false") for user in users):
        return []
    return [s for s in _shapes(_shape_tree(tree), (), ()) if s.placeholder is None]


def _shapes(
    tree: etree._Element, groups: Sequence[Frame], ancestors: Sequence[etree._Element]
) -> tuple[Shape, ...]:
    """The shapes directly in a shape tree or group. `groups` leads from the innermost outwards."""
    found: list[Shape] = []
    for element in tree.iterchildren("*"):
        if element.tag == COMPATIBILITY + "AlternateContent":
            choice = element.find(COMPATIBILITY + "Choice")
            found += [] if choice is None else _shapes(choice, groups, ancestors)
        elif (kind := _kind(element)) is not None:
            found.append(_shape(kind, element, groups, ancestors))
    return tuple(found)


def _kind(element: etree._Element) -> Kind | None:
    if element.tag == P + "sp":
        return "shape" if element.find(f"{P}spPr/{A}custGeom") is None else "freeform"
    if element.tag == P + "graphicFrame":
        if element.find(f".//{A}tbl") is not None:
            return "table"
        return "graphic" if element.find(f".//{C}chart") is None else "chart"
    others: dict[str, Kind] = {P + "cxnSp": "line", P + "pic": "picture", P + "grpSp": "group"}
    return others.get(element.tag)


def _shape(
    kind: Kind,
    element: etree._Element,
    groups: Sequence[Frame],
    ancestors: Sequence[etree._Element],
) -> Shape:
    properties = next(element.iter(P + "cNvPr"))
    placeholder = _placeholder(element)
    inherited = _inherited(placeholder, ancestors) if placeholder else ()
    frames = (frame_of(_xfrm(e)) for e in (element, *inherited))
    frame = next((f for f in frames if f is not None), None)
    inner = [frame, *groups] if kind == "group" and frame else groups
    return Shape(
        kind=kind,
        element=element,
        name=properties.get("name") or "",
        description=(properties.get("descr") or "").strip(),
        decorative=any(e.get("val") in ("1", "true") for e in properties.iter(DECORATIVE)),
        placeholder=placeholder,
        frame=frame,
        box=None if frame is None else _on_slide(frame, groups),
        inherited=inherited,
        children=_shapes(element, inner, ancestors) if kind == "group" else (),
    )


def _xfrm(element: etree._Element) -> etree._Element | None:
    if element.tag == P + "graphicFrame":
        return element.find(P + "xfrm")
    if element.tag == P + "grpSp":
        return element.find(f"{P}grpSpPr/{A}xfrm")
    return element.find(f"{P}spPr/{A}xfrm")


def _on_slide(frame: Frame, groups: Sequence[Frame]) -> Box:
    points = frame.corners()
    for group in groups:
        points = [group.from_inner(point) for point in points]
    return around(points)


def _placeholder(element: etree._Element) -> Placeholder | None:
    found = element.find(f"*/{P}nvPr/{P}ph")
    if found is None:
        return None
    kind = found.get("type") or "obj"
    return Placeholder("title" if kind == "ctrTitle" else kind, found.get("idx") or "0")


def _inherited(
    placeholder: Placeholder, ancestors: Sequence[etree._Element]
) -> tuple[etree._Element, ...]:
    """The placeholder on the layout and on the master, as PowerPoint finds them.

    Titles and footers are matched by type, all others by index on the layout; the master has one
    body for everything that is neither.
    """
    found = []
    by_type = placeholder.type in ("title", *FOOTERS)
    on_master = placeholder.type if by_type else "body"
    for tree, is_master in zip(ancestors, (False, True), strict=False):
        for element in _shape_tree(tree).iterchildren(P + "sp"):
            other = _placeholder(element)
            if other is None:
                continue
            same_index = not is_master and not by_type and other.index == placeholder.index
            if same_index or ((is_master or by_type) and other.type == on_master):
                found.append(element)
                break
    return tuple(found)


def paragraph_text(paragraph: etree._Element) -> str:
    """The text of an `a:p`, fields included, line breaks as line feeds."""
    pieces = []
    for child in paragraph.iterchildren(A + "r", A + "fld", A + "br"):
        text = child.find(A + "t")
        pieces.append("\n" if child.tag == A + "br" else "" if text is None else text.text or "")
    return "".join(pieces)
