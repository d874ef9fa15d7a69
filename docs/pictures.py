"""Render sample decks by LibreOffice into the pictures of the README: `python docs/pictures.py`.

Needs soffice and pdftoppm. `python docs/pictures.py SOURCE PROFILE OUT.png` makes a contact sheet
of any postmortem, to look at all its slides at once.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from PIL import Image

from deckgen import build
from deckgen.pipeline import Options
from deckgen.policy import Policy
from deckgen.quarter.period import named_quarter
from deckgen.quarter.review import quarter_review
from deckgen.quarter_deck import QuarterOptions, build_quarter
from deckgen.quarter_formats import figures
from deckgen.quarter_reading import read_incidents

DOCS = Path(__file__).parent
SAMPLE = DOCS.parent / "samples" / "redis-cache-race.yaml"
QUARTER = DOCS.parent / "samples" / "quarter"
SHOWN = ("quarter-numbers", "quarter-times", "quarter-factors", "quarter-repeats")
AS_OF = date(2025, 1, 20)
_GAP = 16
_BACKDROP = "#AEB6C0"


def slides_of(source: Path, profile: str, folder: Path, dpi: int) -> list[Image.Image]:
    """Return the slides of the deck of `source` as pictures."""
    pptx = build(source, Options(profile, as_of=AS_OF)).pptx
    return drawn(pptx, folder / f"{source.stem}.pptx", dpi)


def quarter_slides(folder: Path, dpi: int) -> list[Image.Image]:
    """Return some slides of the sample quarter's review as pictures."""
    files = sorted(QUARTER.glob("*.yaml"))
    reads = read_incidents([(file, Policy()) for file in files])
    incidents = [read.incident for read in reads if read.incident is not None]
    review = quarter_review(incidents, named_quarter("2018-Q1"), date(2018, 4, 16))
    options = QuarterOptions(only=SHOWN)
    pptx = build_quarter(review, figures(review, "json"), options).pptx
    return drawn(pptx, folder / "quarter.pptx", dpi)


def drawn(pptx: bytes, deck: Path, dpi: int) -> list[Image.Image]:
    """Return the slides of a deck, which is put at `deck`, as LibreOffice draws them."""
    deck.write_bytes(pptx)
    folder = deck.parent
    profile_dir = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    convert = ["soffice", "--headless", profile_dir, "--convert-to", "pdf", "--outdir"]
    subprocess.run([*convert, str(folder), str(deck)], check=True, capture_output=True, timeout=180)
    page = folder / deck.stem
    pdf = str(deck.with_suffix(".pdf"))
    subprocess.run(["pdftoppm", "-png", "-r", str(dpi), pdf, str(page)], check=True)
    return [Image.open(path).convert("RGB") for path in sorted(folder.glob(f"{page.name}-*.png"))]


def sheet(slides: list[Image.Image], columns: int) -> Image.Image:
    """Return the slides side by side in `columns`, on one backdrop."""
    width, height = slides[0].size
    rows = -(-len(slides) // columns)
    size = (columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
    board = Image.new("RGB", size, _BACKDROP)
    for n, slide in enumerate(slides):
        row, column = divmod(n, columns)
        board.paste(slide, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
    return board


def save(picture: Image.Image, target: Path) -> None:
    """Write a picture small enough to be committed."""
    target.parent.mkdir(exist_ok=True)
    picture.quantize(256, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        target, optimize=True
    )


def main() -> None:
    """Write the README's picture, or the contact sheet that is asked for."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if len(sys.argv) == 4:
            slides = slides_of(Path(sys.argv[1]), sys.argv[2], folder, dpi=60)
            save(sheet(slides, columns=2), Path(sys.argv[3]))
            return
        slides = slides_of(SAMPLE, "executive", folder, dpi=55)
        save(sheet(slides[1:5], columns=2), DOCS / "images" / "executive.png")
        save(sheet(quarter_slides(folder, dpi=55)[:4], columns=2), DOCS / "images" / "quarter.png")


if __name__ == "__main__":
    main()
