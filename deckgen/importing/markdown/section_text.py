"""The text of a section, line by line, whatever blocks it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.importing.markdown.blocks import Bullets, Line, Paragraph, Table
from deckgen.importing.markdown.sections import Section

_PLACEHOLDER = re.compile(
    r"^[\W_]*(?:tbd|tba|tbc|n/?a|none|todo|unknown|xx+)?[\W_]*$", re.IGNORECASE
)


def says_nothing(text: str) -> bool:
    """Whether a text only says that there is nothing to say, as `TBD` and `n/a` do."""
    return bool(_PLACEHOLDER.match(text))


def lines_of(section: Section) -> list[Line]:
    """Return the lines of a section's text: of its paragraphs, its lists and its tables."""
    return [line for block in section.blocks for line in _lines(block)]


def _lines(block: object) -> Iterator[Line]:
    if isinstance(block, Paragraph):
        yield from block.lines
    elif isinstance(block, Bullets):
        for item in block.items:
            for inner in item.blocks:
                yield from _lines(inner)
    elif isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row if cell.text)
