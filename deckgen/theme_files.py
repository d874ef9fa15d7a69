"""Themes by their names or from files, read from TOML and checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deckgen.assets import assets_dir
from deckgen.diagnostics import Diagnostic, InputError, Place, Source, did_you_mean, one_of
from deckgen.files import read_file
from deckgen.theme import Theme
from deckgen.theme_places import Places, nearest_place, role_places

DEFAULT = "default"

LARGEST_THEME = 100_000
"""How many bytes a theme file may hold: fifty times the default theme."""

_WORDING = {
    "string_pattern_mismatch": "{input!r} is no colour: write it like #0B3C5D",
    "string_type": "is a text, in quotation marks",
    "float_type": "is a number of points",
    "float_parsing": "is a number of points",
    "greater_than": "is more than {gt:g} points",
    "greater_than_equal": "is at least {ge:g} points",
    "less_than_equal": "is at most {le:g} points",
    "dict_type": "is a table, such as [colour.severity]",
    "model_type": "is a table, such as [colour]",
    "tuple_type": "is a list, in square brackets",
    "too_short": "has at least {min_length} items",
}
"""What is said of faults by the types that pydantic gives them."""

_PLACE_IN_TEXT = re.compile(r" \(at line ([0-9]+), column ([0-9]+)\)$")


def theme_names() -> list[str]:
    """Return the names of the themes that come with deckgen, in order."""
    folder = assets_dir() / "themes"
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir())


def load_theme(choice: str = DEFAULT) -> Theme:
    """Return the theme of that name, or the one in the TOML file `choice`.

    A theme file holds only what differs from the theme it `extends` (default: `default`). Raises
    InputError for an unknown name or a file with faults, all of them at once and with their places.
    """
    if not choice.endswith(".toml"):
        return _packaged(choice)
    content = read_file(Path(choice), choice, "theme file", LARGEST_THEME)
    return _validated(*_read(choice, content, DEFAULT))


@cache
def _packaged(name: str) -> Theme:
    if name not in theme_names():
        known = f"known themes: {one_of(theme_names())}; or name a file that ends in .toml"
        hint = " ".join(filter(None, [did_you_mean(name, theme_names()), known]))
        raise InputError.about(name, "there is no theme of this name", hint)
    return _validated(*_read_packaged(name))


def _read_packaged(name: str) -> tuple[Source, dict[str, object]]:
    content = (assets_dir() / "themes" / f"{name}.toml").read_bytes()
    return _read(f"{name}.toml", content, None if name == DEFAULT else DEFAULT)


def _read(path: str, content: bytes, base: str | None) -> tuple[Source, dict[str, object]]:
    """Return the lines of a theme file and its roles, among them those of what it extends."""
    source = _lines(path, content)
    own = _parsed(source)
    base_name = own.pop("extends", base)
    if base_name is None:
        return source, own
    if base_name not in theme_names():
        known = f"known themes: {one_of(theme_names())}"
        what = f"{base_name!r}, which" if isinstance(base_name, str) else "what"
        message = f"extends {what} is no theme"
        raise InputError([_told(source, role_places(source.lines), ["extends"], message, known)])
    _, below = _read_packaged(str(base_name))
    return source, _merged(below, {"name": Path(path).stem, **own})


def _lines(path: str, content: bytes) -> Source:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        hint = "save the file as UTF-8: an editor offers it as 'encoding' when saving"
        raise InputError.about(path, "the text is not UTF-8", hint) from None
    return Source(path, tuple(text.replace("\r\n", "\n").split("\n")))


def _parsed(source: Source) -> dict[str, object]:
    try:
        return tomllib.loads("\n".join(source.lines))
    except tomllib.TOMLDecodeError as error:
        raise InputError([_syntax_fault(source, str(error))]) from None
    except RecursionError:
        raise InputError.about(source.path, "the theme is nested too deeply") from None
    except ValueError:  # of Python's own, for thousands of digits
        raise InputError.about(source.path, "the theme holds a number that is too long") from None


def _syntax_fault(source: Source, said: str) -> Diagnostic:
    place = _PLACE_IN_TEXT.search(said)
    message = f"the theme is not TOML: {_PLACE_IN_TEXT.sub('', said)}"
    if place is None:
        return Diagnostic(source.path, 0, 0, message)
    return source.diagnostic(Place(int(place[1]), int(place[2])), message)


def _merged(below: dict[str, object], above: dict[str, object]) -> dict[str, object]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        merged[key] = _merged(old, value) if both else value  # type: ignore[arg-type]
    return merged


def _validated(source: Source, data: dict[str, object]) -> Theme:
    try:
        return Theme.model_validate(data)
    except ValidationError as error:
        places = role_places(source.lines)
        faults = error.errors(include_url=False)
        raise InputError(_fault(source, places, fault) for fault in faults) from None


def _fault(source: Source, places: Places, fault: ErrorDetails) -> Diagnostic:
    roles = [str(part) for part in fault["loc"] if part != "[key]"]
    if fault["type"] in {"extra_forbidden", "enum"}:
        hint = did_you_mean(roles[-1], _beside(roles))
        return _told(source, places, roles, f"{'.'.join(roles)}: there is no such role", hint)
    wording = _WORDING.get(fault["type"])
    if wording is None:
        message = fault["msg"].removeprefix("Value error, ")
    else:
        message = wording.format(input=fault["input"], **fault.get("ctx", {}))
    return _told(source, places, roles, f"{'.'.join(roles)}: {message}")


def _told(
    source: Source, places: Places, roles: list[str], message: str, hint: str = ""
) -> Diagnostic:
    """Return what there is to say about a role, at its place where that is known."""
    place = nearest_place(places, roles)
    if place is None:
        return Diagnostic(source.path, 0, 0, message, hint)
    return source.diagnostic(place, message, hint)


def _beside(roles: list[str]) -> Iterable[str]:
    """Return the roles that the default theme knows in the table of the last of `roles`."""
    table: object = _packaged(DEFAULT).model_dump(mode="json")
    for role in roles[:-1]:
        table = table.get(role, {}) if isinstance(table, dict) else {}
    return table if isinstance(table, dict) else []
