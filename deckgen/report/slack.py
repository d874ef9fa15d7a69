"""What Slack reads in a message: its own `mrkdwn`, which has no headings and no tables."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import ClassVar

from markupsafe import Markup

from deckgen.report.flavour import Flavour, Table

_AT_AN_EDGE = re.compile(r"(?<![^\W_])[*_~`]|[*_~`](?![^\W_])")
_ALIKE = {"*": "\u2217", "_": "\u02cd", "~": "\u223c", "`": "\u02cb"}
"""Slack has no escape for these; at the edge of a word others that look alike stand for them."""

_SOFT_HYPHEN = "\u00ad"
_IN_URL = str.maketrans({"|": "%7C", ">": "%3E", "<": "%3C"})


class Slack(Flavour):
    """Text to paste into Slack, or to post with its API."""

    longest_part: ClassVar[int | None] = 4_000

    def escape(self, text: str) -> Markup:
        """Return `text` so that it reads as it was written."""
        plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        plain = _AT_AN_EDGE.sub(lambda match: _ALIKE[match[0]], plain)
        return Markup(f"{_SOFT_HYPHEN}{plain}" if plain.startswith("&gt;") else plain)

    def heading(self, level: int, text: str) -> Markup:
        """Return a line in bold."""
        return self.strong(text)

    def strong(self, text: str) -> Markup:
        """Return `text` in bold."""
        return Markup(f"*{self.written(text)}*")

    def remark(self, text: str) -> Markup:
        """Return `text` emphasised."""
        return Markup(f"_{self.written(text)}_")

    def code(self, text: str) -> Markup:
        """Return `text` as code."""
        plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return Markup(f"`{plain.replace('`', _ALIKE['`'])}`")

    def link(self, text: str, url: str) -> Markup:
        """Return a link that reads `text`."""
        return Markup(f"<{_address(url)}|{self.escape(text).replace('|', '¦')}>")

    def url(self, url: str) -> Markup:
        """Return a link that reads as its own address."""
        return Markup(f"<{_address(url)}>")

    def picture(self, alt: str, path: str) -> Markup:
        """Return which picture to attach, and what it shows."""
        return Markup(f"{self.remark(f'Picture to attach: {path}.')} {self.escape(alt)}")

    def bullets(self, items: Iterable[str]) -> Markup:
        """Return a list, each item on a line."""
        return Markup("\n".join(f"• {self.written(item)}" for item in items))

    def numbers(self, items: Iterable[str]) -> Markup:
        """Return a numbered list, each item on a line."""
        return Markup("\n".join(f"{n}. {self.written(item)}" for n, item in enumerate(items, 1)))

    def table(self, table: Table) -> Markup:
        """Return a list: of each row the first cell, what it tells, then the others by name."""
        return self.bullets(self._line(table, row) for row in table.rows)

    def _line(self, table: Table, row: tuple[str, ...]) -> Markup:
        first, *others = zip(table.headings, map(self.written, row), strict=True)
        main = [cell for heading, cell in others if heading == table.main]
        named = [f"{name}: {cell}" for name, cell in others if cell and name != table.main]
        told = " ".join([self.strong(first[1]), *main])
        return Markup(" · ".join([told, *named]))

    def fenced(self, text: str) -> Markup:
        """Return nothing: readings are not for a message."""
        return Markup("")


def _address(url: str) -> str:
    return url.translate(_IN_URL).replace("&", "&amp;")
