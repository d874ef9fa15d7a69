"""Theme files, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.theme import Theme
from deckgen.theme_files import load_theme


def file(folder: Path, text: str, name: str = "brand.toml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def faults(choice: str) -> list[Diagnostic]:
    with pytest.raises(InputError) as caught:
        load_theme(choice)
    return list(caught.value.diagnostics)


def messages(folder: Path, text: str) -> list[str]:
    return [fault.message for fault in faults(file(folder, text))]


def differences(theme: Theme) -> dict[str, object]:
    """The values of a theme that the default theme does not have, by their dotted roles."""
    own, default = (flat(t.model_dump(mode="json")) for t in (theme, load_theme()))
    return {role: value for role, value in own.items() if default.get(role) != value}


def flat(table: dict[str, object], above: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in table.items():
        found |= flat(value, f"{above}{key}.") if isinstance(value, dict) else {above + key: value}
    return found
