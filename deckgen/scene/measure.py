"""How much room a text takes: wrapping, heights, and shortening what cannot fit.

Applications break lines differently: all at spaces, hyphens and between ideographs, LibreOffice
after a slash as well. Every count here is the worse of the two, in a width narrowed a little, so
that what fits here fits there.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from deckgen.scene.fonts import Font
from deckgen.scene.geometry import Emu, points, to_points
from deckgen.scene.text import Paragraph, Run, TextFrame

SAFETY = 0.985
"""The share of a box's width that is planned with."""

PITCH = 1.2
"""Distance of base lines in em; written as an exact distance, so that fonts do not change it."""

ELLIPSIS = "…"

_REMEMBERED, _REMEMBERED_WORDS = 20_000, 2_000

_WORDS = re.compile(r"\s+|[^\s\-–—]+[-–—]*|[-–—]+")
_WORDS_AND_SLASHES = re.compile(r"\s+|[^\s\-–—/]+[-–—/]*|[-–—/]+")
_CLOSING = frozenset(".,;:!?)]}»”’、。，．：；？！）」』】〉》ー％%")


_Word = tuple[str, float, bool]
"""What must not be broken, its width in em, and whether it is blank."""


@dataclass(frozen=True)
class Measurer:
    """Measures text set in one font. Widths and sizes are points, frames and heights EMU."""

    font: Font
    _counts: dict[tuple[object, ...], int] = field(default_factory=dict, repr=False, compare=False)
    _words: dict[tuple[str, bool, re.Pattern[str]], list[_Word]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Return the width of `text` on one line in points."""
        return self.font.width(text, size, bold)

    def wrap(self, text: str, width: float, size: float, bold: bool = False) -> list[str]:
        """Return `text` broken into lines no wider than `width` points."""
        return self._wrapped([Run(text, size, "", bold)], width * SAFETY, _WORDS)

    def line_count(self, runs: Sequence[Run], width: float) -> int:
        """Return how many lines `runs` take in `width` points under the worse break rule."""
        if len(runs) == 1:  # most are: their key need not be put together
            key: tuple[object, ...] = (width, runs[0].text, runs[0].size, runs[0].bold)
        else:
            key = (width, *[(run.text, run.size, run.bold) for run in runs])
        count = self._counts.get(key)
        if count is None:
            # Fitting, clipping and placing ask for the same text again.
            if len(self._counts) > _REMEMBERED:
                self._counts.clear()
            count = self._counts[key] = self._counted(runs, width * SAFETY)
        return count

    def _counted(self, runs: Sequence[Run], narrow: float) -> int:
        if sum(self.font.width(run.text, run.size, run.bold) for run in runs) <= narrow:
            return 1
        lines = len(self._wrapped(runs, narrow, _WORDS))
        if not any("/" in run.text for run in runs):
            return lines
        return max(lines, len(self._wrapped(runs, narrow, _WORDS_AND_SLASHES)))

    def _wrapped(self, runs: Sequence[Run], width: float, rule: re.Pattern[str]) -> list[str]:
        """Fill lines greedily; a word wider than a line is broken anywhere, as suites do."""
        lines, line, used = list[str](), "", 0.0
        for run in runs:
            for text, ems, is_blank in self._words_of(run, rule):
                length = ems * run.size
                if used + length <= width or is_blank:
                    if line or not is_blank:
                        line, used = line + text, used + length
                    continue
                if line.strip():
                    lines.append(line.rstrip())
                    line, used = "", 0.0
                for piece in [text] if length <= width else _broken(text, run, width, self.font):
                    if line:
                        lines.append(line)
                    line, used = piece, self.font.width(piece, run.size, run.bold)
        return [*lines, line.rstrip()]

    def _words_of(self, run: Run, rule: re.Pattern[str]) -> list[_Word]:
        """Return the words of `run`; a text comes back in every size that is tried."""
        key = run.text, run.bold, rule
        words = self._words.get(key)
        if words is None:
            if len(self._words) > _REMEMBERED_WORDS:
                self._words.clear()
            words = self._words[key] = [
                (text, self.font.width(text, 1.0, run.bold), text.isspace())
                for text in _unbroken(run.text, rule)
            ]
        return words

    def height(self, frame: TextFrame, width: int) -> Emu:
        """Return the EMU that `frame` is high in a box `width` EMU wide, insets included."""
        inner = width - frame.left - frame.right
        return Emu(self.text_height(frame.paragraphs, inner) + frame.top + frame.bottom)

    def text_height(self, paragraphs: Iterable[Paragraph], width: int) -> Emu:
        """Return the EMU that `paragraphs` are high, `width` EMU wide."""
        text, space = 0.0, False
        for paragraph in paragraphs:
            lines = self.line_count(paragraph.runs, to_points(width - paragraph.hang))
            text += lines * paragraph.pitch + (paragraph.space_before if space else 0.0)
            space = True
        return points(text)

    def shortened(
        self, text: str, width: float, lines: int, size: float, bold: bool = False
    ) -> str:
        """Return `text`, or as much of it as `lines` lines hold, ending in an ellipsis."""
        run = Run(text, size, "", bold)
        if self.line_count([run], width) <= lines:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            if self.line_count([replace(run, text=_cut(text, middle))], width) <= lines:
                low = middle
            else:
                high = middle - 1
        return _cut(text, low)

    def fitted(
        self, text: str, width: float, height: float, sizes: Sequence[float], bold: bool = False
    ) -> tuple[float, str]:
        """Return the largest of `sizes` in which `text` fits into `width` x `height` points.

        Where none is small enough, the last size comes back with the text shortened.
        """
        for size in sizes:
            lines = self.line_count([Run(text, size, "", bold)], width)
            if lines * size * PITCH <= height and self._longest_word(text, size, bold) <= width:
                return size, text
        lines = max(1, math.floor(height / (sizes[-1] * PITCH)))
        return sizes[-1], self.shortened(text, width, lines, sizes[-1], bold)

    def _longest_word(self, text: str, size: float, bold: bool) -> float:
        return max((self.width(word, size, bold) for word in text.split()), default=0.0)


def size_steps(largest: float, smallest: float) -> list[float]:
    """Return the sizes to try, from the largest down to the smallest, two points at a time."""
    steps = [float(size) for size in range(round(largest), round(smallest), -2)]
    return [*steps, float(smallest)]


def _cut(text: str, length: int) -> str:
    """Return the first `length` characters and an ellipsis, at a word's end where one is near."""
    head = text[:length]
    space = head.rfind(" ")
    if length < len(text) and space > length - 16 and space > 0:
        head = head[:space]
    return head.rstrip(" ,;:.-–—(") + ELLIPSIS


def _broken(token: str, run: Run, width: float, font: Font) -> Iterator[str]:
    """Yield pieces of `token` that are no wider than `width`, at least a character each."""
    piece, used = "", 0.0
    for character in token:
        length = font.width(character, run.size, run.bold)
        if piece and used + length > width:
            yield piece
            piece, used = "", 0.0
        piece, used = piece + character, used + length
    yield piece


def _unbroken(text: str, rule: re.Pattern[str]) -> Iterator[str]:
    """Yield the parts of `text` that must not be broken."""
    for part in rule.findall(text):
        if part.isascii():
            yield part
        else:
            yield from _ideographs_apart(part)


def _ideographs_apart(word: str) -> Iterator[str]:
    """Yield the parts of `word` between which a line may break, closing marks kept in place."""
    part = ""
    for character in word:
        apart = unicodedata.east_asian_width(character) in "WF"
        if part and character not in _CLOSING and (apart or _is_wide(part[-1])):
            yield part
            part = ""
        part += character
    yield part


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
