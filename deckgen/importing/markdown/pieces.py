"""Paragraphs and items as texts, each with what stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from deckgen.importing.markdown.blocks import (
    Block,
    Bullets,
    Line,
    Paragraph,
    Quote,
    Raw,
    Table,
    joined,
)

_TEMPLATE = re.compile(
    r"^(?:list of things that went well|things that could have gone better"
    r"|these are good things that happened|these are only sample subheadings"
    r"|tbd|todo|n/?a|none\.?|\.\.\.|…)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Piece:
    """One paragraph or item as a text, with the lines of what stands within or right behind it."""

    line: Line
    first: int
    last: int
    in_list: bool
    details: tuple[tuple[int, int], ...] = ()
    inner: tuple[Piece, ...] = ()


def is_template(words: str) -> bool:
    """Whether a text was left over from a template, or only says that there is nothing."""
    return bool(_TEMPLATE.match(words))


def pieces_of(blocks: Sequence[Block]) -> Iterator[Piece | Raw | Quote | Table]:
    """Yield the paragraphs and items of blocks, and what is neither."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _of_paragraph(block)
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from _of_item(item.blocks)
        elif isinstance(block, Raw | Quote | Table):
            yield block


def _of_paragraph(block: Paragraph) -> Iterator[Piece]:
    """Yield a paragraph; lines that are each a sentence, beginning and ending as one, by itself."""
    if len(block.lines) > 1 and all(map(_is_sentence, block.lines)):
        yield from (Piece(line, line.number, line.number, False) for line in block.lines)
    else:
        yield Piece(led(block.lines), block.first, block.last, False)


def _is_sentence(line: Line) -> bool:
    return line.text[:1].isupper() and line.text[-1:] in {".", "!", "?"}


def led(lines: tuple[Line, ...]) -> Line:
    """Return lines as one; a first one that is all bold is the label of the others."""
    whole = joined(lines)
    first = lines[0]
    if len(lines) == 1 or first.bold < len(first.text) or first.text[-1:] in ".:;!?":
        return whole
    return replace(whole, text=f"{first.text}: {whole.text[len(first.text) :].lstrip()}")


def _of_item(blocks: Sequence[Block]) -> Iterator[Piece | Raw | Quote | Table]:
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph):
        yield from pieces_of(blocks)
        return
    rest = blocks[1:]
    inner = tuple(one for one in pieces_of(rest) if isinstance(one, Piece))
    details = tuple((block.first, block.last) for block in rest)
    yield Piece(led(first.lines), first.first, first.last, True, details, inner)


def whole(piece: Piece) -> str:
    """Return a piece with what stands below it as one text."""
    inner = "; ".join(whole(one) for one in piece.inner)
    mark = " " if piece.line.text.endswith(":") else ": "
    return f"{piece.line.text}{mark}{inner}" if inner else piece.line.text
