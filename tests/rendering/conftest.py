"""What tests that draw share: one browser for all of them, and a place for temporary files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from deckgen.rendering import FigureBrowser
from tests.programs import require


@pytest.fixture(scope="session")
def browser() -> Iterator[FigureBrowser]:
    """A browser that draws for many tests."""
    require("chromium")
    with FigureBrowser() as drawing:
        yield drawing


@pytest.fixture
def temporary(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files; its name is short, as that of a socket must be."""
    with tempfile.TemporaryDirectory(prefix="dg") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)
