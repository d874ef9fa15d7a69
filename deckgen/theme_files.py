"""Themes by their names or from files, read from TOML and checked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from deckgen.assets import assets_dir
from deckgen.diagnostics import Diagnostic, InputError, did_you_mean, one_of
from deckgen.files import read_file
from deckgen.theme import Theme
from deckgen.toml_files import LARGEST_TOML, TomlFile, keys_of, read_toml, worded

DEFAULT = "default"

_WORDING = {
    "string_pattern_mismatch": "{input!r} is no colour: write it like #0B3C5D",
    "float_type": "is a number of points",
    "float_parsing": "is a number of points",
    "greater_than": "is more than {gt:g} points",
    "greater_than_equal": "is at least {ge:g} points",
    "less_than_equal": "is at most {le:g} points",
    "dict_type": "is a table, such as [colour.severity]",
    "model_type": "is a table, such as [colour]",
}
"""What is said of faults by the types that pydantic gives them."""


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
    content = read_file(Path(choice), choice, "theme file", LARGEST_TOML)
    return _validated(_read(choice, content, DEFAULT))


@cache
def _packaged(name: str) -> Theme:
    if name not in theme_names():
        known = f"known themes: {one_of(theme_names())}; or name a file that ends in .toml"
        hint = " ".join(filter(None, [did_you_mean(name, theme_names()), known]))
        raise InputError.about(name, "there is no theme of this name", hint)
    return _validated(_read_packaged(name))


def _read_packaged(name: str) -> TomlFile:
    content = (assets_dir() / "themes" / f"{name}.toml").read_bytes()
    return _read(f"{name}.toml", content, None if name == DEFAULT else DEFAULT)


def _read(path: str, content: bytes, base: str | None) -> TomlFile:
    """Return the roles of a theme file, among them those of what it extends."""
    file = read_toml(path, content, "theme")
    own = dict(file.data)
    base_name = own.pop("extends", base)
    if base_name is None:
        return TomlFile(file.source, own)
    if base_name not in theme_names():
        known = f"known themes: {one_of(theme_names())}"
        what = f"{base_name!r}, which" if isinstance(base_name, str) else "what"
        raise InputError([file.told(["extends"], f"extends {what} is no theme", known)])
    below = _read_packaged(str(base_name)).data
    return TomlFile(file.source, _merged(below, {"name": Path(path).stem, **own}))


def _merged(below: dict[str, object], above: dict[str, object]) -> dict[str, object]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        merged[key] = _merged(old, value) if both else value  # type: ignore[arg-type]
    return merged


def _validated(file: TomlFile) -> Theme:
    try:
        return Theme.model_validate(file.data)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        raise InputError(_fault(file, fault) for fault in faults) from None


def _fault(file: TomlFile, fault: ErrorDetails) -> Diagnostic:
    roles = keys_of(fault)
    role = ".".join(roles)
    if fault["type"] in {"extra_forbidden", "enum"}:
        hint = did_you_mean(roles[-1], _beside(roles))
        return file.told(roles, f"{role}: there is no such role", hint)
    return file.told(roles, f"{role}: {worded(fault, _WORDING)}")


def _beside(roles: list[str]) -> Iterable[str]:
    """Return the roles that the default theme knows in the table of the last of `roles`."""
    table: object = _packaged(DEFAULT).model_dump(mode="json")
    for role in roles[:-1]:
        table = table.get(role, {}) if isinstance(table, dict) else {}
    return table if isinstance(table, dict) else []
