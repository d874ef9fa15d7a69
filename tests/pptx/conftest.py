from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from deckgen.pptx import Template, open_template, read_template
from tests.pptx.packages import zipped
from tests.pptx.templates import Open


@pytest.fixture
def opened(tmp_path: Path) -> Open:
    """Opens a template that is made of these parts."""

    def open_parts(parts: Mapping[str, bytes]) -> Template:
        file = tmp_path / "company.potx"
        file.write_bytes(zipped(parts))
        return open_template(read_template(file))

    return open_parts
