"""Text frames, paragraphs and runs as DrawingML."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

from deckgen.pptx.markup import LANGUAGE, escaped, quoted, solid_fill
from deckgen.scene.text import Align, Anchor, Paragraph, Run, TextFrame

Link = Callable[[str], str]
"""Gives the relationship id under which the part that is being written knows an address."""

ANCHORS = {Anchor.TOP: "t", Anchor.MIDDLE: "ctr", Anchor.BOTTOM: "b"}
_ALIGNMENTS = {Align.LEFT: "l", Align.CENTRE: "ctr", Align.RIGHT: "r"}
# DrawingML means sides, not start and end: a paragraph from right to left starts at the right.
_ALIGNMENTS_FROM_RIGHT = {Align.LEFT: "r", Align.CENTRE: "ctr", Align.RIGHT: "l"}

# PowerPoint paints links in the theme's link colour unless the link says to take the text's.
_KEEPS_COLOUR = (
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}">'
    '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"'
    ' val="tx"/></a:ext></a:extLst>'
)


def text_body(frame: TextFrame, link: Link) -> str:
    """Return the `p:txBody` of a shape: it never grows, shrinks or inherits insets."""
    wrap = "square" if frame.wraps else "none"
    return (
        f'<p:txBody><a:bodyPr wrap="{wrap}" lIns="{frame.left}" tIns="{frame.top}"'
        f' rIns="{frame.right}" bIns="{frame.bottom}" anchor="{ANCHORS[frame.anchor]}"'
        ' rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
        f"{paragraphs(frame, link)}</p:txBody>"
    )


def paragraphs(frame: TextFrame, link: Link) -> str:
    """Return the frame's paragraphs, at least the one that every text body must have."""
    written = [
        _paragraph(paragraph, link, is_first=n == 0) for n, paragraph in enumerate(frame.paragraphs)
    ]
    return "".join(written) or f'<a:p><a:endParaRPr lang="{LANGUAGE}"/></a:p>'


def plain_paragraph(text: str, size: float | None = None) -> str:
    """Return `text` as a paragraph that inherits its look; `size` is points where it does not."""
    own_size = "" if size is None else f' sz="{_hundredths(size)}"'
    direction = ' algn="r" rtl="1"' if is_right_to_left(text) else ""
    properties = f"<a:pPr{direction}/>" if direction else ""
    look = f'<a:rPr lang="{LANGUAGE}"{own_size} dirty="0"/>'
    return f"<a:p>{properties}<a:r>{look}<a:t>{escaped(text)}</a:t></a:r></a:p>"


def is_right_to_left(text: str) -> bool:
    """Whether the first character of `text` with a direction runs to the left (UAX #9, rule P2)."""
    if text.isascii():
        return False
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _paragraph(paragraph: Paragraph, link: Link, *, is_first: bool) -> str:
    runs = "".join([_run(run, link) for run in paragraph.runs if run.text])
    properties = _paragraph_properties(
        paragraph.pitch,
        # Applications disagree on a space before the first line; the measuring counts none.
        0.0 if is_first else paragraph.space_before,
        paragraph.align,
        paragraph.bullet,
        paragraph.hang,
        is_right_to_left(paragraph.text),
    )
    return f"<a:p>{properties}{runs or _end_of_empty(paragraph)}</a:p>"


@cache
def _paragraph_properties(
    pitch: float, space: float, align: Align, bullet: str | None, hang: int, from_right: bool
) -> str:
    """Return the `a:pPr`; a deck has few kinds of paragraphs and many of each."""
    alignment = (_ALIGNMENTS_FROM_RIGHT if from_right else _ALIGNMENTS)[align]
    mark = "<a:buNone/>"
    if bullet is not None:
        mark = f'<a:buFont typeface="Arial"/><a:buChar char={quoted(bullet)}/>'
    return (
        f'<a:pPr marL="{hang}" indent="{-hang}" algn="{alignment}" rtl="{int(from_right)}">'
        f"<a:lnSpc>{_points(pitch)}</a:lnSpc><a:spcBef>{_points(space)}</a:spcBef>"
        f"<a:spcAft>{_points(0)}</a:spcAft>{mark}</a:pPr>"
    )


def _end_of_empty(paragraph: Paragraph) -> str:
    size = f' sz="{_hundredths(paragraph.runs[0].size)}"' if paragraph.runs else ""
    return f'<a:endParaRPr lang="{LANGUAGE}"{size} dirty="0"/>'


def _run(run: Run, link: Link) -> str:
    click = ""
    if run.link is not None:
        click = f"<a:hlinkClick r:id={quoted(link(run.link))}>{_KEEPS_COLOUR}</a:hlinkClick>"
    look = _look(run.size, run.colour, run.bold, run.italic)
    return f"<a:r>{look}{click}</a:rPr><a:t>{escaped(run.text)}</a:t></a:r>"


@cache
def _look(size: float, colour: str, bold: bool, italic: bool) -> str:
    """Return the start of `a:rPr`; a deck has few looks and many runs."""
    return (
        f'<a:rPr lang="{LANGUAGE}" sz="{_hundredths(size)}" b="{int(bold)}" i="{int(italic)}"'
        f' dirty="0">{solid_fill(colour)}'
    )


def _points(length: float) -> str:
    return f'<a:spcPts val="{_hundredths(length)}"/>'


def _hundredths(length: float) -> int:
    return round(length * 100)
