"""A long text as several messages, where a place takes no longer ones."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator


def messages(text: str, longest: int | None) -> list[str]:
    """Return `text` as parts of at most `longest` characters, all of it where that is None.

    It is cut between paragraphs, else between lines, else between words; a line in bold stays with
    what follows it.
    """
    if longest is None:
        return [text]
    sections = _with_headings(text.split("\n\n"))
    blocks = (block for section in sections for block in _fitting(section, "\n\n", longest))
    return list(_joined(blocks, "\n\n", longest))


def _with_headings(paragraphs: Iterable[str]) -> Iterator[str]:
    heading = ""
    for paragraph in paragraphs:
        whole = f"{heading}\n\n{paragraph}" if heading else paragraph
        is_heading = "\n" not in paragraph and paragraph[:1] == paragraph[-1:] == "*"
        heading = whole if is_heading else ""
        if not is_heading:
            yield whole
    if heading:
        yield heading


def _fitting(text: str, separator: str, longest: int) -> Iterator[str]:
    """Yield `text`, in pieces where it is too long."""
    if len(text) <= longest:
        yield text
    elif separator in text:
        finer = "\n" if separator == "\n\n" else " "
        pieces = (
            piece for part in text.split(separator) for piece in _fitting(part, finer, longest)
        )
        yield from _joined(pieces, separator, longest)
    elif separator == "\n\n":
        yield from _fitting(text, "\n", longest)
    else:
        yield from textwrap.wrap(text, longest, break_on_hyphens=False)


def _joined(pieces: Iterable[str], separator: str, longest: int) -> Iterator[str]:
    """Yield the pieces joined, as many as fit together."""
    whole = ""
    for piece in pieces:
        longer = f"{whole}{separator}{piece}" if whole else piece
        if len(longer) > longest:
            yield whole
            longer = piece
        whole = longer
    yield whole
