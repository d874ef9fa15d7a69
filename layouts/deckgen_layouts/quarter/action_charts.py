"""Charts of the open actions: by owner and by age, the overdue ones apart."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.figures import bars as by_owner
from deckgen.figures import columns as by_age
from deckgen.figures.bars import Bar, Bars, bars_alt, bars_figure, most_bars
from deckgen.figures.columns import Column, Columns, columns_alt, columns_figure
from deckgen.figures.tones import Part
from deckgen.layout import Page
from deckgen.postmortem.wording import count
from deckgen.quarter.values import ActionsReview, AgeBand, OwnerCount
from deckgen.scene.geometry import Box, points
from deckgen.scene.measure import PITCH
from deckgen.scene.shapes import Item, TextBox
from deckgen.typeset import frame, paragraph
from deckgen_layouts.quarter.panels import canvas, is_large_enough, less_foot, remark

_PARTS = (Part("Overdue", "bad"), Part("Not overdue", "accent"))
_OWNERS, _AGES = "Open actions by owner", "Open actions by age in days"


def charts_side_by_side(actions: ActionsReview, page: Page, box: Box) -> list[Item]:
    """Return both charts in `box`, and a line on the owners that have no bar."""
    left, right = _halves(page, _room(actions.owners, page, box))
    bars, remarks = _owners(actions.owners, page, left)
    return [*bars, *_ages(actions.ages, page, right), *remarks]


def owners_chart(actions: ActionsReview, page: Page) -> list[Item]:
    """Return the chart by owner in the page's body, and a line on the owners without a bar."""
    bars, remarks = _owners(actions.owners, page, _room(actions.owners, page, page.boxes.body))
    return [*bars, *remarks]


def ages_chart(actions: ActionsReview, page: Page) -> list[Item]:
    """Return the chart by age in the page's body."""
    return _ages(actions.ages, page, page.boxes.body)


def fit_side_by_side(actions: ActionsReview, page: Page, box: Box) -> bool:
    """Whether both charts are as large in `box` as their texts need it."""
    left, right = _halves(page, _room(actions.owners, page, box))
    return all(
        is_large_enough(_below_heading(page, half), least)
        for half, least in ((left, by_owner.LEAST_SIZE), (right, by_age.LEAST_SIZE))
    )


def _halves(page: Page, box: Box) -> list[Box]:
    return box.columns([1.0, 1.0], points(page.theme.space.gutter * 1.5))


def _room(owners: Sequence[OwnerCount], page: Page, box: Box) -> Box:
    """Return `box`, without its foot where owners are left without a bar."""
    return less_foot(box) if len(owners) > _most_owners(page, box) else box


def _most_owners(page: Page, box: Box) -> int:
    return most_bars(page.theme, canvas(_below_heading(page, box), by_owner.LEAST_SIZE)[1])


def _owners(owners: Sequence[OwnerCount], page: Page, box: Box) -> tuple[list[Item], list[Item]]:
    """Return the heading and the chart, and what is to be said of the owners without a bar."""
    most = _most_owners(page, box)
    bars = Bars(_OWNERS, _PARTS, tuple(map(_bar, owners[:most])))
    room = _below_heading(page, box)
    size = canvas(room, by_owner.LEAST_SIZE)
    figure = bars_figure(bars, page.theme, page.measurer, size)
    chart = page.draw(figure, room, _OWNERS, bars_alt(bars))
    further = owners[most:]
    remarks: list[Item] = [remark(page, _left_out(further))] if further else []
    return [_heading(page, _OWNERS, box), chart], remarks


def _bar(owner: OwnerCount) -> Bar:
    return Bar(owner.owner or "Unassigned", (owner.overdue, owner.open - owner.overdue))


def _ages(ages: Sequence[AgeBand], page: Page, box: Box) -> list[Item]:
    columns = Columns(_AGES, _PARTS, tuple(map(_column, ages)))
    room = _below_heading(page, box)
    size = canvas(room, by_age.LEAST_SIZE)
    figure = columns_figure(columns, page.theme, page.measurer, size)
    return [_heading(page, _AGES, box), page.draw(figure, room, _AGES, columns_alt(columns))]


def _column(band: AgeBand) -> Column:
    first, end = band.from_days, band.to_days
    name = f"{first} or more" if end is None else f"{first} to {end - 1}"
    return Column(name, (band.overdue, band.open - band.overdue))


def _heading(page: Page, text: str, box: Box) -> TextBox:
    words = paragraph(text, page.theme.size.body, page.theme.colour.accent, bold=True)
    return TextBox(f"{text}:heading", box.row(0, _heading_height(page)), frame(words))


def _below_heading(page: Page, box: Box) -> Box:
    top = _heading_height(page)
    return box.row(top, box.height - top)


def _heading_height(page: Page) -> int:
    return points(page.theme.size.body * PITCH + 2)


def _left_out(owners: Sequence[OwnerCount]) -> str:
    amount, late = sum(one.open for one in owners), sum(one.overdue for one in owners)
    told = f"and {count(len(owners), 'more owner')} with {count(amount, 'open action')}"
    return f"{told}, {late:,} of them overdue; each in the notes"
