"""From the bytes of a saved answer to JSON values, or to the one fault that it has."""

from __future__ import annotations

import codecs
import json
import re

from deckgen.diagnostics import Diagnostic, InputError, Place, Source
from deckgen.files import too_large

LARGEST_EXPORT = 20_000_000
"""How many bytes an export may hold: thousands of incidents with all that was said."""

DEEPEST = 100
"""How many levels of lists and objects may stand within each other; exports have about ten."""

Json = str | int | float | bool | list["Json"] | dict[str, "Json"] | None
JsonObject = dict[str, Json]

_LINE_BREAK = re.compile(r"\r\n|\n|\r")
_SPACE = re.compile(r"[ \t\r\n]*")


def json_values(content: bytes, name: str) -> list[Json]:
    """Return the JSON values in `content`, one after the other: one, or one on each line.

    Raises InputError, with the place, where the text breaks off or is no JSON; and where it is
    empty, larger than LARGEST_EXPORT or nested deeper than DEEPEST.
    """
    if len(content) > LARGEST_EXPORT:
        raise InputError.about(name, too_large(len(content), LARGEST_EXPORT))
    text = _decoded(content, name)
    values: list[Json] = []
    decoder = json.JSONDecoder(parse_constant=_no_number)
    position = _after_space(text, 0)
    while position < len(text):
        value, position = _value(decoder, text, position, name)
        if _is_deeper(value, DEEPEST):
            raise _too_deep(name)
        values.append(value)
        position = _after_space(text, position)
    if not values:
        raise InputError.about(name, "the file is empty", "save the tool's answer once more")
    return values


def _decoded(content: bytes, name: str) -> str:
    """Return the text of UTF-8 or, where a mark says so, of UTF-16."""
    encoding = "utf-8-sig"
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"the text is not UTF-8: line {line} cannot be read"
        raise InputError.about(name, message, "save the file as UTF-8") from None


def _value(decoder: json.JSONDecoder, text: str, position: int, name: str) -> tuple[Json, int]:
    try:
        value, end = decoder.raw_decode(text, position)
    except json.JSONDecodeError as error:
        raise InputError([_fault(error, text, name)]) from None
    except RecursionError:
        raise _too_deep(name) from None
    except ValueError as error:  # a number of thousands of digits
        raise InputError.about(name, f"holds a number that cannot be read: {error}") from None
    return value, end


def _fault(error: json.JSONDecodeError, text: str, name: str) -> Diagnostic:
    lines = Source(name, tuple(_LINE_BREAK.split(text)))
    before = _LINE_BREAK.split(text[: error.pos])
    place = Place(len(before), len(before[-1]) + 1)
    opened = error.msg.startswith(("Unterminated string", "Expecting"))
    if opened and (not text[error.pos :].strip() or error.msg.startswith("Unterminated")):
        message = "the JSON breaks off here" if place.line else "the JSON breaks off"
        return lines.diagnostic(place, message, "the file is cut short: export it once more")
    return lines.diagnostic(place, f"this is no JSON: {error.msg[0].lower()}{error.msg[1:]}")


def _too_deep(name: str) -> InputError:
    message = f"lists and objects stand more than {DEEPEST} levels deep"
    return InputError.about(name, message, "no incident tool exports that: is this the right file?")


def _after_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _is_deeper(value: Json, most: int) -> bool:
    level: list[Json] = [value]
    for _ in range(most):
        level = [inner for outer in level for inner in _inside(outer)]
        if not level:
            return False
    return True


def _inside(value: Json) -> list[Json]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _no_number(_: str) -> None:
    """NaN and the infinities are no values that anything could be made of."""
