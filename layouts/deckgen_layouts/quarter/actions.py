"""Action items: done, open, overdue, by owner, by age."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from deckgen.fitting import in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.wording import count
from deckgen.quarter.incident import Action
from deckgen.quarter.values import ActionsReview, QuarterReview
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box
from deckgen_layouts.impact_numbers import Drawn
from deckgen_layouts.quarter.action_charts import (
    ages_chart,
    charts_side_by_side,
    fit_side_by_side,
    owners_chart,
)
from deckgen_layouts.quarter.action_table import action_table
from deckgen_layouts.quarter.action_tiles import action_tiles, age, open_actions, overdue_actions
from deckgen_layouts.quarter.panels import defined
from deckgen_layouts.quarter.tiles_above import below_tiles, tiles_above, tiles_in

_FEW = 5
_ALONE = 0.6


class QuarterActions(LayoutOf[QuarterReview]):
    """Action items: done, open, overdue and carried over; the open ones by owner, by age, by name.

    Needs: an action of the period, or one of an earlier incident that is still open. What is done
    is of the incidents of the period; what is open, by owner and by age, is of all incidents up to
    its end. Up to five open actions stand in a table below the figures; of more there are charts
    by owner and by age, and a second slide has the oldest. Where a template leaves little room, the
    table stands below the figures and each chart on a slide. What has no room is counted.
    """

    name: ClassVar[str] = "quarter-actions"
    section: ClassVar[str] = "Actions"
    share: ClassVar[float] = 3.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the slides, nothing where there is no action at all."""
        actions, waiting = review.actions, open_actions(review.actions)
        if not actions.total and not waiting:
            return
        if waiting <= _FEW:
            yield self._summed_up(review, page, _table if waiting else None)
        elif fit_side_by_side(actions, page, below_tiles(page)):
            yield self._summed_up(review, page, _charts)
            yield self._oldest(review, page)
        else:
            yield self._summed_up(review, page, _table)
            said = list(_by_owner(actions))
            yield self.slide(page, by_owner(actions), owners_chart(actions, page), said)
            yield self.slide(page, by_age(actions), ages_chart(actions, page), [defined("age")])

    def _summed_up(self, review: QuarterReview, page: Page, below: _Below | None) -> Slide:
        """Return the slide of the figures, with what `below` draws under them."""
        shown, body = action_tiles(review), page.boxes.body
        items, texts = (
            tiles_above(page, shown, partial(below, review, page))
            if below
            else tiles_in(page, body.row(0, int(body.height * _ALONE)), shown)
        )
        listed = review.actions.oldest if below is _table else ()
        notes = [*_notes(review), *map(_spoken, listed), *in_full(texts)]
        return self.slide(page, headline(review), items, notes)

    def _oldest(self, review: QuarterReview, page: Page) -> Slide:
        table = action_table(review, page, page.boxes.body)
        notes = [
            "Ask for each whether it still matters: then who does it by when, else drop it aloud.",
            *map(_spoken, table.actions),
            *in_full(table.texts),
        ]
        return self.slide(page, oldest_headline(table.actions, page), table.items, notes)


_Below = Callable[[QuarterReview, Page, Box], Drawn]


def _table(review: QuarterReview, page: Page, box: Box) -> Drawn:
    table = action_table(review, page, box)
    return table.items, list(table.texts)


def _charts(review: QuarterReview, page: Page, box: Box) -> Drawn:
    return charts_side_by_side(review.actions, page, box), []


def headline(review: QuarterReview) -> str:
    """Return how many actions of the period are done, and how many are open and overdue."""
    actions = review.actions
    waiting, late = open_actions(actions), overdue_actions(actions)
    told = f"{late:,} overdue" if late else "none overdue"
    if not actions.total:
        return f"No new actions; {waiting:,} of earlier incidents still open, {told}"
    done = f"{actions.done:,} of {count(actions.total, 'action')} done"
    if waiting:
        return f"{done}; {waiting:,} open, {told}"
    dropped = f", {actions.dropped:,} dropped" if actions.dropped else ""
    return f"{done}{dropped}; none is open"


def _late(amount: int) -> str:
    return f", {amount:,} of them overdue" if amount else ""


def oldest_headline(shown: list[Action], page: Page) -> str:
    """Return how old the oldest open action is, and how many of those `shown` are overdue."""
    late = sum(action.is_overdue(page.as_of) for action in shown)
    told = "all" if late == len(shown) else f"{late:,}" if late else "none"
    oldest = f"The oldest open action is {age(shown[0], page.as_of)} old"
    return f"{oldest}; {told} of the {len(shown)} oldest overdue"


def by_owner(actions: ActionsReview) -> str:
    """Return how many owners the open actions have."""
    owners = count(sum(one.owner is not None for one in actions.owners), "owner")
    return f"{count(open_actions(actions), 'open action')} of {owners}"


def by_age(actions: ActionsReview) -> str:
    """Return how many of the open actions have waited longest."""
    waiting, oldest = open_actions(actions), actions.ages[-1]
    return f"{oldest.open:,} of {waiting:,} open actions are {oldest.from_days} days old or older"


def _notes(review: QuarterReview) -> Iterator[str]:
    actions = review.actions
    yield "Start with what is done. Then ask what keeps the overdue ones from being done."
    yield (
        f"{review.period.name}: {count(actions.total, 'action')}, of which {actions.done:,} done, "
        f"{actions.open:,} open{_late(actions.overdue)}, {actions.dropped:,} dropped. "
        f"{actions.carried_over:,} more open from before{_late(actions.carried_overdue)}."
    )
    yield from _by_owner(actions)
    yield from (defined(key) for key in ("actions", "overdue_actions", "age", "completion"))


def _by_owner(actions: ActionsReview) -> Iterator[str]:
    for one in actions.owners:
        yield f"{one.owner or 'Unassigned'}: {one.open:,} open{_late(one.overdue)}."


def _spoken(action: Action) -> str:
    return f"{action.incident} {action.id}: {action.text} ({action.owner or 'unassigned'})"
