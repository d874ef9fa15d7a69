"""The open actions in a box of one page: in full where they fit, else a line each."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.fitting import Fitted, clipped, most_that_fit
from deckgen.layout import Page
from deckgen.postmortem.model import ActionItem, Postmortem
from deckgen.postmortem.wording import short_day
from deckgen.scene.geometry import Box, points, to_points
from deckgen.scene.measure import PITCH, SAFETY, size_steps
from deckgen.scene.text import Paragraph, Run, TextFrame
from deckgen.typeset import frame, mixed, paragraph
from deckgen_layouts.urgency import by_urgency, how_many_more, is_due_today

_LARGEST = 18.0
_OWNER_SHARE = 0.4


def action_list(postmortem: Postmortem, page: Page, box: Box) -> Fitted:
    """Return the open actions as they fit into `box`, the closed ones where none is open.

    Where not all fit in full, each takes a line, its owner and date kept, and the last line counts
    those that are left out. An action that answers the key learning is never left out first.
    """
    ordered = by_urgency(postmortem.actions, page.as_of)
    waiting = [action for action in ordered if not action.status.is_closed] or ordered
    for size in size_steps(_LARGEST, page.theme.size.body_min):
        whole = _framed([_in_full(action, page, size) for action in waiting], page)
        if page.measurer.height(whole, box.width) <= box.height:
            return Fitted(whole, size)
    if len(waiting) == 1:
        return clipped(page, whole, box.width, box.height)
    return clipped(page, _in_lines(waiting, postmortem, page, box), box.width, box.height)


def _framed(paragraphs: Sequence[Paragraph], page: Page) -> TextFrame:
    return frame(*paragraphs, padding=2, side=page.theme.space.padding)


def _in_lines(
    waiting: Sequence[ActionItem], postmortem: Postmortem, page: Page, box: Box
) -> TextFrame:
    """Return a line for as many actions as fit; what room is left then goes to the first ones."""
    key, size = postmortem.key_learning, page.theme.size.body_min

    def fits(paragraphs: Sequence[Paragraph]) -> bool:
        return page.measurer.height(_framed(paragraphs, page), box.width) <= box.height

    def lines(amount: int) -> list[Paragraph]:
        shown = _chosen(waiting, amount, key.id if key else None)
        listed = [_in_a_line(action, page, box) for action in shown]
        kept = set(map(id, shown))
        further = [action for action in waiting if id(action) not in kept]
        if further:
            more = how_many_more(further, page.as_of)
            listed.append(paragraph(more, size, page.theme.colour.muted, space_before=3))
        return listed

    most = min(len(waiting), box.height // points(size * PITCH))
    amount = most_that_fit(lambda amount: fits(lines(amount)), 1, most)
    listed = lines(amount)
    for n, action in enumerate(_chosen(waiting, amount, key.id if key else None)):
        fuller = [*listed[:n], _in_full(action, page, size), *listed[n + 1 :]]
        listed = fuller if fits(fuller) else listed
    return _framed(listed, page)


def _chosen(waiting: Sequence[ActionItem], amount: int, key: str | None) -> list[ActionItem]:
    """Return the first actions; the last gives way to one that answers `key` if none does."""
    first, answering = list(waiting[:amount]), [one for one in waiting if one.learning == key]
    if key is None or not answering or any(one.learning == key for one in first):
        return first
    return [*first[:-1], answering[0]]


def _in_full(action: ActionItem, page: Page, size: float) -> Paragraph:
    return _told(action, action.action, _who(action), page, size)


def _in_a_line(action: ActionItem, page: Page, box: Box) -> Paragraph:
    """Return an action shortened to one line of `box`, the name of a long owner as well."""
    size = page.theme.size.body_min
    room = to_points(box.width) - 2 * page.theme.space.padding - size
    who = page.measurer.shortened(_who(action), room * _OWNER_SHARE, 1, size, bold=True)
    tail = page.measurer.width(f" {who}{_when(action, page)}", size, bold=True)
    shown = page.measurer.shortened(action.action, room - (tail + 1) / SAFETY, 1, size)
    return _told(action, shown, who, page, size)


def _who(action: ActionItem) -> str:
    return (action.owner or "") if action.is_assigned else "Unassigned"


def _when(action: ActionItem, page: Page) -> str:
    if action.status.is_closed:
        return f", {_closed(action)}"
    if action.due is None:
        return ", no due date"
    late = " (overdue)" if action.is_overdue(page.as_of) else ""
    today = " (due today)" if is_due_today(action, page.as_of) else ""
    return f", {short_day(action.due)}{late}{today}"


def _closed(action: ActionItem) -> str:
    day = f" {short_day(action.completed)}" if action.completed else ""
    return f"{action.status}{day}"


def _told(action: ActionItem, what: str, who: str, page: Page, size: float) -> Paragraph:
    colour = page.theme.colour
    is_gap = not action.is_assigned or action.due is None or action.is_overdue(page.as_of)
    loud = is_gap and not action.status.is_closed
    tail = f"{who}{_when(action, page)}"
    if action.status.is_closed and not action.is_assigned:
        tail = _closed(action)
    ink = colour.bad if loud else colour.muted
    runs = [Run(f"{what} ", size, colour.ink), Run(tail, size, ink, bold=loud)]
    return mixed(runs, bullet="•", space_before=3)
