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

DOCS = Path(__file__).parent
SAMPLE = DOCS.parent / "samples" / "redis-cache-race.yaml"
AS_OF = date(2025, 1, 20)
_GAP = 16
_BACKDROP = "#AEB6C0"


def slides_of(source: Path, profile: str, folder: Path, dpi: int) -> list[Image.Image]:
    """Return the slides of the deck of `source` as pictures, drawn by LibreOffice."""
    deck = folder / f"{source.stem}.pptx"
    deck.write_bytes(build(source, Options(profile, as_of=AS_OF)).pptx)
    profile_dir = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    convert = ["soffice", "--headless", profile_dir, "--convert-to", "pdf", "--outdir"]
    subprocess.run([*convert, str(folder), str(deck)], check=True, capture_output=True, timeout=180)
    page = folder / source.stem
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


if __name__ == "__main__":
    main()
