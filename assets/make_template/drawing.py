"""What the template's slides, layouts and masters are drawn with: boxes, text levels, shapes.

Lengths are EMU unless a name says otherwise, text sizes points, colours names of theme colours.
Element names and their order follow ECMA-376 part 1 (PresentationML and DrawingML).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
COLOUR_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"'
    ' accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6"'
    ' hlink="hlink" folHlink="folHlink"/>'
)
_DECORATIVE = """
    <a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">
      <adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"
                       val="1"/>
    </a:ext>"""
SLIDE_NUMBER = """
    <a:p>
      <a:fld id="{0D1F6B52-3C1E-4E0B-9B43-6A1C5D0E7F21}" type="slidenum">
        <a:rPr lang="en-US"/><a:t>\u2039#\u203a</a:t>
      </a:fld>
      <a:endParaRPr lang="en-US"/>
    </a:p>"""


def inches(length: float) -> int:
    """Return `length` inches in EMU, to the nearest."""
    return round(length * 914_400)


def paragraphs(*texts: str) -> str:
    """Return one paragraph for each text, each a list level deeper than the one before."""
    return "".join(
        f'<a:p><a:pPr lvl="{depth}"/><a:r><a:rPr lang="en-US"/><a:t>{text}</a:t></a:r></a:p>'
        for depth, text in enumerate(texts)
    )


def _attributes(**values: str | int | None) -> str:
    """Return ` name="value"` for each value given, true as 1, none for None."""
    return "".join(
        f' {name}="{int(value) if isinstance(value, bool) else value}"'
        for name, value in values.items()
        if value is not None
    )


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page, in EMU."""

    x: int
    y: int
    width: int
    height: int

    def xml(self) -> str:
        return f"""
            <a:xfrm>
              <a:off x="{self.x}" y="{self.y}"/><a:ext cx="{self.width}" cy="{self.height}"/>
            </a:xfrm>
            <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one list level is set; what is None is inherited."""

    size: int
    bold: bool | None = None
    colour: str | None = None
    font: str | None = None
    align: str | None = None
    margin: int | None = None
    hanging: int = 0
    bullet: str | None = None
    line_spacing_percent: int | None = None
    space_before: int | None = None

    def xml(self, number: int) -> str:
        """Return the `a:lvl<number>pPr` element; `number` counts from one."""
        indent = None if self.margin is None else -self.hanging
        return f"""
            <a:lvl{number}pPr{_attributes(marL=self.margin, indent=indent, algn=self.align)}>
              {self._spacing()}{self._bullet()}{self._run()}
            </a:lvl{number}pPr>"""

    def _spacing(self) -> str:
        xml = ""
        if self.line_spacing_percent is not None:
            xml += f'<a:lnSpc><a:spcPct val="{self.line_spacing_percent * 1000}"/></a:lnSpc>'
        if self.space_before is not None:
            xml += f'<a:spcBef><a:spcPts val="{self.space_before * 100}"/></a:spcBef>'
        return xml

    def _bullet(self) -> str:
        if self.bullet is None:
            return "<a:buNone/>"
        return f"""
            <a:buClr><a:schemeClr val="accent3"/></a:buClr>
            <a:buFont typeface="Arial"/><a:buChar char="{self.bullet}"/>"""

    def _run(self) -> str:
        xml = ""
        if self.colour is not None:
            xml += f'<a:solidFill><a:schemeClr val="{self.colour}"/></a:solidFill>'
        if self.font is not None:
            for script, suffix in (("latin", "lt"), ("ea", "ea"), ("cs", "cs")):
                xml += f'<a:{script} typeface="+{self.font}-{suffix}"/>'
        attributes = _attributes(lang="en-US", sz=self.size * 100, b=self.bold)
        return f"<a:defRPr{attributes}>{xml}</a:defRPr>"


def levels(styles: Sequence[Level]) -> str:
    """Return the elements of the list levels one, two, ... in order."""
    return "".join(style.xml(number) for number, style in enumerate(styles, start=1))


class Shape(Protocol):
    """Anything that can stand in a shape tree."""

    def xml(self, shape_id: int) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Placeholder:
    """A placeholder; without a `box` it stands where the master's of the same kind stands.

    `kind` is its ST_PlaceholderType, `share` its ST_PlaceholderSize. `text` is paragraphs as XML;
    as a `prompt` it stands in an empty placeholder in place of the office's own "Click to add".
    """

    name: str
    kind: str
    text: str
    index: int | None = None
    box: Box | None = None
    share: str | None = None
    anchor: str | None = None
    zero_insets: bool = False
    shrinks: bool = False
    style: Sequence[Level] = ()
    prompt: bool = False

    def xml(self, shape_id: int) -> str:
        """Return the `p:sp` element."""
        return f"""
            <p:sp>
              <p:nvSpPr>
                <p:cNvPr id="{shape_id}" name="{self.name}"/>
                <p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>
                <p:nvPr>{self._placeholder()}</p:nvPr>
              </p:nvSpPr>
              <p:spPr>{self.box.xml() if self.box else ""}</p:spPr>
              <p:txBody>
                {self._body()}
                <a:lstStyle>{levels(self.style)}</a:lstStyle>
                {self.text}
              </p:txBody>
            </p:sp>"""

    def _placeholder(self) -> str:
        attributes = _attributes(
            type=None if self.kind == "obj" else self.kind,
            sz=self.share,
            idx=self.index,
            hasCustomPrompt=self.prompt or None,
        )
        return f"<p:ph{attributes}/>"

    def _body(self) -> str:
        inset = 0 if self.zero_insets else None
        attributes = _attributes(lIns=inset, tIns=inset, rIns=inset, bIns=inset, anchor=self.anchor)
        fit = "<a:normAutofit/>" if self.shrinks else ""
        return f"<a:bodyPr{attributes}>{fit}</a:bodyPr>"


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle without outline that means nothing: screen readers pass over it."""

    name: str
    box: Box
    colour: str

    def xml(self, shape_id: int) -> str:
        """Return the `p:sp` element."""
        return f"""
            <p:sp>
              <p:nvSpPr>
                <p:cNvPr id="{shape_id}" name="{self.name}">
                  <a:extLst>{_DECORATIVE}</a:extLst>
                </p:cNvPr>
                <p:cNvSpPr/><p:nvPr userDrawn="1"/>
              </p:nvSpPr>
              <p:spPr>
                {self.box.xml()}
                <a:solidFill><a:schemeClr val="{self.colour}"/></a:solidFill>
                <a:ln><a:noFill/></a:ln>
              </p:spPr>
            </p:sp>"""


def shape_tree(shapes: Sequence[Shape]) -> str:
    """Return the `p:spTree` that holds `shapes`, the first at the back, ids counted from two."""
    return f"""
        <p:spTree>
          <p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>
          <p:grpSpPr>
            <a:xfrm>
              <a:off x="0" y="0"/><a:ext cx="0" cy="0"/>
              <a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>
            </a:xfrm>
          </p:grpSpPr>
          {"".join(shape.xml(shape_id) for shape_id, shape in enumerate(shapes, start=2))}
        </p:spTree>"""
