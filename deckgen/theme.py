"""The look as roles: what a colour, a size or a space is for, read from assets/themes/*.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from deckgen.assets import assets_dir
from deckgen.diagnostics import Diagnostic, InputError, did_you_mean, one_of
from deckgen.postmortem.vocabulary import EventKind, Severity

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
Points = Annotated[float, Field(gt=0, le=200)]
TextSize = Annotated[float, Field(ge=10, le=120)]

DEFAULT = "default"


class _Roles(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Font(_Roles):
    """The font of every text."""

    family: str
    """A family whose widths are known: a file of assets/fonts."""


class PhaseColours(_Roles):
    """The tints behind the phases of an incident."""

    undetected: Colour
    responding: Colour
    diagnosing: Colour
    mitigating: Colour
    monitoring: Colour


class Colours(_Roles):
    """Colours by what they mean; texts in `ink`, `muted` and so on stand on `paper`."""

    paper: Colour
    ink: Colour
    muted: Colour
    rule: Colour
    surface: Colour
    accent: Colour
    on_accent: Colour
    accent_tint: Colour
    link: Colour
    good: Colour
    good_tint: Colour
    caution: Colour
    caution_tint: Colour
    bad: Colour
    bad_tint: Colour
    severity: dict[Severity, Colour]
    event: dict[EventKind, Colour]
    phase: PhaseColours

    @model_validator(mode="after")
    def _is_readable(self) -> Colours:
        pairs = [
            (role, getattr(self, role), self.paper) for role in ("ink", "muted", "accent", "link")
        ]
        pairs += [(f"event.{kind}", colour, self.paper) for kind, colour in self.event.items()]
        pairs += [
            (f"severity.{level}", self.paper, colour) for level, colour in self.severity.items()
        ]
        pairs += [
            (role, getattr(self, role), getattr(self, f"{role}_tint"))
            for role in ("good", "caution", "bad")
        ]
        pairs += [("on_accent", self.on_accent, self.accent), ("surface", self.ink, self.surface)]
        pale = [f"{role} ({contrast(a, b):.1f}:1)" for role, a, b in pairs if contrast(a, b) < 4.5]
        if pale:
            raise ValueError(f"text would be hard to read, under 4.5:1: {', '.join(pale)}")
        missing = [*(set(Severity) - set(self.severity)), *(set(EventKind) - set(self.event))]
        if missing:
            raise ValueError(f"no colour for {', '.join(sorted(missing))}")
        return self


class Sizes(_Roles):
    """Text sizes in points; a `_min` is how far a text may shrink to fit its box."""

    title: TextSize
    title_min: TextSize
    cover: TextSize
    cover_min: TextSize
    subtitle: TextSize
    statement: TextSize
    statement_min: TextSize
    figure: TextSize
    figure_min: TextSize
    heading: TextSize
    body: TextSize
    body_min: Annotated[float, Field(ge=12)]
    label: Annotated[float, Field(ge=12)]
    table: TextSize
    table_min: Annotated[float, Field(ge=11)]
    axis: TextSize


class Spaces(_Roles):
    """Distances and stroke widths in points."""

    gutter: Points
    padding: Points
    gap: Points
    cell: Points
    rule: Points
    stroke: Points


class Theme(_Roles):
    """One look: a value that layouts ask for what they need by role."""

    name: str
    font: Font
    colour: Colours
    size: Sizes
    space: Spaces


def theme_names() -> list[str]:
    """Return the names of the themes that come with deckgen, in order."""
    folder = assets_dir() / "themes"
    return sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir())


def load_theme(choice: str = DEFAULT) -> Theme:
    """Return the theme of that name, or the one in the TOML file `choice`.

    A theme file holds only what differs from the theme it `extends` (default: `default`). Raises
    InputError for an unknown name or a file with faults, all of them at once.
    """
    if not choice.endswith(".toml"):
        return _packaged(choice)
    try:
        text = Path(choice).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError.about(choice, f"the theme cannot be read: {error}") from error
    return _validated(choice, _parsed(choice, text))


@cache
def _packaged(name: str) -> Theme:
    if name not in theme_names():
        known = f"known themes: {one_of(theme_names())}; or name a file that ends in .toml"
        hint = " ".join(filter(None, [did_you_mean(name, theme_names()), known]))
        raise InputError.about(name, "there is no theme of this name", hint)
    return _validated(f"{name}.toml", _parsed(name, _packaged_file(name).read_text("utf-8")))


def _packaged_file(name: str) -> Traversable:
    return assets_dir() / "themes" / f"{name}.toml"


def _parsed(path: str, text: str) -> dict[str, object]:
    try:
        own = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError.about(path, f"the theme is not TOML: {error}") from error
    base = own.pop("extends", None if own.get("name") == DEFAULT else DEFAULT)
    if base is None:
        return own
    if base not in theme_names():
        raise InputError.about(path, f"extends {base!r}, which is no theme", one_of(theme_names()))
    below = _parsed(str(base), _packaged_file(str(base)).read_text("utf-8"))
    return _merged(below, {"name": Path(path).stem, **own})


def _merged(below: dict[str, object], above: dict[str, object]) -> dict[str, object]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        merged[key] = _merged(old, value) if both else value  # type: ignore[arg-type]
    return merged


def _validated(path: str, data: dict[str, object]) -> Theme:
    try:
        theme = Theme.model_validate(data)
    except ValidationError as error:
        raise InputError(
            Diagnostic(path, 0, 0, f"{'.'.join(map(str, e['loc']))}: {e['msg']}")
            for e in error.errors(include_url=False)
        ) from error
    fonts = sorted(entry.name.removesuffix(".json") for entry in (assets_dir() / "fonts").iterdir())
    if theme.font.family.casefold() not in fonts:
        known = one_of([font.capitalize() for font in fonts])
        raise InputError.about(path, f"font.family: no widths for {theme.font.family!r}", known)
    return theme


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours `#RRGGBB`, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
