"""The advance widths of Arial and Calibri, read from the open fonts drawn to the same metrics.

`python -m assets.make_font_metrics` writes `assets/fonts/arial.json` from Liberation Sans and
`assets/fonts/calibri.json` from Carlito, both under the SIL Open Font License. Only numbers are
kept, so that text can be measured where none of the four fonts is installed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parent / "fonts"
_INSTALLED = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path.home() / ".local/share/fonts",
    Path("/Library/Fonts"),
    Path.home() / "Library/Fonts",
)
_FIRST_CHARACTER = 0x20
_SUPPLEMENTAL_PUNCTUATION = 0x2E00

# No-break space, soft hyphen, no-break hyphen and narrow no-break space: a text shaper draws
# another character's glyph where the font has none of their own.
_DRAWN_AS = {0xA0: 0x20, 0xAD: 0x2D, 0x2011: 0x2D, 0x202F: 0x20}


@dataclass(frozen=True, slots=True)
class Twin:
    """A font family that decks name, and the files of the open family with its metrics."""

    family: str
    regular: str
    bold: str

    @property
    def metrics_file(self) -> Path:
        """Where the family's numbers are kept."""
        return FONTS / f"{self.family.casefold()}.json"


TWINS = (
    Twin("Arial", "LiberationSans-Regular.ttf", "LiberationSans-Bold.ttf"),
    Twin("Calibri", "Carlito-Regular.ttf", "Carlito-Bold.ttf"),
)


def metrics_json(twin: Twin) -> str:
    """Return the metrics of `twin` as one line of JSON; all lengths are font units.

    `ascent` and `descent` are the distances from the baseline up and down that the font's `hhea`
    table states, both positive. `regular` and `bold` are runs of consecutive code points from
    U+0020 to U+2DFF: `[first code point, [advance width, ...]]`.

    Raises FileNotFoundError where one of the twin's fonts is not installed.
    """
    with TTFont(installed(twin.regular)) as regular, TTFont(installed(twin.bold)) as bold:
        metrics = {
            "family": twin.family,
            "units_per_em": regular["head"].unitsPerEm,
            "ascent": regular["hhea"].ascent,
            "descent": -regular["hhea"].descent,
            "regular": runs(_advances(regular)),
            "bold": runs(_advances(bold)),
        }
    return json.dumps(metrics, separators=(",", ":")) + "\n"


def installed(file_name: str) -> Path:
    """Return the path of the font file `file_name` on this machine, or raise FileNotFoundError."""
    for folder in _INSTALLED:
        for path in sorted(folder.rglob(file_name)):
            return path
    searched = ", ".join(map(str, _INSTALLED))
    raise FileNotFoundError(f"the font {file_name} is not installed; searched {searched}")


def runs(advances: Mapping[int, int]) -> list[tuple[int, list[int]]]:
    """Return `advances`, in order of code point, as runs without a gap."""
    found: list[tuple[int, list[int]]] = []
    for code_point in sorted(advances):
        if not found or code_point != found[-1][0] + len(found[-1][1]):
            found.append((code_point, []))
        found[-1][1].append(advances[code_point])
    return found


def _advances(font: TTFont) -> dict[int, int]:
    glyphs = font.getBestCmap()
    stand_ins = {code_point: glyphs[other] for code_point, other in _DRAWN_AS.items()}
    widths = font["hmtx"]
    return {
        code_point: widths[glyph][0]
        for code_point, glyph in (stand_ins | glyphs).items()
        if _FIRST_CHARACTER <= code_point < _SUPPLEMENTAL_PUNCTUATION
    }


if __name__ == "__main__":
    for twin in TWINS:
        twin.metrics_file.write_text(metrics_json(twin), encoding="utf-8")
