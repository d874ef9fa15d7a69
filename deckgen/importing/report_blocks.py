"""The blocks of a Markdown report, with every character of their texts as somebody wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

_DEEPEST = 20

_REMARK = re.compile(
    r"not recorded|Not recorded yet\.|from the timeline|unassigned|no date|overdue|differs"
    r"|an exercise|Because:|Why we believe it:|Figure \d+:"
    r"|(?:open|mitigated|resolved), by the times below"
    r"|all times are in this zone(?:; a Z behind one means UTC)?"
    r"|[\d,]+ of [\d,]+ readings: first, lowest, highest, last\."
    r"|Written by deckgen, digest [0-9a-f]{12}\."
)
"""What a report says of itself, emphasised; other emphasis is that of somebody who edited it."""


class Run(NamedTuple):
    """A piece of text with its marks. `href` is where it leads, `image` the path of a picture."""

    text: str
    strong: bool = False
    remark: bool = False
    code: bool = False
    href: str = ""
    image: str = ""


class Piece(NamedTuple):
    """The text of a paragraph, an item or a cell, and its line, which counts from 1."""

    runs: tuple[Run, ...]
    line: int

    @property
    def text(self) -> str:
        """The text without the report's own remarks."""
        return "".join(run.text for run in self.runs if not run.remark).strip()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the report remarks."""
        return tuple(run.text for run in self.runs if run.remark)

    @property
    def is_strong(self) -> bool:
        """Whether all of the text is bold."""
        said = [run for run in self.runs if not run.remark and run.text.strip()]
        return bool(said) and all(run.strong for run in said)

    @property
    def href(self) -> str:
        """Where the first link leads, empty without one."""
        return next((run.href for run in self.runs if run.href), "")

    @property
    def image(self) -> str:
        """The path of the first picture, empty without one."""
        return next((run.image for run in self.runs if run.image), "")

    def led(self) -> tuple[str, Piece]:
        """Return the name in bold, or as code, that the text begins with, and what follows it."""
        if self.runs and self.runs[0].code:
            lead = list(self.runs[:1])
        else:
            lead = list(takewhile(lambda run: run.strong, self.runs))
        return "".join(run.text for run in lead), Piece(self.runs[len(lead) :], self.line)

    def parted(self, remark: str) -> tuple[Piece, Piece | None]:
        """Return what stands before and behind a `remark`, or all of it and None."""
        for n, run in enumerate(self.runs):
            if run.remark and run.text == remark:
                return Piece(self.runs[:n], self.line), Piece(self.runs[n + 1 :], self.line)
        return self, None


class Heading(NamedTuple):
    """A heading."""

    level: int
    piece: Piece
    last: int


class Paragraph(NamedTuple):
    """A paragraph."""

    piece: Piece
    last: int


class Items(NamedTuple):
    """A list whose every item is one line of text."""

    pieces: tuple[Piece, ...]
    last: int


class Grid(NamedTuple):
    """A table: the texts of its header, and its rows."""

    header: tuple[str, ...]
    rows: tuple[tuple[Piece, ...], ...]
    line: int
    last: int


class Fence(NamedTuple):
    """Lines between fences."""

    content: str
    line: int
    last: int


class Other(NamedTuple):
    """Anything else, which no report has."""

    line: int
    last: int


Block = Heading | Paragraph | Items | Grid | Fence | Other


def first_line(block: Block) -> int:
    """Return the line in which a block begins."""
    if isinstance(block, Heading | Paragraph):
        return block.piece.line
    return block.pieces[0].line if isinstance(block, Items) else block.line


def report_blocks(lines: Sequence[str]) -> Iterator[Block]:
    """Yield the blocks of a report."""
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    # The texts of links are taken as they stand, none is refused or written in another way.
    parser.normalizeLink = _as_it_stands  # type: ignore[method-assign]
    parser.normalizeLinkText = _as_it_stands  # type: ignore[method-assign, assignment]
    parser.validateLink = _accept  # type: ignore[method-assign]
    tokens = parser.parse("\n".join(lines))
    start = end = 0
    for n, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:
            block = _block(tokens[start : n + 1])
            yield from _between(lines, end, first_line(block) - 1)
            yield block
            start, end = n + 1, block.last
    yield from _between(lines, end, len(lines))


def _between(lines: Sequence[str], first: int, last: int) -> Iterator[Block]:
    """Yield lines that are in no block though they say something, such as where a link leads."""
    said = [n for n in range(first, last) if any(map(str.isalnum, lines[n]))]
    if said:
        yield Other(said[0] + 1, said[-1] + 1)


def _as_it_stands(url: str) -> str:
    return url


def _accept(url: str) -> bool:
    return True


def _block(tokens: Sequence[Token]) -> Block:
    opened = tokens[0]
    first, last = opened.map or (0, 0)
    if opened.type == "heading_open":
        return Heading(int(opened.tag[1:]), _piece(tokens[1]), last)
    if opened.type == "paragraph_open":
        return Paragraph(_piece(tokens[1]), last)
    if opened.type == "fence":
        return Fence(opened.content, first + 1, last)
    if opened.type == "table_open":
        header, *rows = _rows(tokens)
        return Grid(tuple(cell.text for cell in header), tuple(rows), first + 1, last)
    if opened.type in {"bullet_list_open", "ordered_list_open"}:
        items = sum(token.type == "list_item_open" for token in tokens)
        pieces = [_piece(token) for token in tokens if token.type == "inline"]
        plain = {"list_item_open", "list_item_close", "paragraph_open", "paragraph_close", "inline"}
        if items == len(pieces) and {token.type for token in tokens[1:-1]} <= plain:
            return Items(tuple(pieces), last)
    return Other(first + 1, last)


def _rows(tokens: Sequence[Token]) -> list[tuple[Piece, ...]]:
    rows: list[list[Piece]] = []
    line = 0
    for token in tokens:
        if token.type == "tr_open":
            line = (token.map or (line, 0))[0]
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(Piece(_piece(token).runs, line + 1))
    return [tuple(row) for row in rows]


def _piece(inline: Token) -> Piece:
    return Piece(tuple(_runs(inline.children or [])), (inline.map or (0, 0))[0] + 1)


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    strong = emphasised = 0
    href = ""
    for token in tokens:
        if token.type in {"strong_open", "strong_close"}:
            strong += token.nesting
        elif token.type in {"em_open", "em_close"}:
            emphasised += token.nesting
        elif token.type in {"link_open", "link_close"}:
            href = str(token.attrGet("href") or "") if token.nesting == 1 else ""
        elif token.type in {"softbreak", "hardbreak"}:
            yield Run(" ", strong > 0)
        elif token.type == "image":
            yield Run("", image=str(token.attrGet("src") or ""))
        elif text := token.content:
            remark = emphasised > 0 and _REMARK.fullmatch(text) is not None
            yield Run(text, strong > 0, remark, token.type == "code_inline", href)
