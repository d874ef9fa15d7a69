"""PDF files that are the same every time."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from deckgen.rendering import FigureBrowser
from deckgen.rendering.pdf import undated
from tests.programs import require
from tests.rendering.figures import timeline

EPOCH = b"(D:19800101000000+00'00')"


@pytest.mark.parametrize("moment", [b"(D:20251231235959+00'00')", b"(D:20250630120000-05'30')"])
def test_a_moment_becomes_another_as_long(moment: bytes) -> None:
    info = b"1 0 obj\n<</Title (deckgen)\n/CreationDate %b\n/ModDate %b>>\nendobj"
    zone = moment[17:]
    expected = b"(D:19800101000000" + zone
    assert undated(info % (moment, moment)) == info % (expected, expected)
    assert len(expected) == len(moment)


def test_what_is_no_moment_stays() -> None:
    text = b"(D:2025) (Deploy D:20251231235959) stream\x00\xff"
    assert undated(text) == text


def test_a_drawn_file_is_whole_and_its_texts_can_be_found(
    browser: FigureBrowser, tmp_path: Path
) -> None:
    first = browser.draw(timeline(), "pdf")
    assert undated(first).count(EPOCH) == 2
    file = tmp_path / "timeline.pdf"
    file.write_bytes(undated(first))
    command = [require("pdftotext"), "-layout", str(file), "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stderr == ""
    for words in ("Deploy reaches all regions", "Time to mitigate", "Undetected"):
        assert words in said.stdout
    assert said.stdout.count("\f") == 1  # a page


def test_two_files_drawn_at_different_times_are_the_same(browser: FigureBrowser) -> None:
    first, later = (browser.draw(timeline(), "pdf") for _ in range(2))
    while first == later:  # drawn in the same second
        later = browser.draw(timeline(), "pdf")
    assert undated(first) == undated(later)
