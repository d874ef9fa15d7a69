"""What tests of several commands start from."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.checkout import SOURCE


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A postmortem with nothing to warn of."""
    file = tmp_path / "checkout.yaml"
    file.write_text(SOURCE, encoding="utf-8")
    return file
