"""Slides, layouts, masters and notes: shape ids, placeholders, table grids and text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.validators.package import Package
from tests.validators.presentation_checks import parts_of_kind
from tests.validators.xmlnames import COMPATIBILITY, A, P

TITLES = ("title", "ctrTitle")
MATCHED_BY_TYPE = (*TITLES, "dt", "ftr", "sldNum", "hdr", "sldImg")

UNSAFE_TEXT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|_x00[01][0-9A-Fa-f]_"
)
"""Controls, overrides of the writing direction, and controls as Office escapes them."""


def drawn_parts(package: Package) -> Iterator[tuple[str, etree._Element]]:
    """Name and tree of every part that has a shape tree."""
    for kind in ("slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster"):
        for part in parts_of_kind(package, kind):
            if part in package.trees:
                yield part, package.trees[part]


def shape_faults(package: Package) -> Iterator[str]:
    """Shape ids that clash, connectors to nothing, placeholders that clash or hang in the air."""
    for part, tree in drawn_parts(package):
        ids = Counter(e.get("id") for e in tree.iter(P + "cNvPr") if not _in_fallback(e))
        for id_, count in ids.items():
            if count > 1:
                yield f"{part}: {count} shapes have the id {id_}"
        for end in tree.iter(A + "stCxn", A + "endCxn"):
            if end.get("id") not in ids:
                yield f"{part}: a connector ends at the shape {end.get('id')}, which does not exist"
        yield from (f"{part}: {fault}" for fault in _placeholder_faults(package, part, tree))


def _in_fallback(element: etree._Element) -> bool:
    return any(True for _ in element.iterancestors(COMPATIBILITY + "Fallback"))


def _placeholder_faults(package: Package, part: str, tree: etree._Element) -> Iterator[str]:
    placeholders = list(tree.iter(P + "ph"))
    if sum(ph.get("type") in TITLES for ph in placeholders) > 1:
        yield "has more than one title"
    by_index = [ph.get("idx") or "0" for ph in placeholders if ph.get("type") not in TITLES]
    for index, count in Counter(by_index).items():
        if count > 1:
            yield f"{count} placeholders have the index {index}"
    layout = package.related_tree(part, "slideLayout")
    if layout is None:
        return
    offered = {_placeholder_key(ph) for ph in layout[1].iter(P + "ph")}
    for ph in placeholders:
        if _placeholder_key(ph) not in offered:
            yield f"the layout has no placeholder {_placeholder_key(ph)}"


def _placeholder_key(ph: etree._Element) -> str:
    kind = ph.get("type") or "obj"
    if kind in TITLES:
        return "title"
    return kind if kind in MATCHED_BY_TYPE else f"idx {ph.get('idx') or '0'}"


def table_faults(package: Package) -> Iterator[str]:
    """Rows that do not fill the grid, and spans whose covered cells do not say so."""
    for part, tree in drawn_parts(package):
        for table in tree.iter(A + "tbl"):
            yield from (f"{part}: {fault}" for fault in _grid_faults(table))


def _grid_faults(table: etree._Element) -> Iterator[str]:
    width = len(table.findall(f"{A}tblGrid/{A}gridCol"))
    rows = [row.findall(A + "tc") for row in table.findall(A + "tr")]
    for number, row in enumerate(rows, 1):
        if len(row) != width:
            yield f"row {number} of a table has {len(row)} cells in a grid of {width}"
    if any(len(row) != width for row in rows):
        return
    covered_across, covered_down = _covered(rows, width)
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            if _is_set(cell, "hMerge") != ((r, c) in covered_across):
                yield f"row {r + 1}, cell {c + 1} of a table: gridSpan and hMerge disagree"
            if _is_set(cell, "vMerge") != ((r, c) in covered_down):
                yield f"row {r + 1}, cell {c + 1} of a table: rowSpan and vMerge disagree"


def _covered(
    rows: list[list[etree._Element]], width: int
) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The cells (row, column) that a span from the left, and one from above, covers."""
    across: set[tuple[int, int]] = set()
    down: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            columns, height = int(cell.get("gridSpan", "1")), int(cell.get("rowSpan", "1"))
            for y in range(r, r + height):
                across |= {(y, x) for x in range(c + 1, c + columns)}
            for x in range(c, c + columns):
                down |= {(y, x) for y in range(r + 1, r + height)}
    outside = {(y, x) for y, x in across | down if y >= len(rows) or x >= width}
    return across | outside, down


def _is_set(cell: etree._Element, name: str) -> bool:
    return cell.get(name) in ("1", "true")


def text_faults(package: Package) -> Iterator[str]:
    """Characters that no text on a slide may hold."""
    for part, tree in drawn_parts(package):
        for text in tree.iter(A + "t"):
            if found := UNSAFE_TEXT.search(text.text or ""):
                yield f"{part}: a text holds the control character {found[0]!r}"
