"""Advance widths of the fonts that decks are set in, without the fonts themselves."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, field
from functools import cache

from deckgen.assets import assets_dir

_WIDE = 1.0
_EMOJI = 1.4
_UNKNOWN = 0.8
_REMEMBERED = 50_000


@dataclass(frozen=True, eq=False)
class Font:
    """One family: the width of each character in em, regular and bold.

    A character that the family lacks is drawn by a font of the reader's machine: it is taken as
    wide as fonts for its script draw it, rather too wide than too narrow.
    """

    family: str
    regular: dict[str, float] = field(repr=False)
    bold: dict[str, float] = field(repr=False)
    _known: tuple[dict[str, float], dict[str, float]] = field(
        default_factory=lambda: ({}, {}), init=False, repr=False
    )

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Return the width of `text` on one line in points, kerning left out."""
        known = self._known[bold]
        ems = known.get(text)
        if ems is None:
            # Words come back in every size that is tried; what was once added up is remembered.
            if len(known) > _REMEMBERED:
                known.clear()
            ems = known[text] = self._ems(text, self.bold if bold else self.regular)
        return ems * size

    @staticmethod
    def _ems(text: str, widths: dict[str, float]) -> float:
        try:
            return sum([widths[c] for c in text])
        except KeyError:
            return sum([widths.get(c) or _foreign_width(c) for c in text])


def _foreign_width(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Me", "Mn"}:
        return 0.0
    if ord(character) >= 0x1F000 or 0x2600 <= ord(character) < 0x27C0:
        return _EMOJI
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _UNKNOWN


@cache
def load_font(family: str) -> Font:
    """Return the widths of `family` (any case), which must be a file of assets/fonts."""
    file = assets_dir() / "fonts" / f"{family.casefold()}.json"
    data = json.loads(file.read_bytes())
    em = data["units_per_em"]
    tables = [
        {chr(start + n): w / em for start, widths in data[face] for n, w in enumerate(widths)}
        for face in ("regular", "bold")
    ]
    return Font(data["family"], *tables)
