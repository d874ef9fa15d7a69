"""One label of a timeline: a bold head of time and kind, and the event's text in lines."""

from __future__ import annotations

from math import floor
from typing import NamedTuple

from deckgen.figures.moments import Moment
from deckgen.figures.time_text import TimeText
from deckgen.scene.measure import ELLIPSIS, PITCH, SAFETY, Measurer
from deckgen.scene.text import Run

PX_PER_POINT = 96 / 72

_PLOTLY_PITCH = 1.3

_HALVINGS = 3
_LONGEST_TEXT = 140
_LONGEST_WORD = 20


def text_height(lines: int, size: float) -> float:
    """Return the pixels that lines of `size` points take where they are the farthest apart.

    Plotly sets base lines 1.3 em apart, slides 1.2 em, which is also what a single line needs.
    """
    return (PITCH + _PLOTLY_PITCH * (lines - 1)) * size * PX_PER_POINT


def lines_within(height: float, size: float, texts: int) -> int:
    """Return how many lines of `size` points, in as many `texts`, `height` pixels hold."""
    em = size * PX_PER_POINT
    return max(0, floor((height / em - texts * PITCH) / _PLOTLY_PITCH + texts))


def line_width(measurer: Measurer, text: str, size: float, *, bold: bool = False) -> float:
    """Return the pixels that `text` needs to stay on one line in any application."""
    return measurer.width(text, size, bold) * PX_PER_POINT / SAFETY + 1


class Label(NamedTuple):
    """The label of the moment with the number `moment`, `width` pixels wide.

    `head` are lines of bold type, `body` are the lines that `text` breaks into. `lines` is the
    number of lines to plan with: applications may break a text with a slash otherwise than
    `body`. `is_cut` says that the room was too small for its text.
    """

    moment: int
    head: tuple[str, ...]
    body: tuple[str, ...]
    text: str
    width: float
    lines: int
    is_cut: bool = False


class Typesetter(NamedTuple):
    """Sets labels in type of `size` points."""

    size: float
    measurer: Measurer

    @property
    def em(self) -> float:
        """The type size in pixels."""
        return self.size * PX_PER_POINT

    def head_width(self, head: str) -> float:
        """Return the pixels that a head needs to stay on one line in any application."""
        return line_width(self.measurer, head, self.size, bold=True)

    def stacked_head(self, moment: Moment, times: TimeText, width: float) -> tuple[str, ...]:
        """Return the time above the kind, in lines that `width` pixels hold."""
        parts = [part for part in (times.moment(moment.at), moment.title) if part]
        inner = (width - 1) / PX_PER_POINT
        return tuple(
            line for part in parts for line in self.measurer.wrap(part, inner, self.size, bold=True)
        )

    def label(
        self, index: int, head: tuple[str, ...], text: str, width: float, most: int | None = None
    ) -> Label:
        """Return a label no wider than `width` pixels, and no wider than its words need.

        `most` is the number of lines it may have, its head included: what needs more ends in an
        ellipsis, and the text is left out where the head leaves it no line.
        """
        inner = width / PX_PER_POINT
        shown = text
        if most is not None:
            head = self._shortened_head(head, inner, most)
            lines = most - len(head)
            shown = self.measurer.shortened(text, inner, lines, self.size) if lines > 0 else ""
        body = tuple(self.measurer.wrap(shown, inner, self.size)) if shown else ()
        needed = self._needed(shown, body, inner)
        tight = max([self._tight(body), *map(self.head_width, head)])
        if tight < width and self._needed(shown, body, tight / PX_PER_POINT) == needed:
            width = tight
        return Label(index, head, body, shown, width, len(head) + needed, shown != text)

    def balanced(self, label: Label) -> Label:
        """Return a label as narrow as it can be without another line, so that no word is lonely."""
        lines = len(label.body)
        words = self._tight((label.text,)) / max(lines, 1)
        low, high = max([words, *map(self.head_width, label.head)]), label.width
        if lines < 2 or low >= high:
            return label
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            if len(self.measurer.wrap(label.text, middle / PX_PER_POINT, self.size)) > lines:
                low = middle
            else:
                high = middle
        even = self.label(label.moment, label.head, label.text, high)
        return even._replace(is_cut=label.is_cut) if even.lines == label.lines else label

    def _shortened_head(self, head: tuple[str, ...], width: float, most: int) -> tuple[str, ...]:
        if len(head) <= most:
            return head
        rest = " ".join(head[most - 1 :])
        last = self.measurer.shortened(rest, width - 1, 1, self.size, bold=True)
        return (*head[: most - 1], last)

    def _tight(self, body: tuple[str, ...]) -> float:
        return max((line_width(self.measurer, line, self.size) for line in body), default=0.0)

    def _needed(self, text: str, body: tuple[str, ...], width: float) -> int:
        """Return the lines of `text` in `width` points; only a slash makes them differ."""
        if "/" not in text:
            return len(body)
        return self.measurer.line_count([Run(text, self.size, "")], width)


def excerpt(text: str) -> str:
    """Return `text`, or the beginning of one that is too long for any label, with an ellipsis."""
    if len(text) <= _LONGEST_TEXT:
        return text
    head = text[:_LONGEST_TEXT]
    space = head.rfind(" ", _LONGEST_TEXT - _LONGEST_WORD)
    return head[: space if space > 0 else None].rstrip(" ,;:.-–—(") + ELLIPSIS


def one_line(moment: Moment, times: TimeText) -> str:
    """Return the head of a label on one line, as `02:15 · Trigger`; a note's is the time alone."""
    return " · ".join(filter(None, (times.moment(moment.at), moment.title)))
