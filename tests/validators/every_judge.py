"""All that is asked of a whole deck at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from deckgen.pipeline import Built
from tests.programs import require
from tests.scene_texts import text_boxes_of
from tests.validators.accessibility import accessibility_findings
from tests.validators.audit import audit_findings
from tests.validators.geometry import geometry_findings
from tests.validators.rendering import pdf_words, render_pdf, unplaced_texts
from tests.validators.structure import structure_findings


def findings(pptx: bytes, folder: Path) -> list[str]:
    """Return what any judge finds in a deck, for which it is put into `folder`."""
    file = folder / "judged.pptx"
    file.write_bytes(pptx)
    return [
        *audit_findings(file),
        *structure_findings(pptx),
        *accessibility_findings(pptx),
        *geometry_findings(pptx),
    ]


def texts_out_of_place(decks: Mapping[str, Built], folder: Path) -> dict[str, list[str]]:
    """Return the texts that LibreOffice does not paint within their boxes, by their deck's name."""
    require("soffice")
    require("pdftotext")
    files = {name: folder / f"{name}.pptx" for name in decks}
    for name, file in files.items():
        file.write_bytes(decks[name].pptx)
    pdfs = render_pdf(list(files.values()), folder / "pdf")
    unplaced = {
        name: unplaced_texts(text_boxes_of(decks[name].deck), pdf_words(pdfs[file]), 2.0)
        for name, file in files.items()
    }
    return {name: found for name, found in unplaced.items() if found}
