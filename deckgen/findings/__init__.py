"""Findings as text: one module per format, each from what was checked to pieces of a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from deckgen.checking import Checked
from deckgen.findings.github import github
from deckgen.findings.plain_json import plain_json
from deckgen.findings.run import Run
from deckgen.findings.sarif import sarif
from deckgen.findings.text import text

__all__ = ["FORMATS", "Format", "Run"]

Format = Callable[[Iterable[Checked], Run], Iterator[str]]
"""What makes the pieces of a report, each as soon as it can, so that no report is held whole."""

FORMATS: Mapping[str, Format] = MappingProxyType(
    {"text": text, "json": plain_json, "github": github, "sarif": sarif}
)
"""The formats by their names."""
