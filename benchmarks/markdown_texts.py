"""The prose of a Markdown document: what somebody wrote to be read, as plain texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n.*?\n\1[ \t]*(?:\n|\Z)", re.DOTALL)
_LEFT_OUT = ("heading", "blockquote")
"""Kinds of blocks whose words are left out."""


def markdown_texts(document: str) -> Iterator[str]:
    """Yield the text of each paragraph, list item and table cell of `document`, in its order.

    Headings, quotations, code blocks, comments, front matter and the targets of links are left
    out. Code within a line keeps its backticks.
    """
    tokens = MarkdownIt("commonmark").enable("table").parse(_FRONT_MATTER.sub("", document))
    inside = 0
    for token in tokens:
        if token.type.startswith(_LEFT_OUT):
            inside += token.nesting
        elif token.type == "inline" and not inside:
            text = "".join(_words(token.children or ())).strip()
            if text:
                yield text


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "text":
            yield token.content
        elif token.type == "code_inline":
            yield f"`{token.content}`"
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
