"""The reference pages of docs/ are what the code makes of itself."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parents[2] / "docs"


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATED: dict[str, str] = _generator().pages()


def test_every_reference_page_is_generated() -> None:
    assert set(GENERATED) == {
        "commands.md",
        "file-format.md",
        "layouts.md",
        "postmortem.schema.json",
    }


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_the_committed_page_is_what_the_code_says(name: str) -> None:
    committed = (DOCS / name).read_text("utf-8")
    assert committed == GENERATED[name], f"{name} is stale: run python docs/generate.py"


def test_the_links_of_all_pages_lead_somewhere() -> None:
    root = DOCS.parent
    pages = [*DOCS.glob("*.md"), *root.glob("*.md")]
    links = [
        (page.name, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not link.startswith(("http://", "https://")) and not (page.parent / link).exists()
    ]
    assert len(pages) >= 6
    assert links == []
