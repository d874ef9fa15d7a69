"""Conventions that no linter holds: colours are roles, and modules stay short."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.sources import ROOT, Source, sources

LONGEST = 400
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|rgba?\((?!0,0,0,0\))")

ALL = sources()
PAINTERS = [
    source
    for source in ALL
    if source.module.startswith(
        ("deckgen_layouts", "deckgen.figures", "deckgen.typeset", "deckgen.fitting")
    )
]
"""The modules that give things their colour: by role, from the theme."""


def files() -> list[Path]:
    return [
        file
        for folder in ("deckgen", "layouts", "assets", "benchmarks", "docs")
        for file in sorted((ROOT / folder).rglob("*.py"))
    ]


def colour_literals(found: Iterable[Source]) -> list[tuple[str, str]]:
    """The texts that state a colour, docstrings and comments left out."""
    return [
        (source.module, node.value)
        for source in found
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and _COLOUR.search(node.value)
        and node.value not in _docstrings(source.tree)
    ]


def _docstrings(tree: ast.Module) -> set[str]:
    return {
        node.value.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    }


def too_long(texts: dict[str, str]) -> dict[str, int]:
    """The names of texts that have LONGEST lines or more, with how many they have."""
    lengths = {name: len(text.splitlines()) for name, text in texts.items()}
    return {name: length for name, length in lengths.items() if length >= LONGEST}


def test_the_tests_see_the_program() -> None:
    assert len(files()) > 100
    assert len(PAINTERS) > 30
    assert {source.module.split(".")[0] for source in PAINTERS} == {"deckgen", "deckgen_layouts"}


def test_layouts_and_figures_take_their_colours_from_the_theme() -> None:
    assert colour_literals(PAINTERS) == []


def test_no_module_is_longer_than_can_be_read_at_once() -> None:
    assert too_long({str(f.relative_to(ROOT)): f.read_text("utf-8") for f in files()}) == {}


@pytest.mark.parametrize(
    "literal", ["#1F2A37", "color: #fff", "rgb(31, 42, 55)", "rgba(0,0,0,0.5)"]
)
def test_a_colour_literal_would_be_seen(literal: str) -> None:
    offending = Source.of("deckgen_layouts.cover", f"INK = {literal!r}\n")
    assert colour_literals([offending]) == [("deckgen_layouts.cover", literal)]


def test_what_is_no_colour_is_left_alone() -> None:
    text = (
        '"""In `#RRGGBB`, such as #1F2A37."""\nNONE = "rgba(0,0,0,0)"\nBADGE = "issue #123456789"\n'
    )
    assert colour_literals([Source.of("deckgen.figures.pen", text)]) == []


def test_a_module_that_is_too_long_would_be_seen() -> None:
    assert too_long({"short": "x\n" * 399, "long": "x\n" * 400}) == {"long": 400}
