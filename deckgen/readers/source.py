"""From bytes to lines of text: size, encoding and the characters that no slide may carry."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from itertools import islice

from deckgen.diagnostics import Diagnostic, InputError, Place, Source
from deckgen.files import LARGEST_SOURCE, too_large
from deckgen.postmortem.fields import FORBIDDEN_CHARACTER

MOST_LINES = 100_000
"""How many lines a source may have."""

_SHOWN_CHARACTER_FAULTS = 20
_COUNTED_CHARACTERS = 1_000
_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_BYTE_ORDER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(
    source: bytes, path: str, largest: int = LARGEST_SOURCE, most_lines: int = MOST_LINES
) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Return the text of `source` as lines, and a fault for what is not UTF-8 or unprintable.

    Bytes that are no UTF-8 are read as U+FFFD, so that reading goes on. Raises InputError
    where the whole cannot be such text: it is UTF-16, an archive or a picture, or it has more than
    `largest` bytes or `most_lines` lines.
    """
    if len(source) > largest:
        raise InputError.about(path, too_large(len(source), largest))
    if _looks_like_utf16(source):
        raise InputError([_other_encoding(path)])
    source = source.removeprefix(codecs.BOM_UTF8)
    text = source.decode("utf-8", "replace")
    if "\0" in text and "\ufffd" in text:
        raise InputError.about(path, "is not a text file")
    lines = Source(path, tuple(_LINE_BREAK.split(text)))
    if len(lines.lines) > most_lines:
        raise InputError.about(path, f"holds more than {most_lines:,} lines")
    return lines, (*_undecodable(source, lines), *_unprintable(text, lines))


def readable(line: str) -> str:
    """Return `line`, as long as before, with only such characters as YAML reads alike everywhere.

    What ends a line in YAML but not in an editor becomes a space, a byte order mark within the
    text becomes U+2060 (word joiner), and what no slide may carry becomes U+FFFD.
    """
    return FORBIDDEN_CHARACTER.sub("\ufffd", line).translate(_REPLACED)


_REPLACED = {0x85: " ", 0x2028: " ", 0x2029: " ", 0xFEFF: "\u2060"}


def _looks_like_utf16(source: bytes) -> bool:
    """Return whether `source` has the mark of UTF-16, or zeros at most even, or odd, places."""
    halves = (source[start:512:2] for start in (0, 1))
    zeros = any(half.count(0) * 3 > len(half) * 2 for half in halves)
    return source.startswith(_BYTE_ORDER_MARKS) or zeros


def _other_encoding(path: str) -> Diagnostic:
    return Diagnostic(
        path, 1, 1, "the text is not UTF-8 but looks like UTF-16",
        "save the file as UTF-8: an editor offers it as 'encoding' when saving",
    )  # fmt: skip


def _undecodable(source: bytes, lines: Source) -> Iterator[Diagnostic]:
    """Yield one fault at the first byte that is not UTF-8."""
    try:
        source.decode("utf-8")
    except UnicodeDecodeError as error:
        before = _LINE_BREAK.split(source[: error.start].decode("utf-8"))
        byte = source[error.start]
        meant = bytes([byte]).decode("cp1252", "ignore")
        guess = f" (in Windows-1252 it is '{meant}')" if meant.isprintable() and meant else ""
        yield lines.diagnostic(
            Place(len(before), len(before[-1]) + 1),
            f"the byte 0x{byte:02X} is not UTF-8{guess}",
            "save the file as UTF-8: an editor offers it as 'encoding' when saving",
        )


def _unprintable(text: str, lines: Source) -> Iterator[Diagnostic]:
    """Yield the faults of the characters in `text` that cannot be shown."""
    if FORBIDDEN_CHARACTER.search(text):
        yield from unprintable(
            lines,
            (
                (Place(number, match.start() + 1), match[0])
                for number, line in enumerate(lines.lines, start=1)
                for match in FORBIDDEN_CHARACTER.finditer(line)
            ),
        )


def unprintable(lines: Source, found: Iterable[tuple[Place, str]]) -> Iterator[Diagnostic]:
    """Yield a fault for each of the first characters found, then how many more there are."""
    found = iter(found)
    for place, character in islice(found, _SHOWN_CHARACTER_FAULTS):
        message = f"the character U+{ord(character):04X} cannot be shown on a slide"
        yield lines.diagnostic(place, message, "remove it")
    left_out = next(found, None)
    if left_out is not None:
        more = 1 + sum(1 for _ in islice(found, _COUNTED_CHARACTERS))
        count = f"{more:,}" if more < _COUNTED_CHARACTERS else f"over {_COUNTED_CHARACTERS:,}"
        message = f"{count} more characters from here on cannot be shown"
        yield lines.diagnostic(left_out[0], message, "is this a text file?")
