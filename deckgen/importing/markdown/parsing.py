"""From Markdown to blocks: the one place that knows markdown-it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from deckgen.importing.markdown.blocks import (
    Anchor,
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Paragraph,
    Quote,
    Raw,
    Table,
)
from deckgen.importing.markdown.inline import lines_of

_DEEPEST = 24
"""How deep quotations and lists may lie in each other; what lies deeper is left."""

_MARKS = set(" \t>-*+#=_~`|:.()0123456789[]")
"""What a line may hold without saying anything."""


class Document(NamedTuple):
    """The blocks of a document, the lines that no block holds, and links that nothing uses."""

    blocks: tuple[Block, ...]
    unread: tuple[tuple[int, int], ...]
    unused: tuple[tuple[int, Anchor], ...]


def parsed(lines: Sequence[str], skipped: int) -> Document:
    """Return what the lines are as CommonMark with tables; the first `skipped` are no Markdown."""
    source = "\n" * skipped + "\n".join(lines[skipped:])
    env: dict[str, dict[str, Mapping[str, object]]] = {}
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    tokens = parser.enable(["table", "strikethrough"]).parse(source, env)
    held: set[int] = set(range(skipped))
    blocks = tuple(_Reader(tokens, lines, held).blocks())
    references = list(env.get("references", {}).values())
    for reference in references:
        held.update(_span(reference.get("map")))
    used = {anchor.href for block in blocks for anchor in _anchors(block)}
    unused = tuple(
        (_span(one.get("map")).start + 1, Anchor(str(one.get("title") or ""), str(one["href"])))
        for one in references
        if one["href"] not in used
    )
    return Document(blocks, tuple(_gaps(lines, held)), unused)


def _span(found: object) -> range:
    return range(found[0], found[1]) if isinstance(found, list) and len(found) == 2 else range(0)


def _gaps(lines: Sequence[str], held: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines, from 1, that say something and that no block holds."""
    start = None
    for n, line in enumerate((*lines, "")):
        says = n not in held and n < len(lines) and not set(line) <= _MARKS
        if says and start is None:
            start = n
        elif not says and start is not None:
            yield start + 1, n
            start = None


def _anchors(block: Block) -> Iterator[Anchor]:
    if isinstance(block, Bullets):
        for item in block.items:
            for inner in item.blocks:
                yield from _anchors(inner)
    elif isinstance(block, Quote):
        for inner in block.blocks:
            yield from _anchors(inner)
    else:
        for line in _lines(block):
            yield from line.anchors


def _lines(block: Block) -> Iterable[Line]:
    if isinstance(block, Heading):
        return [block.line]
    if isinstance(block, Paragraph):
        return block.lines
    if isinstance(block, Table):
        return [*block.header, *(cell for row in block.rows for cell in row)]
    return []


class _Reader:
    """Reads blocks from tokens, one after the other, and notes the lines that they `held`."""

    def __init__(self, tokens: Sequence[Token], lines: Sequence[str], held: set[int]) -> None:
        self._tokens, self._lines, self._held = tokens, lines, held
        self._next = 0

    def blocks(self, closing: str = "") -> Iterator[Block]:
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            if token.type == closing:
                return
            block = self._block(token)
            if block is not None:
                yield block

    def _block(self, token: Token) -> Block | None:
        first, last = token.map or (0, 0)
        if token.type in {"paragraph_open", "heading_open"}:
            return self._text(token, first, last)
        if token.type in {"bullet_list_open", "ordered_list_open"}:
            return self._list(token, first, last)
        if token.type == "blockquote_open":
            return Quote(tuple(self.blocks("blockquote_close")), first + 1, last)
        if token.type == "table_open":
            return self._table(first, last)
        if token.type in {"fence", "code_block", "html_block", "hr"}:
            self._held.update(range(first, last))
            return Raw(token.type, first + 1, last)
        return None

    def _text(self, token: Token, first: int, last: int) -> Block | None:
        self._held.update(range(first, last))
        inline = self._tokens[self._next]
        self._next += 2
        lines = lines_of(inline.children or [], first + 1)
        if token.type == "paragraph_open":
            return Paragraph(lines, first + 1, last) if lines else None
        line = Line("", first + 1) if not lines else lines[0]
        return Heading(int(token.tag[1:]), line, first + 1, last)

    def _list(self, token: Token, first: int, last: int) -> Bullets:
        closing = token.type.replace("open", "close")
        items = []
        while self._next < len(self._tokens):
            inner = self._tokens[self._next]
            self._next += 1
            if inner.type == closing:
                break
            begin, end = inner.map or (first, last)
            items.append(Item(tuple(self.blocks("list_item_close")), begin + 1, end))
        ordered = token.type == "ordered_list_open"
        start = token.attrGet("start") if ordered else None
        number = int(start) if start is not None else 1
        return Bullets(tuple(items), number if ordered else None, first + 1, last)

    def _table(self, first: int, last: int) -> Table:
        self._held.update(range(first, last))
        rows: list[tuple[Line, ...]] = []
        cells: list[Line] = []
        number = first
        while (token := self._tokens[self._next]).type != "table_close":
            self._next += 1
            if token.type == "tr_open":
                number, cells = (token.map or (number, 0))[0], []
            elif token.type == "inline":
                found = lines_of(token.children or [], number + 1)
                cells.append(found[0] if found else Line("", number + 1))
            elif token.type == "tr_close":
                rows.append(self._whole_row(cells, number))
        self._next += 1
        return Table(rows[0], tuple(rows[1:]), first + 1, last)

    def _whole_row(self, cells: Sequence[Line], number: int) -> tuple[Line, ...]:
        """Return a row with the cells behind its last column, which the parser drops."""
        written = split_row(self._lines[number])
        if len(written) <= len(cells) or not cells:
            return tuple(cells)
        rest = " | ".join(written[len(cells) - 1 :]).strip(" |")
        return (*cells[:-1], Line(rest, cells[-1].number, cells[-1].anchors))


def split_row(line: str) -> list[str]:
    """Return the cells of a row of a table as they are written."""
    text = line.replace("\\|", "\0").strip()
    text = text.removeprefix("|").removesuffix("|")
    return [cell.replace("\0", "|").strip() for cell in text.split("|")]
