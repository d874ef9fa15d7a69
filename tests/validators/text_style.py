"""Size, weight and colour of each run of text, through everything it inherits from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from tests.validators.colours import Paint, Palette
from tests.validators.shapes import Shape, Slide
from tests.validators.xmlnames import LINK_COLOUR, A, P, R

DEFAULT_SIZE = 18.0
LARGE, LARGE_BOLD = 18.0, 14.0
"""Points from which text counts as large (WCAG 2.2, "large scale")."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run with its text, its size in points, its paint and its link's relationship id."""

    text: str
    size: float
    bold: bool
    paint: Paint
    link: str | None
    cell: etree._Element | None
    """The `a:tc` that the run stands in, in a table."""

    @property
    def is_large(self) -> bool:
        return self.size >= LARGE or (self.bold and self.size >= LARGE_BOLD)


class Styles:
    """The text styles of one slide. `defaults` is the presentation's defaultTextStyle."""

    def __init__(self, slide: Slide, palette: Palette, defaults: etree._Element | None) -> None:
        self._slide = slide
        self._palette = palette
        self._defaults = defaults

    def runs(self, shape: Shape) -> Iterator[Run]:
        """Every run that shows something, in order; none for groups."""
        if shape.kind == "group":
            return
        for body in shape.element.iter(P + "txBody", A + "txBody"):
            lists = self._list_styles(shape, body)
            scale = _font_scale(body)
            cell = body.getparent() if body.tag == A + "txBody" else None
            for paragraph in body.iterchildren(A + "p"):
                levels = [_level(style, paragraph) for style in lists]
                for element in paragraph.iterchildren(A + "r", A + "fld"):
                    text = element.findtext(A + "t") or ""
                    if text.strip():
                        yield self._run(element, text, levels, shape, cell, scale)

    def _list_styles(self, shape: Shape, body: etree._Element) -> list[etree._Element]:
        """What a run inherits from, nearest first."""
        own = [body, *(e.find(P + "txBody") for e in shape.inherited)]
        lists = [b.find(A + "lstStyle") for b in own if b is not None]
        text_styles = self._slide.master.find(P + "txStyles")
        if shape.placeholder is None or text_styles is None:
            return [e for e in (*lists, self._defaults) if e is not None]
        return [e for e in (*lists, text_styles.find(P + _master_style(shape))) if e is not None]

    def _run(
        self,
        element: etree._Element,
        text: str,
        levels: Sequence[etree._Element | None],
        shape: Shape,
        cell: etree._Element | None,
        scale: float,
    ) -> Run:
        own = element.find(A + "rPr")
        chain = [properties for properties in (own, *levels) if properties is not None]
        size = next((int(v) / 100 for p in chain if (v := p.get("sz"))), DEFAULT_SIZE)
        bold = next((v for p in chain if (v := p.get("b"))), "0")
        click = None if own is None else own.find(A + "hlinkClick")
        return Run(
            text=text,
            size=size * scale,
            bold=bold in ("1", "true"),
            paint=self._paint(own, levels, shape, click),
            link=None if click is None else click.get(R + "id"),
            cell=cell,
        )

    def _paint(
        self,
        own: etree._Element | None,
        levels: Sequence[etree._Element | None],
        shape: Shape,
        click: etree._Element | None,
    ) -> Paint:
        if click is not None and not any(e.get("val") == "tx" for e in click.iter(LINK_COLOUR)):
            return Paint((self._palette.named("hlink"),))
        explicit = self._palette.fill(own)
        if explicit is not None:
            return explicit
        reference = shape.element.find(f"{P}style/{A}fontRef")
        if reference is not None and len(reference) and shape.placeholder is None:
            return self._palette.colour(reference)
        inherited = (self._palette.fill(level) for level in levels)
        black = Paint((self._palette.named("tx1"),))
        return next((paint for paint in inherited if paint is not None), black)


def _master_style(shape: Shape) -> str:
    if shape.is_footer:
        return "otherStyle"
    return "titleStyle" if shape.is_title else "bodyStyle"


def _level(style: etree._Element, paragraph: etree._Element) -> etree._Element | None:
    properties = paragraph.find(A + "pPr")
    level = 0 if properties is None else int(properties.get("lvl", "0"))
    return style.find(f"{A}lvl{level + 1}pPr/{A}defRPr")


def _font_scale(body: etree._Element) -> float:
    """What "shrink text on overflow" has last shrunk the text to, as a fraction."""
    autofit = body.find(f"{A}bodyPr/{A}normAutofit")
    return 1.0 if autofit is None else int(autofit.get("fontScale", "100000")) / 100_000
