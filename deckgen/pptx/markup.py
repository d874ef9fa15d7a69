"""XML as text: escaping, and the elements that every written part shares.

Element names and their order follow ECMA-376 part 1 (PresentationML and DrawingML).
"""

from __future__ import annotations

from deckgen.scene.geometry import Box
from deckgen.scene.shapes import Line

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DRAWING_ML = "http://schemas.openxmlformats.org/drawingml/2006/main"
PRESENTATION_ML = "http://schemas.openxmlformats.org/presentationml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:a="{DRAWING_ML}" xmlns:r="{RELATIONSHIPS}" xmlns:p="{PRESENTATION_ML}"'
LANGUAGE = "en-US"

NO_FILL = "<a:noFill/>"

_ATTRIBUTE = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        # A parser turns these three into spaces unless they are written as references.
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)


def escaped(text: str) -> str:
    """Return `text` as the content of an element; a carriage return survives parsing."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def quoted(text: str) -> str:
    """Return `text` as the value of an attribute, with its quotation marks."""
    return f'"{text.translate(_ATTRIBUTE)}"'


def document(xml: str) -> bytes:
    """Return the bytes of a part whose root element is `xml`."""
    return (DECLARATION + xml).encode()


def solid_fill(colour: str) -> str:
    """Return the fill of one colour, given as `#RRGGBB`."""
    return f'<a:solidFill><a:srgbClr val="{colour[1:].upper()}"/></a:solidFill>'


def fill(colour: str | None) -> str:
    """Return the fill of `colour`, or that there is none."""
    return NO_FILL if colour is None else solid_fill(colour)


def outline(line: Line | None) -> str:
    """Return an outline; where there is none it says so, lest a theme's default show."""
    if line is None:
        return f"<a:ln>{NO_FILL}</a:ln>"
    dash = "dash" if line.dashed else "solid"
    return f'<a:ln w="{line.width}">{solid_fill(line.colour)}<a:prstDash val="{dash}"/></a:ln>'


def transform(box: Box, tag: str = "a:xfrm") -> str:
    """Return where something stands on the slide."""
    return f"<{tag}>{place(box)}</{tag}>"


def place(box: Box) -> str:
    """Return offset and extent of a box."""
    return f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{box.height}"/>'


def preset(name: str, guides: str = "") -> str:
    """Return one of the predefined outlines, with its adjustments."""
    return f'<a:prstGeom prst="{name}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
