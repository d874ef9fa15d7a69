"""The same cause again, with the earlier action that was still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from deckgen.fitting import in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.wording import count, short_day
from deckgen.quarter.values import QuarterReview, Repeat
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import points
from deckgen_layouts.quarter.panels import defined, shares
from deckgen_layouts.quarter.repeat_flow import flows
from deckgen_layouts.quarter.repeat_table import repeat_table
from deckgen_layouts.quarter.repeat_words import (
    action_told,
    cause,
    ground,
    not_done,
    not_done_in_words,
)

_ROW = 165.0
_MOST_ROWS = 2


class QuarterRepeats(LayoutOf[QuarterReview]):
    """The same cause again: the earlier incident, its action that was still open, and the new one.

    Needs: one repeat. From left to right stands what happened first, what was decided then and not
    done by the time the cause struck again, and what it led to. Repeats with an open action come
    first, the worst incidents before others. Up to four are drawn, two on a slide; of more than
    that the first two are, and the next ones stand in a table of one slide, which says how many
    are left to the appendix. How a repeat is known is said with each.
    """

    name: ClassVar[str] = "quarter-repeats"
    section: ClassVar[str] = "Learning"
    share: ClassVar[float] = 3.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the slides, nothing where no cause came back."""
        ordered = by_weight(review.repeats)
        if not ordered:
            return
        per_slide = max(1, min(_MOST_ROWS, page.boxes.body.height // points(_ROW)))
        drawn = ordered if len(ordered) <= 2 * per_slide else ordered[:per_slide]
        for part in shares(len(drawn), per_slide):
            shown = drawn[part.start : part.stop]
            items, texts = flows(shown, page)
            notes = [*_notes(shown, review), *in_full(texts)]
            yield self.slide(page, headline(review), items, notes)
        further = ordered[len(drawn) :]
        if further:
            items, amount, cut = repeat_table(further, page)
            title = f"{count(len(further), 'further incident')} with a cause that was known before"
            notes = [*_notes(further[:amount], review), *in_full(cut)]
            yield self.slide(page, title, items, notes)


def by_weight(repeats: Sequence[Repeat]) -> list[Repeat]:
    """Return the repeats, those first that say the most: an open action, the worst incident."""

    def rank(repeat: Repeat) -> tuple[bool, str, int, str]:
        level = repeat.incident.severity or "none"
        return not not_done([repeat], "open"), level, -repeat.times, repeat.incident.id

    return sorted(repeats, key=rank)


def headline(review: QuarterReview) -> str:
    """Return how many incidents repeat a cause, and how many actions had been left undone."""
    repeats, total = len(review.repeats), len(review.incidents)
    verb = "repeats" if repeats == 1 else "repeat"
    head = f"{repeats} of {count(total, 'incident')} {verb} an earlier cause"
    return f"{head}; {not_done_in_words(review.repeats)}"


def _notes(repeats: Sequence[Repeat], review: QuarterReview) -> Iterator[str]:
    yield (
        "Take one at a time, from left to right. Ask what it would have taken to do the action in "
        "the middle before the cause struck again, and who can make room for it now."
    )
    for repeat in repeats:
        now, then = repeat.incident, repeat.earlier
        yield (
            f"{now.id} ({short_day(now.day)}: {now.title}) repeats {then.id} "
            f"({short_day(then.day)}: {then.title}); {ground(repeat)}."
        )
        yield f"Cause: {cause(repeat)}"
        for one in repeat.actions:
            yield f"{one.action.incident}, {one.action.text}: {action_told(one, review.as_of)}."
    yield defined("repeats")
