"""Findings for a person to read: each with the line in which it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from deckgen.checking import Checked
from deckgen.findings.run import Run


def text(checked: Iterable[Checked], run: Run) -> Iterator[str]:
    """Yield the findings of each source in file order, an empty line behind each."""
    for source in checked:
        for finding in source.findings:
            yield f"{finding}\n\n"
