"""What we ask of leadership."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from deckgen.fitting import in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.wording import count_in_words, in_words, sentence
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import Ask, QuarterReview
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.shapes import Group
from deckgen.scene.text import Anchor, TextFrame
from deckgen.typeset import BADGE, badged_card, frame, paragraph
from deckgen_layouts.quarter.cards import Card, card_pages
from deckgen_layouts.quarter.panels import remark

_SIDE = 28.0
_HALF = points(BADGE / 2)
_UNSTATED = "none"


class QuarterAsks(LayoutOf[QuarterReview]):
    """What is asked of leadership: what the figures ask for, and the decisions of postmortems.

    Needs: one thing asked for. What the figures ask for stands first, then the decisions, those of
    the worst incidents first; each says where it comes from. Always one slide, as whoever asks for
    everything is given nothing: further ones are counted below the cards and stand in the notes.
    """

    name: ClassVar[str] = "quarter-asks"
    section: ClassVar[str] = "Actions"
    share: ClassVar[float] = 3.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the slide, nothing where nothing is asked."""
        by_id = {incident.id: incident for incident in review.incidents}
        asks = by_severity(review.asks, by_id)
        texts = [partial(_text, ask, _source(ask, by_id), page) for ask in asks]
        for cards, left in card_pages(page, texts, most_slides=1):
            items = [_drawn(card, page) for card in cards]
            more = [remark(page, f"and {left} more, in the notes")] if left else []
            notes = [*_notes(asks, by_id), *in_full([card.text for card in cards])]
            yield self.slide(page, headline(asks), [*items, *more], notes)


def by_severity(asks: Sequence[Ask], by_id: Mapping[str, Incident]) -> list[Ask]:
    """Return what is asked, the figures' first, then that of the worst incidents first."""

    def rank(ask: Ask) -> str:
        if ask.incident is None:
            return ""
        incident = by_id.get(ask.incident)
        return (incident.severity if incident else None) or _UNSTATED

    return sorted(asks, key=rank)


def headline(asks: Sequence[Ask]) -> str:
    """Return how many things are asked, and where they come from."""
    figures = sum(ask.incident is None for ask in asks)
    told = sentence(f"{count_in_words(len(asks), 'thing')} we ask of leadership")
    if figures in {0, len(asks)}:
        return f"{told}, from {'the figures' if figures else 'the postmortems'}"
    decisions = count_in_words(len(asks) - figures, "decision")
    return f"{told}: {decisions} of postmortems, {in_words(figures)} from the figures"


def _source(ask: Ask, by_id: Mapping[str, Incident]) -> str:
    if ask.incident is None:
        return "From the figures of this review"
    incident = by_id.get(ask.incident)
    return f"{ask.incident}: {incident.title}" if incident else ask.incident


def _text(ask: Ask, source: str, page: Page, size: float) -> TextFrame:
    colour = page.theme.colour
    small = max(page.theme.size.body_min, size - 6)
    words = frame(
        paragraph(sentence(ask.text), size, colour.ink, bold=True),
        paragraph(source, small, colour.ink, space_before=3),
        anchor=Anchor.MIDDLE,
        padding=6,
        side=_SIDE,
    )
    return replace(words, left=Emu(words.left + _HALF))


def _drawn(card: Card, page: Page) -> Group:
    """Return the card with its number on its left edge, which half of it lies beside."""
    whole, text = card.box, card.text.frame
    box = Box(Emu(whole.x + _HALF), whole.y, Emu(whole.width - _HALF), whole.height)
    colour, number = page.theme.colour, str(card.number + 1)
    return badged_card(
        page,
        f"ask:{number}",
        box,
        replace(text, left=Emu(text.left - _HALF)),
        number,
        colour.accent_tint,
        colour.accent,
    )


def _notes(asks: Sequence[Ask], by_id: Mapping[str, Incident]) -> Iterator[str]:
    yield "Ask for an answer to each today: yes, no, or who decides by when."
    for n, ask in enumerate(asks, 1):
        yield f"{n}. {ask.text} ({_source(ask, by_id)})"
