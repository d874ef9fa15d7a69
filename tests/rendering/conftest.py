"""What tests of browsers share: a place for temporary files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files; its name is short, as that of a socket must be."""
    assert tmp_path.is_dir()  # pytest's own folder is made first: it lies elsewhere
    with tempfile.TemporaryDirectory(prefix="dg") as folder:
        monkeypatch.setenv("TMPDIR", folder)
        monkeypatch.setattr(tempfile, "tempdir", folder)
        yield Path(folder)
