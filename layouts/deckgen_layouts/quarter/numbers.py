"""The period in numbers, each beside that of the period before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import ClassVar

from deckgen.fitting import Fitted, fitted, in_full
from deckgen.layout import LayoutOf, Page
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.wording import count, listing
from deckgen.quarter.values import Number, QuarterReview
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, points
from deckgen.scene.shapes import Item, TextBox
from deckgen.scene.text import Anchor
from deckgen_layouts.impact_numbers import Tile, tiles
from deckgen_layouts.quarter.number_tiles import basis_tiles, number_tile, spoken_figure
from deckgen_layouts.quarter.panels import less_foot, remark, shares
from deckgen_layouts.quarter.wording import before_name

_GROUPS = {
    "Incidents": ("incidents", "severe_incidents", "time_lost", "repeats"),
    "Response": ("time_to_detect", "time_to_mitigate", "time_to_resolve"),
    "Follow-up": ("overdue_actions", "completion", "publication"),
}
_HEAD = 0.12
_BAND, _BANDS = 72.0, 4
_ROW, _WIDE = 80.0, 720.0
_ASK = (
    "Two numbers of one kind stand side by side to be looked at, not to be called a trend: between "
    "two periods of a few incidents each most differences are chance."
)


class QuarterNumbers(LayoutOf[QuarterReview]):
    """The period in numbers, each beside that of the period before and with what it rests on.

    Needs: nothing. Below five incidents a median gives way to the range, and a share to its two
    counts; what is not recorded says so. What is left out of all figures, exercises and files with
    faults, is counted at the foot. A period without incidents shows what there is to count instead.
    """

    name: ClassVar[str] = "quarter-numbers"
    section: ClassVar[str] = "Summary"
    share: ClassVar[float] = 2.0

    def slides(self, review: QuarterReview, page: Page) -> Iterator[Slide]:
        """Yield the slide, or as many as a template with little room asks for."""
        said = ". ".join(_basis(review))
        body = less_foot(page.boxes.body) if said else page.boxes.body
        foot = [remark(page, said)] if said else []
        for groups in _groups(page, body, review):
            items, texts = _drawn(page, body, groups)
            spoken = [spoken_figure(card, key) for _, cards in groups for key, card in cards]
            notes = [_ASK, *spoken, *in_full(texts)]
            yield self.slide(page, _headline(review), [*items, *foot], notes)


_Group = tuple[str, list[tuple[str, Tile]]]
"""What a group of figures is about, and the cards of it by the keys of their definitions."""


def _groups(page: Page, body: Box, review: QuarterReview) -> list[list[_Group]]:
    """Return the groups of each slide: all on one where there is room."""
    if not review.incidents:
        return [[("", [("", card) for card in basis_tiles(review)])]]
    found = {one.key: one for one in review.numbers}
    groups = [
        (head, [(key, number_tile(found[key], review)) for key in keys if key in found])
        for head, keys in _GROUPS.items()
    ]
    shown = [group for group in groups if group[1]]
    gutter = points(page.theme.space.gutter)
    most = max(1, (body.height + gutter) // (points(_ROW) + gutter))
    return [[shown[n] for n in part] for part in shares(len(shown), most)]


def _drawn(page: Page, body: Box, groups: Sequence[_Group]) -> tuple[list[Item], list[Fitted]]:
    """Return a row of cards for each group, with what it is about before it."""
    gutter = points(page.theme.space.gutter)
    if len(groups) == 1:
        cards = [card for _, card in groups[0][1]]
        return _cards(page, body, cards, _per_row(page, body, len(cards)))
    items: list[Item] = []
    texts: list[Fitted] = []
    for (head, group), row in zip(groups, body.rows([1.0] * len(groups), gutter), strict=True):
        place, room = row.columns([_HEAD, 1 - _HEAD], gutter)
        if body.width < points(_WIDE):
            room = row
        else:
            said = _head(page, head, place)
            items.append(TextBox(f"group:{head}", place, said.frame))
            texts.append(said)
        drawn, shown = _cards(page, room, [card for _, card in group], len(group))
        items += drawn
        texts += shown
    return items, texts


def _head(page: Page, head: str, place: Box) -> Fitted:
    size, accent = page.theme.size, page.theme.colour.accent
    middle = Anchor.MIDDLE
    return fitted(page, head, place, size.heading, size.body_min, accent, bold=True, anchor=middle)


def _per_row(page: Page, box: Box, cards: int) -> int:
    """Return how many cards stand side by side where they are bands, one below the other."""
    gutter = points(page.theme.space.gutter)
    bands = min(_BANDS, (box.height + gutter) // (points(_BAND) + gutter))
    return -(-cards // bands)


def _cards(
    page: Page, box: Box, cards: Sequence[Tile], per_row: int
) -> tuple[list[Item], list[Fitted]]:
    items: list[Item] = []
    texts: list[Fitted] = []
    leads = cards[0].name == "number:incidents"
    for drawn, shown in tiles(page, box, cards, per_row=per_row, lead=leads):
        items += drawn
        texts += shown
    return items, texts


def _headline(review: QuarterReview) -> str:
    before, name = review.basis.before, before_name(review)
    if not review.incidents:
        head = f"No incident began in {review.period.name}"
        return f"{head}; {name}: {before:,}" if before else head
    found: dict[str, Number] = {one.key: one for one in review.numbers}
    lost = found.get("time_lost")
    told = count(len(review.incidents), "incident")
    if lost is None or not isinstance(lost.value, timedelta):
        return f"{told}; {name}: {before:,}" if before else told
    head = f"{short_duration(lost.value)} of impact in {told}"
    if not isinstance(lost.before, timedelta):
        return head
    return f"{head}; {name}: {short_duration(lost.before)} in {before:,}"


def _basis(review: QuarterReview) -> Iterator[str]:
    """Yield what the figures do not rest on."""
    basis = review.basis
    out = [
        count(amount, one, many)
        for amount, one, many in (
            (basis.drills, "exercise", "exercises"),
            (basis.unreadable, "file with faults", "files with faults"),
        )
        if amount
    ]
    if out and review.incidents:
        yield f"Left out: {listing(out)}"
    if not basis.before:
        yield f"No incident of {before_name(review)} is among the files, so nothing stands beside"
