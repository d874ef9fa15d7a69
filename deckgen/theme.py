"""The look as roles: what a colour, a size or a space is for, read from assets/themes/*.toml."""

# Annotations are not postponed here: pydantic would have to compile each of them again.
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_core import ErrorDetails

from deckgen.assets import assets_dir
from deckgen.diagnostics import Diagnostic, InputError, did_you_mean, one_of
from deckgen.postmortem.vocabulary import EventKind, Severity

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
Points = Annotated[float, Field(gt=0, le=200)]
TextSize = Annotated[float, Field(ge=12, le=120)]
TableSize = Annotated[float, Field(ge=11, le=120)]
AxisSize = Annotated[float, Field(ge=10, le=120)]

DEFAULT = "default"

_GROUNDS = {
    "ink": ("paper", "surface", "accent_tint", "good_tint", "caution_tint", "bad_tint"),
    "muted": ("paper", "surface"),
    "accent": ("paper", "surface", "accent_tint"),
    "on_accent": ("accent", "bad"),
    "link": ("paper",),
    "good": ("paper", "good_tint"),
    "caution": ("paper", "caution_tint"),
    "bad": ("paper", "bad_tint", "surface"),
}
"""The colours of texts, each with what it is set on."""

_LEAST_CONTRAST = 4.5


class _Roles(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Font(_Roles):
    """The font of every text."""

    family: str
    """A family whose widths are known: a file of assets/fonts."""

    @field_validator("family")
    @classmethod
    def _has_widths(cls, family: str) -> str:
        folder = assets_dir() / "fonts"
        known = sorted(entry.name.removesuffix(".json") for entry in folder.iterdir())
        if family.casefold() not in known:
            fonts = one_of([font.capitalize() for font in known])
            raise ValueError(f"the widths of {family!r} are not known, only those of {fonts}")
        return family


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
    def _is_readable(self) -> Self:
        pairs = (
            (f"{text} on {ground}", contrast(one, other))
            for text, one, ground, other in self._texts()
        )
        pale = [f"{pair} ({_cut(ratio)}:1)" for pair, ratio in pairs if ratio < _LEAST_CONTRAST]
        missing = [*(set(Severity) - set(self.severity)), *(set(EventKind) - set(self.event))]
        faults = [
            f"hard to read, under {_LEAST_CONTRAST}:1: {', '.join(pale)}" if pale else "",
            f"no colour for {', '.join(sorted(missing))}" if missing else "",
        ]
        if any(faults):
            raise ValueError("; ".join(filter(None, faults)))
        return self

    def _texts(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield the role and colour of each text, and of each ground that it is set on."""
        for text, grounds in _GROUNDS.items():
            for ground in grounds:
                yield text, getattr(self, text), ground, getattr(self, ground)
        for kind, colour in self.event.items():
            yield f"event.{kind}", colour, "paper", self.paper
        for level, colour in self.severity.items():
            yield "paper", self.paper, f"severity.{level}", colour
        for phase, colour in self.phase:
            yield "ink", self.ink, f"phase.{phase}", colour


class Sizes(_Roles):
    """Text sizes in points; a `_min` is how far a text may shrink to fit its box.

    How large titles are is the template's, and so is no role here.
    """

    title_min: TextSize
    cover_min: TextSize
    statement: TextSize
    statement_min: TextSize
    figure: TextSize
    figure_min: TextSize
    heading: TextSize
    body: TextSize
    body_min: TextSize
    label: TextSize
    table: TableSize
    table_min: TableSize
    axis: AxisSize

    @model_validator(mode="after")
    def _shrinks(self) -> Self:
        grown = [
            f"{role} ({smallest:g}) is over {role.removesuffix('_min')} ({largest:g})"
            for role, smallest in self
            if role.endswith("_min")
            and (largest := getattr(self, role.removesuffix("_min"), None)) is not None
            and smallest > largest
        ]
        if grown:
            raise ValueError("; ".join(grown))
        return self


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
    return _validated(choice, _parsed(choice, text, DEFAULT))


@cache
def _packaged(name: str) -> Theme:
    if name not in theme_names():
        known = f"known themes: {one_of(theme_names())}; or name a file that ends in .toml"
        hint = " ".join(filter(None, [did_you_mean(name, theme_names()), known]))
        raise InputError.about(name, "there is no theme of this name", hint)
    return _validated(f"{name}.toml", _packaged_roles(name))


def _packaged_roles(name: str) -> dict[str, object]:
    text = (assets_dir() / "themes" / f"{name}.toml").read_text("utf-8")
    return _parsed(f"{name}.toml", text, None if name == DEFAULT else DEFAULT)


def _parsed(path: str, text: str, base: str | None) -> dict[str, object]:
    try:
        own = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError.about(path, f"the theme is not TOML: {error}") from error
    base = own.pop("extends", base)
    if base is None:
        return own
    if base not in theme_names():
        known = f"known themes: {one_of(theme_names())}"
        raise InputError.about(path, f"extends {base!r}, which is no theme", known)
    return _merged(_packaged_roles(base), {"name": Path(path).stem, **own})


def _merged(below: dict[str, object], above: dict[str, object]) -> dict[str, object]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        merged[key] = _merged(old, value) if both else value  # type: ignore[arg-type]
    return merged


def _validated(path: str, data: dict[str, object]) -> Theme:
    try:
        return Theme.model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        raise InputError(_fault(path, fault) for fault in faults) from error


def _fault(path: str, fault: ErrorDetails) -> Diagnostic:
    roles = [str(part) for part in fault["loc"] if part != "[key]"]
    if fault["type"] in {"extra_forbidden", "enum"}:
        hint = did_you_mean(roles[-1], _beside(roles))
        return Diagnostic(path, 0, 0, f"{'.'.join(roles)}: there is no such role", hint)
    message = fault["msg"].removeprefix("Value error, ")
    if fault["type"] == "string_pattern_mismatch":
        message = f"{fault['input']!r} is no colour: write it like #0B3C5D"
    return Diagnostic(path, 0, 0, f"{'.'.join(roles)}: {message}")


def _beside(roles: list[str]) -> Iterable[str]:
    """Return the roles that the default theme knows in the table of the last of `roles`."""
    table: object = _packaged(DEFAULT).model_dump(mode="json")
    for role in roles[:-1]:
        table = table.get(role, {}) if isinstance(table, dict) else {}
    return table if isinstance(table, dict) else []


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours `#RRGGBB`, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _cut(ratio: float) -> str:
    """Return a ratio to one decimal, cut rather than rounded: 4.48 is not 4.5."""
    return f"{int(ratio * 10) / 10}"
