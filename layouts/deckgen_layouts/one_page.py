"""A minor incident on one slide."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import ClassVar, NamedTuple

from deckgen.figures.timeline import LEAST_SIZE, timeline_alt, timeline_figure
from deckgen.fitting import Fitted, clipped, fitted, in_full, most_that_fit
from deckgen.layout import Layout, Page
from deckgen.postmortem.model import ActionItem, Postmortem
from deckgen.postmortem.vocabulary import IconName
from deckgen.postmortem.wording import in_words, short_day
from deckgen.scene.deck import Slide
from deckgen.scene.figure import figure_group
from deckgen.scene.geometry import Box, Emu, points, to_pixels
from deckgen.scene.icons import icon
from deckgen.scene.measure import size_steps
from deckgen.scene.shapes import Item, TextBox
from deckgen.scene.text import Anchor, Paragraph, Run, TextFrame
from deckgen.typeset import frame, mixed, panel, paragraph
from deckgen_layouts.actions import by_urgency
from deckgen_layouts.facts import fact_strip, facts

_LINE = 26.0
_STRIP = 60.0
_HEAD = 30.0
_SILENT = "Say in a sentence what happened and whom it hit: neither is recorded yet."


class OnePage(Layout):
    """Everything that matters of a minor incident: facts, timeline, cause, learning, actions.

    Needs: nothing. What is not recorded leaves its room to the rest, as does a timeline in a
    template with little room. Always one slide; actions that do not fit are counted.
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
        items, texts = fact_strip(page, strip, facts(postmortem, page))
        if said:
            size = page.theme.size
            impact = fitted(page, said, line, size.heading, size.body_min, page.theme.colour.ink)
            items.insert(0, TextBox("impact", line, impact.frame))
            texts.append(impact)
        top = Emu(strip.bottom + gap)
        rest = Box(body.x, top, body.width, Emu(body.bottom - top))
        panels = _panels(postmortem, page)
        chart, lower = rest.rows([1.0, 0.68], gap) if panels else (rest, rest)
        canvas = (to_pixels(chart.width), to_pixels(chart.height))
        has_room = all(have >= least for have, least in zip(canvas, LEAST_SIZE, strict=True))
        if postmortem.events and has_room:
            figure = timeline_figure(postmortem, page.theme, page.measurer, canvas)
            items.append(figure_group(figure, chart, "Timeline", timeline_alt(postmortem)))
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
    """A headed text: its paragraphs for a text size, and its width beside the others."""

    heading: str
    icon: IconName
    weight: float
    paragraphs: Callable[[float], list[Paragraph]]
    stands_out: bool = False

    def drawn(self, box: Box, page: Page) -> tuple[list[Item], Fitted]:
        """Return the panel's items in `box`, and its text as far as it fits."""
        colour, size = page.theme.colour, page.theme.size
        pad = page.theme.space.padding
        room = Box(
            Emu(box.x), Emu(box.y + points(_HEAD)), box.width, Emu(box.height - points(_HEAD))
        )
        for step in size_steps(18, size.body_min):
            text = frame(*self.paragraphs(step), padding=2, side=pad)
            if page.measurer.height(text, room.width) <= room.height:
                break
        shown = clipped(page, self._kept(text, room, page), room.width, room.height)
        fill = colour.accent_tint if self.stands_out else colour.surface
        mark = Box(Emu(box.x + points(pad)), Emu(box.y + points(7)), points(20), points(20))
        head = Box(
            Emu(mark.right + points(7)),
            Emu(box.y + points(4)),
            Emu(box.right - mark.right - points(9)),
            points(_HEAD - 4),
        )
        heading = paragraph(self.heading, 14, colour.accent, bold=True)
        return [
            panel(f"{self.heading}:panel", box, fill),
            icon(self.icon, mark, colour.accent),
            TextBox(f"{self.heading}:heading", head, frame(heading, anchor=Anchor.MIDDLE)),
            TextBox(self.heading, room, shown.frame),
        ], shown

    def _kept(self, text: TextFrame, room: Box, page: Page) -> TextFrame:
        """Return `text` with as many paragraphs as fit, the others counted in a last line."""
        size, colour = page.theme.size.body_min, page.theme.colour.muted
        total = len(text.paragraphs)

        def fits(shown: TextFrame) -> bool:
            return page.measurer.height(shown, room.width) <= room.height

        def with_first(kept: int) -> TextFrame:
            more = paragraph(f"and {total - kept} more", size, colour)
            return replace(text, paragraphs=(*text.paragraphs[:kept], more))

        if total == 1 or fits(text):
            return text
        return with_first(most_that_fit(lambda kept: fits(with_first(kept)), 1, total - 1))


def _panels(postmortem: Postmortem, page: Page) -> list[_Panel]:
    colour = page.theme.colour
    panels = []
    why = postmortem.root_cause.primary_cause or postmortem.summary
    if why:
        heading = "Why it happened" if postmortem.root_cause.primary_cause else "What happened"
        panels.append(
            _Panel(
                heading, IconName.MAGNIFIER, 1.0, lambda size: [paragraph(why, size, colour.ink)]
            )
        )
    learning = postmortem.key_learning
    if learning:
        panels.append(
            _Panel(
                "Key learning",
                learning.icon,
                1.0,
                stands_out=True,
                paragraphs=lambda size: [
                    paragraph(learning.statement, size, colour.ink, bold=True)
                ],
            )
        )
    actions = by_urgency(postmortem.actions, page.as_of)
    closed = sum(action.status.is_closed for action in actions)
    waiting = actions[: len(actions) - closed]
    if actions:
        done = f", {in_words(closed)} of {in_words(len(actions))} closed" if closed else ""
        panels.append(
            _Panel(
                f"Actions{done}",
                IconName.CHECK,
                1.5,
                lambda size: [_action(action, page, size) for action in waiting or actions],
            )
        )
    return panels


def _action(action: ActionItem, page: Page, size: float) -> Paragraph:
    colour = page.theme.colour
    owner = action.owner if action.is_assigned else "Unassigned"
    loud = not action.is_assigned or action.due is None or action.is_overdue(page.as_of)
    due = short_day(action.due) if action.due else "no due date"
    late = " (overdue)" if action.is_overdue(page.as_of) else ""
    return mixed(
        [
            Run(f"{action.action} ", size, colour.ink),
            Run(f"{owner}, {due}{late}", size, colour.bad if loud else colour.muted, bold=loud),
        ],
        bullet="•",
        space_before=3,
    )


def _notes(postmortem: Postmortem) -> Iterator[str]:
    if postmortem.root_cause.primary_cause:
        yield f"Why: {postmortem.root_cause.primary_cause}"
    if postmortem.key_learning:
        yield f"Key learning: {postmortem.key_learning.statement}"
    for action in postmortem.actions:
        owner = action.owner if action.is_assigned else "unassigned"
        due = f"due {short_day(action.due)}" if action.due else "no due date"
        yield f"{action.id}: {action.action} ({owner}, {due})"
