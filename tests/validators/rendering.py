"""What LibreOffice paints: decks to PDF, the words of a PDF, texts that left their boxes."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree

from tests.programs import require
from tests.validators.placement import TextBox, Word, unplaced_texts

__all__ = ["RenderingError", "TextBox", "Word", "pdf_words", "render_pdf", "unplaced_texts"]

SLIDE_POINTS = (960.0, 540.0)
START_SECONDS, DECK_SECONDS = 120, 20
"""The longest that LibreOffice may take to start, and for each deck."""

XHTML = "{http://www.w3.org/1999/xhtml}"
XML_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


class RenderingError(Exception):
    """LibreOffice or pdftotext did not do its work. The message carries their own words."""


def render_pdf(paths: Sequence[Path], out: Path) -> dict[Path, Path]:
    """Convert decks to PDF files in the folder `out`, all by one LibreOffice with its own profile.

    Returns the PDF of each deck, named `0001-stem.pdf` after its position and name. Raises
    RenderingError when one is missing or the time is over; skips the test without LibreOffice.
    """
    program = require("soffice")
    if not paths:
        return {}
    names = {path: f"{number:04}-{path.stem}" for number, path in enumerate(paths, 1)}
    pdfs = {path: out / f"{name}.pdf" for path, name in names.items()}
    for left_over in pdfs.values():
        left_over.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="deckgen-render-") as scratch:
        copies = [Path(scratch, name + ".pptx") for name in names.values()]
        for path, copy in zip(names, copies, strict=True):
            shutil.copyfile(path, copy)
        profile = Path(scratch, "profile").as_uri()
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
        command += ["--convert-to", "pdf", "--outdir", str(out), *map(str, copies)]
        said = _run(command, START_SECONDS + DECK_SECONDS * len(copies))
    if missing := [str(path) for path, pdf in pdfs.items() if not pdf.is_file()]:
        raise RenderingError(f"no PDF of {', '.join(missing)}\n{said}")
    return pdfs


def _run(command: Sequence[str], seconds: float) -> str:
    """Run a program and everything it starts; returns what it says, on both streams."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        start_new_session=True,
    )
    with process:
        try:
            said, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            # The command is a script: its children would outlive it.
            os.killpg(process.pid, signal.SIGKILL)
            raise RenderingError(f"{command[0]} was not done after {seconds} seconds") from error
    if process.returncode:
        raise RenderingError(f"{command[0]} ended with {process.returncode}\n{said}")
    return said


def pdf_words(pdf: Path, page_size: tuple[float, float] = SLIDE_POINTS) -> list[list[Word]]:
    """The words of each page, in pdftotext's order, scaled to pages of `page_size` points.

    Raises RenderingError when a page has another aspect ratio or the PDF cannot be read; skips
    the test without pdftotext.
    """
    with tempfile.TemporaryDirectory(prefix="deckgen-words-") as scratch:
        target = Path(scratch, "words.html")
        _run([require("pdftotext"), "-bbox", "-enc", "UTF-8", str(pdf), str(target)], 60)
        text = target.read_text(encoding="utf-8", errors="replace")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    document = etree.fromstring(XML_CONTROLS.sub("", text).encode(), parser)
    return [_page_words(page, page_size) for page in document.iter(XHTML + "page")]


def _page_words(page: etree._Element, size: tuple[float, float]) -> list[Word]:
    scale_x, scale_y = size[0] / _number(page, "width"), size[1] / _number(page, "height")
    if abs(scale_x / scale_y - 1) > 0.005:
        raise RenderingError(f"a page is {page.get('width')} x {page.get('height')}, not {size}")
    words = (
        Word(e.text or "", *(_number(e, side) for side in ("xMin", "yMin", "xMax", "yMax")))
        for e in page.iter(XHTML + "word")
    )
    return [
        replace(w, x0=w.x0 * scale_x, x1=w.x1 * scale_x, y0=w.y0 * scale_y, y1=w.y1 * scale_y)
        for w in words
    ]


def _number(element: etree._Element, name: str) -> float:
    return float(element.get(name, "0"))
