"""The texts of a figure as text boxes, their pseudo-HTML as runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape

from deckgen.figures.plotly_schema import Annotation
from deckgen.scene.figure.canvas import Canvas
from deckgen.scene.measure import PITCH
from deckgen.scene.shapes import TextBox
from deckgen.scene.text import Align, Anchor, Paragraph, Run, TextFrame

_ALIGNS = {"left": Align.LEFT, "center": Align.CENTRE, "right": Align.RIGHT}
_ANCHORS = {"top": Anchor.TOP, "middle": Anchor.MIDDLE, "bottom": Anchor.BOTTOM}
_BEFORE = {"left": 0.0, "top": 0.0, "center": 0.5, "middle": 0.5, "right": 1.0, "bottom": 1.0}

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>|([^<]+)")
_COLOUR = re.compile(r"color:\s*(#[0-9A-Fa-f]{6})")


def text_box(canvas: Canvas, annotation: Annotation) -> TextBox:
    """Return a text of the figure in its box."""
    left = annotation["x"] - annotation["width"] * _BEFORE[annotation["xanchor"]]
    top = annotation["y"] - annotation["height"] * _BEFORE[annotation["yanchor"]]
    box = canvas.between(left, top, left + annotation["width"], top + annotation["height"])
    size = canvas.points(annotation["font"]["size"])
    paragraphs = tuple(
        Paragraph(
            runs=tuple(_runs(line, size, annotation["font"]["color"])),
            pitch=round(size * PITCH, 2),
            align=_ALIGNS[annotation["align"]],
        )
        for line in annotation["hovertext"].split("<br>")
    )
    wraps = "<br>" in annotation["text"]
    frame = TextFrame(paragraphs, _ANCHORS[annotation["valign"]], wraps=wraps)
    return TextBox(annotation["name"], box, frame)


def _runs(markup: str, size: float, colour: str) -> Iterator[Run]:
    """Yield the runs of a line of Plotly's pseudo-HTML: `b`, `i`, `span` with a colour."""
    looks = [Run("", size, colour)]
    for closing, tag, attributes, text in _TAG.findall(markup):
        if text:
            yield replace(looks[-1], text=unescape(text))
        elif closing:
            looks.pop()
        else:
            found = _COLOUR.search(attributes)
            looks.append(
                replace(
                    looks[-1],
                    bold=looks[-1].bold or tag == "b",
                    italic=looks[-1].italic or tag == "i",
                    colour=found[1] if found else looks[-1].colour,
                )
            )
