"""The key learnings of the quarter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from deckgen.fitting import in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.wording import count, sentence, short_day
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import QuarterReview
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import points
from deckgen.scene.shapes import Item, Line, Shape
from deckgen.scene.text import Anchor, Run, TextFrame
from deckgen.typeset import frame, mixed, paragraph, stripe
from deckgen_layouts.quarter.cards import Card, card_pages
from deckgen_layouts.quarter.panels import remark

_MOST_SLIDES = 2
_STRIPE = 5.0
_SIDE = 16.0
_UNSTATED = "none"


class QuarterLearnings(LayoutOf[QuarterReview]):
    """The key learning of each incident, the worst incidents first.

    Needs: a key learning of one incident. Each stands with its incident; the bar at its left edge
    has the colour of the severity, which is written as well. At most two slides; how many more
    there are is said below, and they stand in the appendix with their incidents.
    """

    name: ClassVar[str] = "quarter-learnings"
    section: ClassVar[str] = "Learning"
    share: ClassVar[float] = 3.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the slides, nothing where no key learning is recorded."""
        learned = by_severity([one for one in review.incidents if one.key_learning])
        if not learned:
            return
        texts = [partial(_text, one, page) for one in learned]
        for cards, left in card_pages(page, texts, most_slides=_MOST_SLIDES):
            items = [item for card in cards for item in _drawn(card, learned[card.number], page)]
            if left:
                said = f"and {left} more, each with its incident in the appendix"
                items.append(remark(page, said))
            notes = [
                *_notes([learned[card.number] for card in cards]),
                *in_full([card.text for card in cards]),
            ]
            yield self.slide(page, headline(review, len(learned)), items, notes)


def by_severity(incidents: Sequence[Incident]) -> list[Incident]:
    """Return the incidents, the worst first, among equals the latest first."""
    latest = sorted(incidents, key=lambda one: (one.started_at, one.id), reverse=True)
    return sorted(latest, key=lambda one: one.severity or _UNSTATED)


def headline(review: QuarterReview, learned: int) -> str:
    """Return how many incidents left a key learning."""
    total = len(review.incidents)
    if learned == total:
        every = {1: "The incident", 2: "Both incidents"}.get(total, f"All {total} incidents")
        return f"{every} left a key learning"
    return f"{count(learned, 'key learning')} from {count(total, 'incident')}"


def _text(incident: Incident, page: Page, size: float) -> TextFrame:
    colour, level = page.theme.colour, incident.severity
    small = max(page.theme.size.body_min, size - 6)
    badge = [Run(f"{level}  ", small, colour.severity[level], bold=True)] if level else []
    where = Run(f"{incident.id}, {short_day(incident.day)}: {incident.title}", small, colour.muted)
    return frame(
        paragraph(sentence(incident.key_learning or ""), size, colour.ink, bold=True),
        mixed([*badge, where], space_before=3),
        anchor=Anchor.MIDDLE,
        padding=6,
        side=_SIDE,
    )


def _drawn(card: Card, incident: Incident, page: Page) -> Iterator[Item]:
    colour, level = page.theme.colour, incident.severity
    name = f"learning:{incident.id}"
    line = Line(colour.rule, points(page.theme.space.rule))
    yield Shape(name, card.box, fill=colour.paper, line=line, frame=card.text.frame, alt="")
    yield stripe(
        f"{name}:bar", card.box, colour.severity[level] if level else colour.muted, _STRIPE
    )


def _notes(shown: Sequence[Incident]) -> Iterator[str]:
    yield "Pick the two that other teams could use today, and ask who will take them there."
    for one in shown:
        yield f"{one.id}, {one.title}: {one.key_learning}"
