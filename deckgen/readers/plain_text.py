"""Texts without quotes of which YAML reads less, or more, than the author sees."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Diagnostic, Source
from deckgen.readers.remarks import clipped
from deckgen.readers.syntax.edits import EditedText, Span
from deckgen.readers.syntax.lines import indent, starts_item

_HASH_WORD = re.compile(r"\s+(#\w.*)")


def misread(source: Source, text: EditedText, span: Span) -> Iterator[Diagnostic]:
    """Yield a warning for what stands in or behind the plain text at `span` and is read otherwise.

    That is a comment that looks like a part of the text, such as `Deploy #4812 starts`, and the
    dash of an item that goes on with the text above it, being indented too deep.
    """
    cut = _HASH_WORD.match(text.line(span.end_line), span.end_column)
    if cut:
        word = clipped(cut[1].split()[0])
        yield source.diagnostic(
            text.place(Span(span.end_line, cut.start(1), span.end_line, cut.end(1))),
            f"YAML takes '{word}' and what follows for a comment and drops it",
            "put the whole text in quotes, or write a space after the '#' of a comment",
            "warning",
        )
    for number in range(span.line + 1, span.end_line + 1):
        line = text.line(number)
        if starts_item(line):
            yield source.diagnostic(
                text.place(Span(number, indent(line), number, indent(line) + 1)),
                "YAML takes this line for a part of the text above it",
                "indent the '-' as the others of its list, or put the whole text in quotes",
                "warning",
            )
