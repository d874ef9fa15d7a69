r"""Escapes in double quotes, such as `\u202e`, that stand for what no slide may carry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from deckgen.diagnostics import Diagnostic, Place, Source
from deckgen.postmortem.fields import FORBIDDEN_CHARACTER
from deckgen.readers.source import unprintable
from deckgen.readers.syntax.edits import EditedText, Span

_ESCAPE = re.compile(
    r"\\(?:u([dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2})"
    r"|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))"
)
_NAMED = {"0": 0x00, "a": 0x07, "b": 0x08, "v": 0x0B, "f": 0x0C, "e": 0x1B}


def with_joined_surrogates(text: str) -> str:
    r"""Return `text` with each pair such as `\ud83d\ude00`, as JSON has it, as one character."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def unprintable_escapes(
    source: Source, text: EditedText, spans: Iterable[Span]
) -> Iterator[Diagnostic]:
    """Yield the faults of such escapes in `spans`, which are in the order of the file."""
    return unprintable(source, (found for span in spans for found in _found(text, span)))


def _found(text: EditedText, span: Span) -> Iterator[tuple[Place, str]]:
    for number in range(span.line, span.end_line + 1):
        first = span.column if number == span.line else 0
        last = span.end_column if number == span.end_line else len(text.line(number))
        for match in _ESCAPE.finditer(text.line(number), first, last):
            pair, *codes, name = match.groups()
            code = next((int(code, 16) for code in codes if code), _NAMED.get(name or "", 0x20))
            if not pair and code <= 0x10FFFF and FORBIDDEN_CHARACTER.match(chr(code)):
                yield text.place(Span(number, match.start(), number, match.end())), chr(code)
