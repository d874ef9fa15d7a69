"""Labels within a text that open something of their own: `**Severity:** SEV2`, `- **Impact**:`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from deckgen.importing.markdown.blocks import (
    Block,
    Bullets,
    Item,
    Line,
    Paragraph,
    Table,
)
from deckgen.importing.markdown.roles import Role, role_of_label

_LONGEST_LABEL = 60
_LABEL = re.compile(r"(?P<label>[^:：|]{1,60}?)\s*[:：](?!//)\s*")
_GATHERING = frozenset(
    {
        *(Role.TIMELINE, Role.CONTEXT, Role.ACTIONS, Role.KEY_EVENTS, Role.WHYS, Role.LESSONS),
        *(Role.WELL, Role.WRONG, Role.LUCKY, Role.FACTORS),
    }
)
"""The labels behind which more than one block belongs to them."""


class Lead(NamedTuple):
    """A label and the blocks that belong to it; `role` is None for what stands behind none."""

    role: Role | None
    label: Line
    blocks: tuple[Block, ...]
    first: int
    last: int


class _Piece(NamedTuple):
    role: Role | None
    label: Line
    block: Block | None
    goes_on: bool = False


def leads_of(blocks: Sequence[Block]) -> Iterator[Lead]:
    """Yield the runs of blocks that belong together, by the label in front of each."""
    role: Role | None = None
    label = Line("", 0)
    gathered: list[Block] = []
    for piece in _pieces(blocks):
        opens = piece.role is not None and not piece.goes_on
        ends = bool(role and gathered) and role not in _GATHERING and not piece.goes_on
        if (opens or ends) and (gathered or role is not None):
            yield _lead(role, label, gathered)
            role, label, gathered = None, Line("", 0), []
        if opens:
            role, label = piece.role, piece.label
        if piece.block is not None:
            gathered.append(piece.block)
    yield _lead(role, label, gathered)


def _lead(role: Role | None, label: Line, blocks: Sequence[Block]) -> Lead:
    first = label.number or (blocks[0].first if blocks else 0)
    return Lead(role, label, tuple(blocks), first, blocks[-1].last if blocks else first)


def _pieces(blocks: Iterable[Block]) -> Iterator[_Piece]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _of_paragraph(block)
        elif isinstance(block, Bullets):
            yield from _of_list(block)
        elif isinstance(block, Table):
            yield from _of_table(block)
        else:
            yield _Piece(None, Line("", 0), block)


def _of_paragraph(block: Paragraph) -> Iterator[_Piece]:
    """Yield the parts of a paragraph: each labelled line opens one."""
    gathered: list[Line] = []
    role, label = None, Line("", 0)
    for line in block.lines:
        found = labelled(line)
        if (found or is_labelled_otherwise(line)) and (gathered or role):
            yield _Piece(role, label, _paragraph(gathered))
            gathered, role, label = [], None, Line("", 0)
        if found:
            role, label, line = found
        if line.text or line.pictures:
            gathered.append(line)
    yield _Piece(role, label, _paragraph(gathered))


def _paragraph(lines: Sequence[Line]) -> Paragraph | None:
    return Paragraph(tuple(lines), lines[0].number, lines[-1].number) if lines else None


def labelled(line: Line) -> tuple[Role, Line, Line] | None:
    """Return what a line's label stands for, the label and the text behind it; None without one.

    A label is bold with or without a colon, or plain with one, and a variant that is known.
    """
    if line.bold:
        head = line.text[: line.bold].rstrip(" :：")
        behind = line.text[line.bold :].lstrip()
        role = role_of_label(head)
        if role and (not behind or behind[0] in ":：-–—" or line.text[line.bold - 1] in ":："):
            label = replace(line, text=head, anchors=(), pictures=())
            start = len(line.text) - len(behind.lstrip(":：-–— "))
            return role, label, line.after(start)
    match = _LABEL.match(line.text)
    role = role_of_label(match["label"]) if match else None
    if match is None or role is None:
        return None
    label = replace(line, text=match["label"], anchors=(), pictures=())
    return role, label, line.after(match.end())


def is_labelled_otherwise(line: Line) -> bool:
    """Whether a bold label with a colon stands in front, which names no section that is known."""
    behind = line.text[line.bold :].lstrip()
    return 0 < line.bold <= _LONGEST_LABEL and ":" in (line.text[line.bold - 1], behind[:1])


def _of_list(block: Bullets) -> Iterator[_Piece]:
    """Yield the items of a list that are labelled one by one, the others as lists."""
    kept: list[Item] = []
    for item in block.items:
        opening = item.blocks[0] if item.blocks else None
        found = labelled(opening.lines[0]) if isinstance(opening, Paragraph) else None
        if not found or not isinstance(opening, Paragraph):
            kept.append(item)
            continue
        if kept:
            yield _Piece(None, Line("", 0), _list(block, kept))
            kept = []
        role, label, rest = found
        lines = [line for line in (rest, *opening.lines[1:]) if line.text]
        inner = [one for one in (_paragraph(lines), *item.blocks[1:]) if one is not None]
        yield _Piece(role, label, inner[0] if inner else None)
        yield from _inner(role, inner[1:])
    if kept:
        yield _Piece(None, Line("", 0), _list(block, kept))


def _inner(role: Role, blocks: Sequence[Block]) -> Iterator[_Piece]:
    """Yield the further blocks of a labelled item, which belong to it."""
    for block in blocks:
        yield _Piece(role, Line("", 0), block, True)


def _list(block: Bullets, items: Sequence[Item]) -> Bullets:
    return Bullets(tuple(items), block.start, items[0].first, items[-1].last)


def _of_table(block: Table) -> Iterator[_Piece]:
    """Yield the rows of a table of labels and values; another table is one piece."""
    rows = (block.header, *block.rows)
    pairs = [(row[0], row[1]) for row in rows if len(row) == 2]
    known = [role_of_label(label.text) for label, _ in pairs]
    if len(pairs) == len(rows) and sum(map(bool, known)) * 2 >= len(rows) and any(known[1:]):
        yield from _of_pairs(pairs)
        return
    heads = [role_of_label(cell.text) for cell in block.header]
    if len(block.rows) == 1 and len(heads) > 1 and sum(map(bool, heads)) * 2 > len(heads):
        yield from _of_pairs(list(zip(block.header, block.rows[0], strict=True)))
        return
    yield _Piece(None, Line("", 0), block)


def _of_pairs(pairs: Sequence[tuple[Line, Line]]) -> Iterator[_Piece]:
    for label, value in pairs:
        role = role_of_label(label.text)
        text = value if role else replace(value, text=f"{label.text}: {value.text}".strip(": "))
        if text.text:
            piece = Paragraph((text,), text.number, text.number)
            yield _Piece(role, label if role else Line("", 0), piece)
