"""The prose of a Markdown document: what somebody wrote to be read, as plain texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

_FRONT_MATTER = re.compile(r"\A(---|\+\+\+)[ \t]*\n.*?\n\1[ \t]*(?:\n|\Z)", re.DOTALL)


class Passage(NamedTuple):
    """A paragraph, list item or table cell, and the heading or bold lead that it stands under."""

    heading: str
    text: str


def passages(document: str) -> Iterator[Passage]:
    """Yield the passages of `document` in its order, each on one line.

    Headings, quotations, code blocks, comments, front matter and the targets of links are left
    out. Code within a line keeps its backticks.
    """
    heading, left_out = "", 0
    tokens = MarkdownIt("commonmark").enable("table").parse(_FRONT_MATTER.sub("", document))
    for n, token in enumerate(tokens):
        if token.type.startswith("blockquote"):
            left_out += token.nesting
        elif token.type == "inline":
            lead, rest = _parted(token.children or [])
            text = " ".join("".join(_words(rest)).split())
            if tokens[n - 1].type == "heading_open":
                heading = lead or text
            elif not left_out:
                heading = lead or heading
                if text:
                    yield Passage(heading, text)


def _parted(tokens: list[Token]) -> tuple[str, list[Token]]:
    """Return the bold words with which a passage begins, as `**Impact**:` does, and the rest."""
    begins = [token for token in tokens if token.type != "text" or token.content]
    if len(begins) < 3 or begins[0].type != "strong_open":
        return "", tokens
    after = next(n for n, token in enumerate(begins) if token.type == "strong_close") + 1
    label = "".join(_words(begins[:after])).strip()
    follows = begins[after].content if after < len(begins) else ":"
    is_label = label.endswith(":") or follows.lstrip().startswith(":") or follows == ":"
    if not is_label:
        return "", tokens
    rest = begins[after:]
    if rest and rest[0].type == "text":
        rest[0].content = rest[0].content.lstrip(" :")
    return label, rest


def _words(tokens: Iterable[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "text":
            yield token.content
        elif token.type == "code_inline":
            yield f"`{token.content}`"
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
