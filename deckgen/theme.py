"""The look as roles: what a colour, a size or a space is for."""

# Annotations are not postponed here: pydantic would have to compile each of them again.
from collections.abc import Iterator
from typing import Annotated, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    field_validator,
    model_validator,
)

from deckgen.assets import assets_dir
from deckgen.diagnostics import one_of
from deckgen.postmortem.vocabulary import EventKind, Severity

Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]
DisplaySize = Annotated[float, Field(ge=12, le=60)]
TextSize = Annotated[float, Field(ge=12, le=28)]
LabelSize = Annotated[float, Field(ge=12, le=20)]
TableSize = Annotated[float, Field(ge=11, le=20)]
AxisSize = Annotated[float, Field(ge=10, le=14)]
Distance = Annotated[float, Field(gt=0, le=24)]
Stroke = Annotated[float, Field(ge=0.25, le=6)]

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

LEAST_CONTRAST = 4.5
"""How much a text has to differ from what it is set on (WCAG 2.2, level AA)."""


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
    series: Annotated[tuple[Colour, ...], Field(min_length=4)]
    severity: dict[Severity, Colour]
    event: dict[EventKind, Colour]
    phase: PhaseColours

    @model_validator(mode="after")
    def _is_readable(self) -> Self:
        pairs = (
            (f"{text} on {ground}", contrast(one, other))
            for text, one, ground, other in self._texts()
        )
        pale = [f"{pair} ({shown_ratio(ratio)})" for pair, ratio in pairs if ratio < LEAST_CONTRAST]
        missing = [*(set(Severity) - set(self.severity)), *(set(EventKind) - set(self.event))]
        faults = [
            f"hard to read, under {shown_ratio(LEAST_CONTRAST)}: {', '.join(pale)}" if pale else "",
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
        for n, colour in enumerate(self.series, 1):
            yield f"series {n}", colour, "paper", self.paper
        for kind, colour in self.event.items():
            yield f"event.{kind}", colour, "paper", self.paper
        for level, colour in self.severity.items():
            yield "paper", self.paper, f"severity.{level}", colour
        for phase, colour in self.phase:
            yield "ink", self.ink, f"phase.{phase}", colour


class Sizes(_Roles):
    """Text sizes in points; a `_min` is how far a text may shrink to fit its box.

    The limits are those within which every slide has room for all roles at their largest. How
    large titles are is the template's, and so is no role here.
    """

    title_min: DisplaySize
    cover_min: DisplaySize
    statement: DisplaySize
    statement_min: DisplaySize
    figure: DisplaySize
    figure_min: DisplaySize
    heading: TextSize
    body: TextSize
    body_min: TextSize
    label: LabelSize
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

    gutter: Annotated[float, Field(gt=0, le=36)]
    padding: Distance
    gap: Distance
    cell: Annotated[float, Field(gt=0, le=14)]
    rule: Stroke
    stroke: Stroke


class Theme(_Roles):
    """One look: a value that layouts ask for what they need by role."""

    name: str
    font: Font
    colour: Colours
    size: Sizes
    space: Spaces


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours `#RRGGBB`, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def shown_ratio(ratio: float) -> str:
    """Return a ratio to one decimal, as `4.4:1`; cut rather than rounded: 4.48 is not 4.5."""
    return f"{int(ratio * 10) / 10}:1"


def _luminance(colour: str) -> float:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
