"""Alternative texts: present, meaningful, and not on what is marked as decorative."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tests.validators.shapes import Shape

ALWAYS_DESCRIBED = ("picture", "chart", "table", "graphic", "group", "line")

MEANINGLESS = re.compile(
    r"\S*\.(png|jpe?g|gif|svg|bmp|tiff?|emf|wmf|webp)"
    r"|(picture|image|photo|graphic|chart|table|group|shape|icon|diagram|timeline)s?\W*\d*",
    re.IGNORECASE,
)
"""A file name, or a word for any picture with at most a number."""


def alt_text_findings(shapes: Iterable[Shape]) -> Iterator[str]:
    """What is wrong with the alternative texts of these shapes and of those inside them."""
    for shape in shapes:
        if shape.decorative and shape.description:
            yield f"{shape.name!r}: is decorative and described"
        elif MEANINGLESS.fullmatch(shape.description):
            yield f"{shape.name!r}: the alt text {shape.description!r} says nothing"
        elif _is_unfilled(shape):
            yield f"{shape.name!r}: is a placeholder that was left empty"
        elif _needs_description(shape) and not shape.description and not shape.decorative:
            yield f"{shape.name!r}: has no alt text"
        if not (shape.kind == "group" and (shape.description or shape.decorative)):
            yield from alt_text_findings(shape.children)


def _needs_description(shape: Shape) -> bool:
    """Text speaks for itself; everything else has to be described."""
    return shape.kind in ALWAYS_DESCRIBED or not (shape.text or shape.is_title)


def _is_unfilled(shape: Shape) -> bool:
    """Whether PowerPoint shows "Click to add text" here. An empty title is told of elsewhere."""
    is_text_placeholder = shape.kind == "shape" and shape.placeholder is not None
    return is_text_placeholder and not shape.is_title and not shape.text
