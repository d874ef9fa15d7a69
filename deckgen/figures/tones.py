"""Parts of bars and columns: what they are called, their colours, and what they stand on."""

from __future__ import annotations

from typing import Literal, NamedTuple

from deckgen.postmortem.vocabulary import Severity
from deckgen.theme import Theme, contrast

Tone = Severity | Literal["accent", "good", "caution", "bad", "muted", "quiet"]
"""A colour's meaning: a severity, or a role of the theme; `quiet` is the grey of rules."""


FOOT, FOOT_APART = 1.5, 1.25
"""How thick the line is that bars stand on, and how far its middle keeps from them, in pixels.

So outlines of bars, even of those for nought, do not cut it.
"""


class Part(NamedTuple):
    """One part of every bar or column: its name, as a legend tells it, and its tone."""

    name: str
    tone: Tone


def tone_colour(theme: Theme, tone: Tone) -> str:
    """Return the colour of `tone` in `theme`, as `#RRGGBB`."""
    if isinstance(tone, Severity):
        return theme.colour.severity[tone]
    if tone == "quiet":
        return theme.colour.rule
    colour: str = getattr(theme.colour, tone)
    return colour


def text_on(theme: Theme, ground: str) -> str:
    """Return the theme's ink or its paper, whichever is easier to read on `ground`."""
    texts = theme.colour.ink, theme.colour.paper
    return max(texts, key=lambda text: contrast(text, ground))


def blended(ground: str, colour: str, share: float) -> str:
    """Return `ground` with a share of 0 to 1 of `colour` over it, both `#RRGGBB`."""
    pairs = ((int(ground[n : n + 2], 16), int(colour[n : n + 2], 16)) for n in (1, 3, 5))
    mixed = (round(below + (above - below) * share) for below, above in pairs)
    return "#" + "".join(f"{one:02X}" for one in mixed)
