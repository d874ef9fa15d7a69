"""The text of a paragraph, a heading or a cell: from markdown-it's inline tokens to lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from deckgen.importing.markdown.blocks import Anchor, Line

_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_PICTURE_TAG = re.compile(r"<img\b[^>]*?\bsrc\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_WHITE = re.compile(r"\s+")
_LONGEST_LINK = 2_000
_WRITTEN_LINK = re.compile(r"https?://[^\s<>\"'|]+", re.IGNORECASE)


@dataclass
class _Pen:
    """What was read of the line at hand."""

    number: int
    parts: list[str] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    bold: int = 0
    only_bold: bool = True
    struck: int = 0
    length: int = 0

    def write(self, text: str, strong: bool, struck: bool) -> None:
        self.parts.append(text)
        self.length += len(text)
        self.struck += len(text.strip()) if struck else 0
        if text.strip() and not strong:
            self.only_bold = False
        if strong and self.only_bold:
            self.bold = self.length

    def line(self) -> Line:
        raw = "".join(self.parts)
        text = _WHITE.sub(" ", raw).strip()
        bold = len(_WHITE.sub(" ", raw[: self.bold].lstrip()).rstrip()) if self.bold else 0
        struck = bool(text) and self.struck >= len(raw.strip())
        found = (*self.anchors, *written_links(text))
        return Line(
            text, self.number, tuple(dict.fromkeys(found)), bold, struck, tuple(self.pictures)
        )


def written_links(text: str) -> tuple[Anchor, ...]:
    """Return the addresses that stand in a text as they are."""
    found = (match[0].rstrip(".,;:!?*_`") for match in _WRITTEN_LINK.finditer(text))
    return tuple(Anchor(link, link) for link in map(_closed, found))


def _closed(link: str) -> str:
    """Return a link without the brackets that only close what was opened before it."""
    while (
        len(link) <= _LONGEST_LINK
        and link
        and link[-1] in ")]"
        and link.count(")") + link.count("]") > (link.count("(") + link.count("["))
    ):
        link = link[:-1].rstrip(".,;:")
    return link


def lines_of(tokens: Sequence[Token], first: int) -> tuple[Line, ...]:
    """Return the lines that inline `tokens` make, the first of which stands in line `first`."""
    pens = [_Pen(first)]
    strong = struck = 0
    opened: list[tuple[str, int]] = []
    for token in tokens:
        pen = pens[-1]
        if token.type == "softbreak" or token.type == "hardbreak":
            pens.append(_Pen(pen.number + 1))
        elif token.type in {"strong_open", "strong_close"}:
            strong += token.nesting
        elif token.type in {"s_open", "s_close"}:
            struck += token.nesting
        elif token.type == "link_open":
            opened.append((str(token.attrGet("href") or ""), len(pen.parts)))
        elif token.type == "link_close" and opened:
            href, start = opened.pop()
            words = "".join(pen.parts[start:] if start <= len(pen.parts) else pen.parts)
            pen.anchors.append(Anchor(_WHITE.sub(" ", words).strip(), href))
        else:
            _read(token, pen, strong > 0, struck > 0)
    return tuple(line for line in (pen.line() for pen in pens) if line.text or line.pictures)


def _read(token: Token, pen: _Pen, strong: bool, struck: bool) -> None:
    if token.type in {"text", "code_inline", "text_special"}:
        pen.write(token.content, strong, struck)
    elif token.type == "image":
        pen.pictures.append(str(token.attrGet("src") or ""))
    elif token.type == "html_inline":
        if _BREAK_TAG.match(token.content):
            pen.write(" ", strong, struck)
        pen.pictures.extend(_PICTURE_TAG.findall(token.content))
