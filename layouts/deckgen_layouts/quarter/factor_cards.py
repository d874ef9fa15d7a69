"""A few contributing factors as cards, each in the words of its postmortem."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from deckgen.fitting import Fitted
from deckgen.layout import Page
from deckgen.postmortem.model import ContributingFactor
from deckgen.postmortem.vocabulary import FactorCategory
from deckgen.postmortem.wording import sentence
from deckgen.quarter.incident import Incident
from deckgen.scene.geometry import points
from deckgen.scene.shapes import Item
from deckgen.scene.text import Anchor, TextFrame
from deckgen.typeset import card, frame, paragraph
from deckgen_layouts.quarter.panels import cells, set_alike

MOST_CARDS = 6
"""From how many factors on they are counted instead."""

_NAMES = {FactorCategory.PEOPLE_LOAD: "Workload", FactorCategory.OTHER: "Other"}
_LARGEST = 28.0


def category_name(category: FactorCategory) -> str:
    """Return what a category is called."""
    return _NAMES.get(category, sentence(category))


def factor_cards(incidents: Sequence[Incident], page: Page) -> tuple[list[Item], list[Fitted]]:
    """Return a card for each factor of `incidents`, all in the same size of text."""
    told = [(factor, incident) for incident in incidents for factor in incident.factors]
    places = cells(page.boxes.body, len(told), points(page.theme.space.gutter))
    pairs = [
        (partial(_text, page, factor, incident), place)
        for (factor, incident), place in zip(told, places, strict=True)
    ]
    texts = set_alike(page, pairs, _LARGEST)
    surface = page.theme.colour.surface
    items: list[Item] = [
        card(f"factor:{n}", place, text.frame, surface)
        for n, (place, text) in enumerate(zip(places, texts, strict=True), 1)
    ]
    return items, texts


def _text(page: Page, factor: ContributingFactor, incident: Incident, size: float) -> TextFrame:
    colour, small = page.theme.colour, max(page.theme.size.label, size - 8)
    return frame(
        paragraph(category_name(factor.category), small, colour.accent, bold=True),
        paragraph(factor.text, size, colour.ink, space_before=4),
        paragraph(f"{incident.id} · {incident.title}", small, colour.muted, space_before=4),
        anchor=Anchor.MIDDLE,
        padding=8,
        side=18,
    )
