"""Markdown as GitHub writes it, and as Confluence takes it when it is pasted."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup

from deckgen.report.flavour import Flavour, Table

_URL = re.compile(
    r"(?<!\w)https?://(?:[A-Za-z0-9~:/?#@!$()*+,;=%._-]|&(?!#?\w+;))*[A-Za-z0-9/#=%_-]",
    re.ASCII | re.IGNORECASE,
)
"""An address as it stands in a text, without the full stop of the sentence behind it."""

_WHOLE_URL = re.compile(
    r"(?:https?://|mailto:)(?:[!#-%'-;=?-\[\]^_a-z{}~]|&(?!#?\w+;))+", re.I | re.A
)
_INLINE = re.compile(r"[\\`*\[\]<|~]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
_OPENING = re.compile(r"[-+=>#:](?=\W|$)|[#>=]")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?= |$)", re.ASCII)
_CLOSING = re.compile(r"(?<= )(?=#+$)")
_DESTINATION = re.compile(r"[\\()<>*_|`\[\]]|&(?=#?\w+;)")
_BACKTICKS = re.compile("`+")


def escape_markdown(text: str, *, addresses: bool = True) -> str:
    """Return `text`, one line, so that Markdown shows it as it was written.

    Addresses become links that read as before, unless the text stands in a link already.
    """
    if not addresses:
        return _edges(_inline(text))
    pieces, end = [], 0
    for match in _URL.finditer(text):
        pieces += [_inline(text[end : match.start()]), f"<{match[0]}>"]
        end = match.end()
    return _edges("".join([*pieces, _inline(text[end:])]))


def _inline(text: str) -> str:
    escaped = _INLINE.sub(r"\\\g<0>", text)
    # Two of them may enclose a formula, one is money.
    return escaped.replace("$", r"\$") if escaped.count("$") > 1 else escaped


def _edges(text: str) -> str:
    """Return `text` without what makes a heading, a list, a quote or a rule at its edges."""
    if _OPENING.match(text):
        text = f"\\{text}"
    text = _NUMBERED.sub(r"\1\\\2", text, count=1) if _NUMBERED.match(text) else text
    return _CLOSING.sub(r"\\", text)


class GitHub(Flavour):
    """GitHub Flavored Markdown."""

    def escape(self, text: str) -> Markup:
        """Return `text` so that it reads as it was written, in a table's cell too."""
        return Markup(escape_markdown(text))

    def heading(self, level: int, text: str) -> Markup:
        """Return a heading of one line."""
        return Markup(f"{'#' * level} {self.written(text)}")

    def strong(self, text: str) -> Markup:
        """Return `text` in bold."""
        return Markup(f"**{self.written(text)}**")

    def remark(self, text: str) -> Markup:
        """Return `text` emphasised."""
        return Markup(f"*{self.written(text)}*")

    def code(self, text: str) -> Markup:
        """Return `text` as code; in bold where it has a `|`, which would end a table's cell."""
        if "|" in text:
            return self.strong(text)
        longest = max(map(len, _BACKTICKS.findall(text)), default=0)
        fence, pad = "`" * (longest + 1), " " if "`" in (text[:1], text[-1:]) else ""
        return Markup(f"{fence}{pad}{text}{pad}{fence}")

    def link(self, text: str, url: str) -> Markup:
        """Return a link that reads `text`."""
        destination = _DESTINATION.sub(r"\\\g<0>", url)
        return Markup(f"[{escape_markdown(text, addresses=False)}]({destination})")

    def url(self, url: str) -> Markup:
        """Return a link that reads as its own address."""
        return Markup(f"<{url}>") if _WHOLE_URL.fullmatch(url) else self.link(url, url)

    def picture(self, alt: str, path: str) -> Markup:
        """Return the picture at `path`, relative to the report."""
        from urllib.parse import quote

        shown = quote(path.encode("utf-8", "surrogateescape"), safe="/.-_~")
        return Markup(f"![{escape_markdown(alt, addresses=False)}]({shown})")

    def bullets(self, items: Iterable[str]) -> Markup:
        """Return a list, each item on a line."""
        return Markup("\n".join(f"- {self.written(item)}" for item in items))

    def numbers(self, items: Iterable[str]) -> Markup:
        """Return a numbered list, each item on a line."""
        return Markup("\n".join(f"{n}. {self.written(item)}" for n, item in enumerate(items, 1)))

    def table(self, table: Table) -> Markup:
        """Return a table with pipes."""
        if not table.rows:
            return Markup("")
        rule = Markup("---")
        lines = [table.headings, (rule,) * len(table.headings), *table.rows]
        cells = (map(self.written, line) for line in lines)
        return Markup("\n".join(f"| {' | '.join(line)} |" for line in cells))

    def fenced(self, text: str) -> Markup:
        """Return lines as they are, in a fence."""
        return Markup(f"```text\n{text}\n```")


class Confluence(GitHub):
    """Markdown that Confluence Cloud turns into a page when it is pasted into its editor.

    It takes tables and links; pictures it does not, these are uploaded by hand.
    """

    def picture(self, alt: str, path: str) -> Markup:
        """Return where to put the picture, and what it shows."""
        return Markup(f"{self.remark(f'Picture to insert here: {path}.')} {self.escape(alt)}")
