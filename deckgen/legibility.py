"""Whether deckgen's texts, in the theme's colours, can be read on the template's backgrounds."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.pptx import Template
from deckgen.scene.deck import Deck
from deckgen.theme import LEAST_CONTRAST, Theme, contrast, shown_ratio


def check_backgrounds(deck: Deck, template: Template, theme: Theme) -> tuple[Diagnostic, ...]:
    """Return a warning for each background of `deck` that is a picture or a gradient.

    Raises InputError for those on which the theme's ink has too little contrast.
    """
    layouts = dict.fromkeys(slide.slide_layout for slide in deck.slides)
    behind = {template.layout(name).name: template.background(name) for name in layouts}
    faults = list(_faults(behind, template, theme.colour.ink))
    if faults:
        raise InputError(faults)
    return tuple(
        Diagnostic(
            template.name,
            0,
            0,
            f"the background of its slide layout {name!r} is not one plain colour",
            "look whether all texts can be read on it: that was not checked",
            severity="warning",
        )
        for name, colour in behind.items()
        if colour is None
    )


def _faults(behind: dict[str, str | None], template: Template, ink: str) -> Iterator[Diagnostic]:
    for name, colour in behind.items():
        if colour is not None and (ratio := contrast(ink, colour)) < LEAST_CONTRAST:
            yield Diagnostic(
                template.name,
                0,
                0,
                f"the background of its slide layout {name!r} is {colour}, on which texts in "
                f"{ink} cannot be read: the contrast is {shown_ratio(ratio)}, under "
                f"{shown_ratio(LEAST_CONTRAST)}",
                "choose a theme with colours for this background with --theme, or another template",
            )
