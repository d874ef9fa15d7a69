"""A minor incident on one slide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar, NamedTuple

from deckgen.figures.timeline import LEAST_SIZE, timeline_alt, timeline_figure
from deckgen.fitting import Fitted, fitted, in_full, shrunk
from deckgen.layout import Layout, Page
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import IconName
from deckgen.postmortem.wording import listing, short_day
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points, to_pixels
from deckgen.scene.icons import icon
from deckgen.scene.shapes import Item, TextBox
from deckgen.scene.text import Anchor, TextFrame
from deckgen.typeset import frame, panel, paragraph
from deckgen_layouts.facts import fact_strip, facts_and_numbers
from deckgen_layouts.impact_numbers import spoken_number
from deckgen_layouts.one_page_actions import action_list
from deckgen_layouts.summary import told_cause
from deckgen_layouts.urgency import how_many_open

_LINE = 26.0
_STRIP = 60.0
_HEAD = 30.0
_ACTIONS_WIDTH = 2.2
_SILENT = "Say in a sentence what happened and whom it hit: neither is recorded yet."


class OnePage(Layout):
    """Everything that matters of a minor incident: facts, timeline, cause, learning, actions.

    Needs: nothing. What is not recorded leaves its room to the rest, as does a timeline in a
    template with little room. The first three impact numbers stand among the facts, else the
    services. Always one slide: actions are shortened to a line each where more of them fit so, one
    that answers the Key Learning is among them, and those left out are counted.
    """

    name: ClassVar[str] = "one-page"
    section: ClassVar[str] = "Summary"
    share: ClassVar[float] = 1.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield the slide."""
        body, gap = page.boxes.body, points(page.theme.space.gutter * 0.6)
        said = postmortem.impact.statement
        line = body.row(0, points(_LINE if said else 0))
        strip = Box(body.x, line.bottom, body.width, points(_STRIP))
        items, texts = fact_strip(page, strip, facts_and_numbers(postmortem, page))
        if said:
            size = page.theme.size
            impact = fitted(page, said, line, size.heading, size.body_min, page.theme.colour.ink)
            items.insert(0, TextBox("impact", line, impact.frame))
            texts.append(impact)
        top = Emu(strip.bottom + gap)
        rest = Box(body.x, top, body.width, Emu(body.bottom - top))
        panels = list(_panels(postmortem, page))
        chart, lower = rest.rows([1.0, 0.8], gap) if panels else (rest, rest)
        canvas = (to_pixels(chart.width), to_pixels(chart.height))
        has_room = all(have >= least for have, least in zip(canvas, LEAST_SIZE, strict=True))
        if postmortem.events and has_room:
            figure = timeline_figure(postmortem, page.theme, page.measurer, canvas)
            items.append(page.draw(figure, chart, "Timeline", timeline_alt(postmortem)))
        else:
            lower = rest
        if panels:
            weights = [panel.weight for panel in panels]
            boxes = lower.columns(weights, points(page.theme.space.gutter))
            for panel, box in zip(panels, boxes, strict=True):
                shown, text = panel.drawn(box, page)
                items += shown
                texts.append(text)
        notes = [postmortem.summary or said or _SILENT, *_notes(postmortem), *in_full(texts)]
        yield self.slide(page, postmortem.title, items, notes)


class _Panel(NamedTuple):
    """A headed text: what it makes of the box for it, and its width beside the others."""

    heading: str
    icon: IconName
    weight: float
    text: Callable[[Box], Fitted]
    stands_out: bool = False

    def drawn(self, box: Box, page: Page) -> tuple[list[Item], Fitted]:
        """Return the panel's items in `box`, and its text as far as it fits."""
        colour, pad = page.theme.colour, page.theme.space.padding
        room = Box(box.x, Emu(box.y + points(_HEAD)), box.width, Emu(box.height - points(_HEAD)))
        shown = self.text(room)
        fill = colour.accent_tint if self.stands_out else colour.surface
        mark = Box(Emu(box.x + points(pad)), Emu(box.y + points(7)), points(20), points(20))
        head = Box(
            Emu(mark.right + points(7)),
            Emu(box.y + points(4)),
            Emu(box.right - mark.right - points(9)),
            points(_HEAD - 4),
        )
        heading = fitted(
            page,
            self.heading,
            head,
            14,
            page.theme.size.body_min,
            colour.accent,
            bold=True,
            anchor=Anchor.MIDDLE,
        )
        return [
            panel(f"{self.heading}:panel", box, fill),
            icon(self.icon, mark, colour.accent),
            TextBox(f"{self.heading}:heading", head, heading.frame),
            TextBox(self.heading, room, shown.frame),
        ], shown


def _panels(postmortem: Postmortem, page: Page) -> Iterator[_Panel]:
    why = postmortem.root_cause.primary_cause or postmortem.summary
    if why:
        heading = "Why it happened" if postmortem.root_cause.primary_cause else "What happened"
        yield _Panel(heading, IconName.MAGNIFIER, 1.0, partial(_statement, page, why, bold=False))
    learning = postmortem.key_learning
    if learning:
        told = partial(_statement, page, learning.statement, bold=True)
        yield _Panel("Key learning", learning.icon, 1.0, told, stands_out=True)
    if postmortem.actions:
        heading = how_many_open(postmortem.actions)
        listed = partial(action_list, postmortem, page)
        yield _Panel(heading, IconName.CHECK, _ACTIONS_WIDTH, listed)


def _statement(page: Page, text: str, box: Box, *, bold: bool) -> Fitted:
    def at(size: float) -> TextFrame:
        words = paragraph(text, size, page.theme.colour.ink, bold=bold)
        return frame(words, padding=2, side=page.theme.space.padding)

    return shrunk(page, at, box, 18, page.theme.size.body_min)


def _notes(postmortem: Postmortem) -> Iterator[str]:
    yield from map(spoken_number, postmortem.impact.metrics)
    if postmortem.services:
        yield f"Services affected: {listing(postmortem.services)}."
    if told := told_cause(postmortem.root_cause):
        yield told
    if postmortem.key_learning:
        yield f"Key learning: {postmortem.key_learning.statement}"
    for action in postmortem.actions:
        owner = action.owner if action.is_assigned else "unassigned"
        due = f"due {short_day(action.due)}" if action.due else "no due date"
        done = f", done {short_day(action.completed)}" if action.completed else ""
        yield f"{action.id}: {action.action} ({owner}, {due}{done})"
