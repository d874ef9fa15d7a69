"""From the bytes of a document to its lines: size, encoding, and what no slide may carry."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from deckgen.diagnostics import InputError
from deckgen.postmortem.fields import FORBIDDEN_CHARACTER

LARGEST_DOCUMENT = 5_000_000
"""How many bytes a document may hold: a thousand times a long postmortem."""

MOST_LINES = 110_000
"""How many lines a document may have."""

_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_WEB_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LATIN_1 = "the bytes are no UTF-8 and were read as Windows-1252 (Latin-1)"


class Text(NamedTuple):
    """The lines of a document, and in `doubts` what was assumed to read them."""

    lines: tuple[str, ...]
    doubts: tuple[str, ...] = ()

    def between(self, first: int, last: int) -> str:
        """Return the lines `first` to `last`, which count from 1, without outer empty ones."""
        lines = [line.rstrip() for line in self.lines[max(first, 1) - 1 : last]]
        return "\n".join(lines).strip("\n")


def decoded(content: bytes, name: str) -> Text:
    """Return the text of a document; characters that no slide may carry become spaces.

    Raises InputError where it is larger than `LARGEST_DOCUMENT`, holds no text, or is no text but
    a web page or a file of another kind.
    """
    if len(content) > LARGEST_DOCUMENT:
        limit = f"{LARGEST_DOCUMENT // 1_000_000} MB"
        raise InputError.about(
            name,
            f"is larger than {limit}",
            "import the document without its attachments and logs",
        )
    text, doubts = _characters(content, name)
    if not text.strip():
        raise InputError.about(name, "is empty", "give a Markdown document with some text")
    if _WEB_PAGE.match(text):
        hint = "export the page as Markdown, or paste its text into a .md file"
        raise InputError.about(name, "is a web page (HTML), not Markdown", hint)
    clean, count = FORBIDDEN_CHARACTER.subn(" ", text.replace("\x0b", "\n").replace("\x0c", "\n"))
    if count:
        doubts += (f"{count:,} characters that no slide can show were read as spaces",)
    lines = tuple(_LINE_BREAK.split(clean))
    if len(lines) > MOST_LINES:
        message = f"holds more than {MOST_LINES:,} lines"
        raise InputError.about(name, message, "import the document without its logs")
    return Text(lines, doubts)


def _characters(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    if content.startswith(_UTF16):
        try:
            return content.decode("utf-16"), ("the file is in UTF-16",)
        except UnicodeDecodeError:
            raise InputError.about(name, "is not a text file") from None
    if b"\0" in content:
        raise InputError.about(name, "is not a text file", "give a Markdown document")
    try:
        return content.removeprefix(codecs.BOM_UTF8).decode("utf-8"), ()
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace").replace("\ufffd", " "), (_LATIN_1,)
