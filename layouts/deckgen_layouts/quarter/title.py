"""The first slide of a review: which period, how many incidents, how bad, what is still open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar

from deckgen.fitting import fitted, in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.wording import count, day, sentence
from deckgen.quarter.values import QuarterReview
from deckgen.scene.deck import Placeholder, Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.measure import PITCH
from deckgen.scene.shapes import Item, TextBox
from deckgen_layouts.cover import room_below_subtitle
from deckgen_layouts.facts import Fact, fact_strip
from deckgen_layouts.quarter.wording import before_name, how_many_and_how_bad, most_affected

_STRIP = 82.0
_LARGEST = 22.0
_OPENING = (
    "Welcome. This review looks for patterns in how our systems fail, not for who was on shift."
)


class QuarterTitle(LayoutOf[QuarterReview]):
    """The period, how many incidents it had and how bad they were, and what everybody asks first.

    Needs: nothing; a period without incidents says so. Shows the number of incidents beside that
    of the period before, how long their impact lasted together, the same causes again, the open
    actions and the postmortems published in time. Always one slide.
    """

    name: ClassVar[str] = "quarter-title"
    section: ClassVar[str] = "Summary"
    share: ClassVar[float] = 1.0
    slide_layout: ClassVar[str] = "Title Slide"

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the cover."""
        boxes, theme = page.boxes, page.theme
        left, height = boxes.cover_title.x, points(_STRIP)
        width = Emu(boxes.body.right - left)
        strip = Box(left, Emu(boxes.body.bottom - height), width, height)
        title, subtitle = f"Incident review {review.period.name}", _subtitle(review)
        told = ". ".join(sentence(finding) for finding in _findings(review)) + "."
        shown, texts = fact_strip(page, strip, _facts(review))
        items: list[Item] = [*shown]
        room = room_below_subtitle(page, subtitle, strip)
        if room.height >= points(theme.size.body_min * PITCH):
            text = fitted(page, told, room, _LARGEST, theme.size.body_min, theme.colour.ink)
            items, texts = [TextBox("findings", room, text.frame), *items], [text, *texts]
        slide = self.slide(page, title, items, [_OPENING, told, *in_full(texts)])
        yield replace(
            slide,
            title=Placeholder("ctrTitle", boxes.cover_title, title),
            subtitle=Placeholder("subTitle", boxes.cover_subtitle, subtitle),
        )


def _subtitle(review: QuarterReview) -> str:
    period = review.period
    return f"{day(period.first)} to {day(period.last)} · as of {day(review.as_of)}"


def _findings(review: QuarterReview) -> Iterator[str]:
    """Yield what there is to say about incidents, then about actions, a sentence each."""
    if review.incidents:
        service = most_affected(review.services, len(review.incidents))
        yield "; ".join(filter(None, [how_many_and_how_bad(review.incidents), service]))
    else:
        yield "no incident began in this period"
    actions = review.actions
    if actions.carried_over:
        overdue = (
            f", {actions.carried_overdue:,} of them overdue" if actions.carried_overdue else ""
        )
        verb = "is" if actions.carried_over == 1 else "are"
        carried = count(actions.carried_over, "action")
        yield f"{carried} of earlier incidents {verb} still open{overdue}"


def _facts(review: QuarterReview) -> list[Fact]:
    actions, publication = review.actions, review.publication
    still_open, overdue = (
        actions.open + actions.carried_over,
        actions.overdue + actions.carried_overdue,
    )
    facts = [_incidents(review)]
    if review.incidents:
        facts += [_impact(review), Fact("Same cause again", f"{len(review.repeats):,}", 1.0)]
    facts += [
        Fact(
            "Actions open",
            f"{still_open:,}, {overdue:,} overdue" if overdue else f"{still_open:,}",
            1.2,
        ),
    ]
    if publication.of:
        label = f"Published within {publication.within_hours} hours"
        facts.append(Fact(label, f"{publication.on_time:,} of {publication.of:,}", 1.5))
    return facts


def _incidents(review: QuarterReview) -> Fact:
    value = f"{review.basis.incidents:,}"
    if review.basis.before:
        value += f" ({before_name(review)}: {review.basis.before:,})"
    return Fact("Incidents", value, 1.2)


def _impact(review: QuarterReview) -> Fact:
    lasted = [one.lasted for one in review.incidents if one.lasted is not None]
    label = "Impact in all"
    if not lasted:
        return Fact(
            label, "Not recorded" if review.incidents else "None", 1.0, not review.incidents
        )
    total = short_duration(sum(lasted, timedelta()))
    if len(lasted) < len(review.incidents):
        label += f" ({len(lasted):,} of {len(review.incidents):,})"
    return Fact(label, total, 1.2)
