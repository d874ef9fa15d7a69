"""The notes master, the page that notes print on; Keynote is said to show no notes without it."""

from __future__ import annotations

from dataclasses import dataclass

from assets.make_template.drawing import (
    COLOUR_MAP,
    NAMESPACES,
    SLIDE_NUMBER,
    Box,
    Level,
    Placeholder,
    Shape,
    inches,
    levels,
    paragraphs,
    shape_tree,
)

PAGE_WIDTH, PAGE_HEIGHT = 6_858_000, 9_144_000
_MARGIN = inches(0.75)
_CONTENT_WIDTH = PAGE_WIDTH - 2 * _MARGIN
_CORNER_WIDTH, _CORNER_HEIGHT = inches(2.9), inches(0.35)
_NOTES_STYLE = tuple(
    Level(size=12, colour="tx1", font="mn", align="l", margin=depth * inches(0.25), space_before=4)
    for depth in range(9)
)


@dataclass(frozen=True, slots=True)
class _SlideImage:
    """The placeholder in which a notes page shows its slide."""

    box: Box

    def xml(self, shape_id: int) -> str:
        return f"""
            <p:sp>
              <p:nvSpPr>
                <p:cNvPr id="{shape_id}" name="Slide Image"/>
                <p:cNvSpPr>
                  <a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>
                </p:cNvSpPr>
                <p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr>
              </p:nvSpPr>
              <p:spPr>
                {self.box.xml()}
                <a:noFill/>
                <a:ln w="9525"><a:solidFill><a:schemeClr val="accent3"/></a:solidFill></a:ln>
              </p:spPr>
            </p:sp>"""


def notes_master() -> str:
    """Return the `p:notesMaster` document."""
    return f"""
        <p:notesMaster {NAMESPACES}>
          <p:cSld>
            <p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>
            {shape_tree(_shapes())}
          </p:cSld>
          {COLOUR_MAP}
          <p:notesStyle>{levels(_NOTES_STYLE)}</p:notesStyle>
        </p:notesMaster>"""


def _shapes() -> tuple[Shape, ...]:
    """Return the page's placeholders.

    The notes state their style again: LibreOffice does not read the one of the notes master.
    """
    image_top, image_height = inches(0.8), _CONTENT_WIDTH * 9 // 16
    body_top = image_top + image_height + inches(0.25)
    bottom = PAGE_HEIGHT - inches(0.2) - _CORNER_HEIGHT
    body = Placeholder(
        name="Notes",
        kind="body",
        index=3,
        share="quarter",
        text=paragraphs("Speaker notes"),
        box=Box(_MARGIN, body_top, _CONTENT_WIDTH, bottom - inches(0.2) - body_top),
        zero_insets=True,
        style=_NOTES_STYLE,
    )
    return (
        _corner("Header", "hdr", None, paragraphs("Header"), right=False, top=inches(0.2)),
        _corner("Date", "dt", 1, paragraphs("Date"), right=True, top=inches(0.2)),
        _SlideImage(Box(_MARGIN, image_top, _CONTENT_WIDTH, image_height)),
        body,
        _corner("Footer", "ftr", 4, paragraphs("Footer"), right=False, top=bottom),
        _corner("Slide Number", "sldNum", 5, SLIDE_NUMBER, right=True, top=bottom),
    )


def _corner(
    name: str, kind: str, index: int | None, text: str, *, right: bool, top: int
) -> Placeholder:
    x = PAGE_WIDTH - _MARGIN - _CORNER_WIDTH if right else _MARGIN
    return Placeholder(
        name=name,
        kind=kind,
        index=index,
        share="quarter",
        text=text,
        box=Box(x, top, _CORNER_WIDTH, _CORNER_HEIGHT),
        anchor="ctr",
        zero_insets=True,
        style=(Level(size=10, colour="accent3", align="r" if right else "l", margin=0),),
    )
