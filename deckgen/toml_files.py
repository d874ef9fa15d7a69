"""TOML files into plain data, with every fault at its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostic, InputError, Place, Source
from deckgen.toml_places import Places, key_places, nearest_place

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

LARGEST_TOML = 100_000
"""How many bytes a TOML file may hold: fifty times the default theme."""

_PLACE_IN_TEXT = re.compile(r" \(at line ([0-9]+), column ([0-9]+)\)$")

_WORDING = {
    "string_type": "is a text, in quotation marks",
    "dict_type": "is a table",
    "model_type": "is a table",
    "tuple_type": "is a list, in square brackets",
    "too_short": "has at least {min_length} items",
}
"""What is said of faults that any file may have, by the types that pydantic gives them."""


@dataclass(frozen=True)
class TomlFile:
    """The lines of a TOML file and what they say."""

    source: Source
    data: dict[str, object]

    @cached_property
    def _places(self) -> Places:
        return key_places(self.source.lines)

    def told(self, keys: Sequence[str], message: str, hint: str = "") -> Diagnostic:
        """Return what there is to say about a key, at its place where that is known."""
        place = nearest_place(self._places, keys)
        if place is None:
            return Diagnostic(self.source.path, 0, 0, message, hint)
        return self.source.diagnostic(place, message, hint)


def read_toml(path: str, content: bytes, what: str) -> TomlFile:
    """Return what the TOML in `content` says; `what` it is, such as `theme`, faults are told of.

    Raises InputError where it is not UTF-8 or not TOML.
    """
    source = _lines(path, content)
    try:
        return TomlFile(source, tomllib.loads("\n".join(source.lines)))
    except tomllib.TOMLDecodeError as error:
        raise InputError([_syntax_fault(source, str(error), what)]) from None
    except RecursionError:
        raise InputError.about(path, f"the {what} is nested too deeply") from None
    except ValueError:  # of Python's own, for thousands of digits
        raise InputError.about(path, f"the {what} holds a number that is too long") from None


def keys_of(fault: ErrorDetails) -> list[str]:
    """Return the keys that lead to the value, or to the key, of which pydantic tells a fault."""
    return [str(part) for part in fault["loc"] if part != "[key]"]


def worded(fault: ErrorDetails, wording: dict[str, str]) -> str:
    """Return a fault of pydantic's in words, those of `wording` before the general ones."""
    text = {**_WORDING, **wording}.get(fault["type"])
    if text is None:
        return fault["msg"].removeprefix("Value error, ")
    return text.format(input=fault["input"], **fault.get("ctx", {}))


def _lines(path: str, content: bytes) -> Source:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        hint = "save the file as UTF-8: an editor offers it as 'encoding' when saving"
        raise InputError.about(path, "the text is not UTF-8", hint) from None
    return Source(path, tuple(text.replace("\r\n", "\n").split("\n")))


def _syntax_fault(source: Source, said: str, what: str) -> Diagnostic:
    place = _PLACE_IN_TEXT.search(said)
    message = f"the {what} is not TOML: {_PLACE_IN_TEXT.sub('', said)}"
    if place is None:
        return Diagnostic(source.path, 0, 0, message)
    return source.diagnostic(Place(int(place[1]), int(place[2])), message)
