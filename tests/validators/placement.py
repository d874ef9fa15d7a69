"""Whether each text of a deck stands in its own box on the rendered pages."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a page and the rectangle around it, in points from the page's top left."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def centre(self) -> tuple[float, float]:
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2


TextBox = tuple[str, str, float, float, float, float]
"""Name, text, x, y, width and height of a box, in points from the slide's top left."""

NOT_COMPARED = re.compile(
    "[-\\s\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f"  # white space, joiners, variation selectors
    "\u2010-\u2014\u2022\u2023\u25aa\u25cf\u25e6"  # hyphens at line ends, dashes and bullets
    "\U0001f000-\U0001faff]"  # pictographs, which few fonts have
)
REORDERED = re.compile("[\u0590-\u1eff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Scripts that are shaped or run to the left: a PDF need not hold them in reading order."""

WORDS_NAMED = 8
"""How many stray words a finding names at most."""


def unplaced_texts(
    boxes_by_page: Sequence[Sequence[TextBox]],
    words_by_page: Sequence[Sequence[Word]],
    tolerance_pt: float,
) -> list[str]:
    """Every text that its page does not show inside its box, widened by `tolerance_pt` all around.

    A word belongs to the box that holds its centre, and to the nearest when several widened boxes
    do. The characters of a box's words must be those of its text, without white space and in
    Unicode's compatibility decomposition: in the same order, or in any order where the script is
    shaped or runs to the left. No word may stick out of its box to the left or right.
    """
    if len(boxes_by_page) != len(words_by_page):
        return [f"there are {len(boxes_by_page)} slides, but {len(words_by_page)} pages"]
    found = []
    pages = zip(boxes_by_page, words_by_page, strict=True)
    for number, (boxes, words) in enumerate(pages, 1):
        shares = _shares(boxes, words, tolerance_pt)
        for box, inside in zip(boxes, shares, strict=True):
            if fault := _fault(box, inside, words, tolerance_pt):
                found.append(f"slide {number}: {box[0]!r}: {fault}")
    return found


def _shares(boxes: Sequence[TextBox], words: Sequence[Word], tolerance: float) -> list[list[Word]]:
    """The words of each box, in the page's order."""
    shares: list[list[Word]] = [[] for _ in boxes]
    for word in words:
        distances = [(_distance(word, box), index) for index, box in enumerate(boxes)]
        distance, index = min(distances, default=(tolerance + 1, 0))
        if distance <= tolerance:
            shares[index].append(word)
    return shares


def _distance(word: Word, box: TextBox) -> float:
    """From a word's centre to a box, in points; 0 inside it."""
    _, _, left, top, width, height = box
    x, y = word.centre
    dx, dy = max(left - x, x - left - width, 0), max(top - y, y - top - height, 0)
    return hypot(dx, dy)


def _fault(box: TextBox, inside: list[Word], page: Sequence[Word], tolerance: float) -> str:
    _, text, left, _, width, _ = box
    if not _shows(text, inside):
        shown = " ".join(word.text for word in inside)
        return f"should show {text!r} and shows {shown!r}{_strays(text, inside, page)}"
    for word in inside:
        if word.x0 < left - tolerance or word.x1 > left + width + tolerance:
            sides = f"from {word.x0:.0f} to {word.x1:.0f} pt"
            return f"{word.text!r} sticks out of the box ({sides})"
    return ""


def _shows(text: str, inside: list[Word]) -> bool:
    wanted = compared(text)
    orders = [compared(" ".join(w.text for w in words)) for words in (inside, _by_line(inside))]
    if REORDERED.search(text):
        return sorted(wanted) == sorted(orders[0])
    return wanted in orders


def compared(text: str) -> str:
    """The characters of a text by which it is known again on a page."""
    return NOT_COMPARED.sub("", unicodedata.normalize("NFKD", text))


def _by_line(words: list[Word]) -> list[Word]:
    """Words from top to bottom, those whose centres differ by less than half a line from the left.

    pdftotext may tell words of one box in another order when columns of text stand side by side.
    """
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.centre[1]):
        if lines and word.centre[1] - lines[-1][0].centre[1] < (word.y1 - word.y0) / 2:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [word for line in lines for word in sorted(line, key=lambda w: w.x0)]


def _strays(text: str, inside: list[Word], page: Sequence[Word]) -> str:
    """Where words of the text stand on the page instead."""
    wanted = compared(text)
    elsewhere = [
        f"{word.text!r} at {word.x0:.0f}, {word.y0:.0f}"
        for word in page
        if word not in inside and len(compared(word.text)) > 1 and compared(word.text) in wanted
    ]
    return f"; elsewhere {', '.join(elsewhere[:WORDS_NAMED])}" if elsewhere else ""
