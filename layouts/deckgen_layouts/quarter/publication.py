"""Postmortems published in time."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar

from deckgen.fitting import in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.durations import long_duration
from deckgen.postmortem.wording import count
from deckgen.quarter.definitions import DEFINITIONS
from deckgen.quarter.values import LatePostmortem, Publication, QuarterReview
from deckgen.scene.deck import Slide
from deckgen_layouts.impact_numbers import Tile
from deckgen_layouts.quarter.panels import defined
from deckgen_layouts.quarter.publication_table import publication_table
from deckgen_layouts.quarter.tiles_above import tiles_above


class QuarterPublication(LayoutOf[QuarterReview]):
    """How many postmortems were published in time, which were late, and by how much.

    Needs: one incident. What is due follows from the policy's hours after the end of the incident;
    a postmortem that is not due yet, or whose incident has no recorded end, counts for neither
    side and is told apart. The table starts with the latest; those that it has no room for are
    counted below it, and the late ones among them stand in the notes.
    """

    name: ClassVar[str] = "quarter-publication"
    section: ClassVar[str] = "Actions"
    share: ClassVar[float] = 1.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the slide, nothing where there was no incident."""
        if not review.incidents:
            return
        table = partial(publication_table, review, page)
        items, texts = tiles_above(page, _tiles(review), table)
        notes = [*_notes(review), *in_full(texts)]
        yield self.slide(page, headline(review.publication), items, notes)


def headline(publication: Publication) -> str:
    """Return how many of the due postmortems were published in time, and what of the others."""
    within = f"within {publication.within_hours} hours"
    due, on_time = publication.of, publication.on_time
    if not due:
        waiting = publication.open
        return (
            f"No postmortem is due yet: {count(waiting, 'incident')} still open, or ended less "
            f"than {publication.within_hours} hours ago"
            if waiting
            else f"Publication {within} cannot be told: no end of an incident is recorded"
        )
    if on_time == due:
        every = {1: "The only due postmortem", 2: "Both due postmortems"}.get(
            due, f"All {due:,} due postmortems"
        )
        return f"{every} {'was' if due == 1 else 'were'} published {within}"
    missing = sum(not late.published for late in publication.late)
    rest = f"{missing:,} not published" if missing else f"{due - on_time:,} later"
    return f"{on_time:,} of {count(due, 'due postmortem')} published {within}; {rest}"


def _tiles(review: QuarterReview) -> list[Tile]:
    told = review.publication
    missing = sum(not late.published for late in told.late)
    within = f"Published within {told.within_hours} hours"
    share = f"{told.on_time:,} of {told.of:,}" if told.of else "None due"
    thin = 0 < told.of < DEFINITIONS["publication"].least
    note = f"{told.of} due: too few for a share" if thin else "of those that were due"
    amounts = (
        (len(told.late) - missing, "Published later", None),
        (missing, "Due, not published", None),
        (told.open, "Not due yet", None),
        (told.unknown, "Cannot be told", "no end recorded"),
    )
    return [
        Tile("publication:in time", share, within, note, bool(told.of)),
        *(
            Tile(f"publication:{label}", f"{amount:,}", label, note)
            for amount, label, note in amounts
            if amount
        ),
    ]


def _notes(review: QuarterReview) -> Iterator[str]:
    yield "Ask what held the late ones up: the facts, the review, or the writing?"
    yield from map(_spoken, review.publication.late)
    yield defined("publication")


def _spoken(late: LatePostmortem) -> str:
    incident, took = late.incident, long_duration(late.took)
    done = f"published {took} after the end" if late.published else f"not published, {took} so far"
    return f"{incident.id}, {incident.title}: {done}."
