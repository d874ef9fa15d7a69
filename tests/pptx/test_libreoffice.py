"""What LibreOffice makes of a deck: how it paints it, and what it keeps when it saves it."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pytest

from deckgen.diagnostics import InputError
from deckgen.pptx import Provenance, save
from tests.pptx.decks import SOURCE, full_deck, inside, origin, written
from tests.programs import require
from tests.validators.rendering import pdf_words, render_pdf, unplaced_texts
from tests.validators.text_boxes import text_boxes

TOLERANCE = 3.0  # points


@pytest.fixture(scope="module")
def pptx() -> bytes:
    return written(full_deck())


def saved_by_libreoffice(file: Path, out: Path) -> bytes:
    """The file as LibreOffice writes it after it was opened and saved."""
    program = require("soffice")
    with tempfile.TemporaryDirectory(prefix="deckgen-office-") as profile:
        command = [program, "--headless", f"-env:UserInstallation={Path(profile).as_uri()}"]
        command += ["--convert-to", "pptx:Impress MS PowerPoint 2007 XML", "--outdir", str(out)]
        subprocess.run([*command, str(file)], check=True, capture_output=True, timeout=180)
    return (out / file.name).read_bytes()


def test_every_text_stands_in_its_box(pptx: bytes, tmp_path: Path) -> None:
    file = tmp_path / "deck.pptx"
    file.write_bytes(pptx)
    words = pdf_words(render_pdf([file], tmp_path)[file])
    assert len(words) == len(full_deck().slides)
    assert unplaced_texts(text_boxes(pptx), words, TOLERANCE) == []


def test_a_deck_saved_by_libreoffice_counts_as_edited_and_keeps_its_source(
    pptx: bytes, tmp_path: Path
) -> None:
    file, out = tmp_path / "deck.pptx", tmp_path / "out"
    file.write_bytes(pptx)
    resaved = saved_by_libreoffice(file, out)
    assert origin(resaved) is Provenance.EDITED
    assert inside(resaved) == (SOURCE.name, SOURCE.content)
    with pytest.raises(InputError, match="was edited since deckgen wrote it"):
        save(pptx, out / "deck.pptx")
