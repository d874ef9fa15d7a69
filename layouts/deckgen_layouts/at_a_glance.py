"""The incident in numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from deckgen.fitting import Fitted, fitted, in_full, shrunk
from deckgen.layout import Layout, Page
from deckgen.postmortem.durations import long_duration, short_duration
from deckgen.postmortem.impact import Metric
from deckgen.postmortem.measures import Measure, Origin, measures, status
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import Status
from deckgen.postmortem.wording import instant, labelled_clock, sentence
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.measure import PITCH
from deckgen.scene.shapes import Item, TextBox
from deckgen.scene.text import Paragraph, TextFrame
from deckgen.typeset import frame, paragraph, stripe
from deckgen_layouts.facts import unknown_duration
from deckgen_layouts.impact_numbers import (
    PER_ROW,
    Drawn,
    Tile,
    no_numbers,
    numbers,
    shared_out,
    spoken_number,
    tiles,
)
from deckgen_layouts.summary import summary_and_cause, told_cause

_ROOMY = 340.0


class AtAGlance(Layout):
    """The impact in numbers, how long each part of the response took, the summary and the cause.

    Needs: nothing; what is not recorded is said to be. Once the incident is resolved without any
    impact number, the times stand in the numbers' place. Eight impact numbers fit beside the rest,
    four where a template leaves little room; further ones have slides of their own. The primary
    cause stands in a line below the summary where there is room, behind the earlier incidents that
    had it; it is in the notes in full.
    """

    name: ClassVar[str] = "at-a-glance"
    section: ClassVar[str] = "Summary"
    share: ClassVar[float] = 2.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield the summary, then as many slides as further impact numbers need."""
        first, *further = shared_out(postmortem.impact.metrics, page)
        title, taken = headline(postmortem), list(measures(postmortem))
        items, texts = _summed_up(postmortem, taken, first, page)
        notes = [*_notes(postmortem, taken), *map(spoken_number, first), *in_full(texts)]
        yield self.slide(page, title, items, notes)
        for metrics in further:
            cards = tiles(page, page.boxes.body, numbers(metrics), per_row=PER_ROW, lead=False)
            items, texts = _together(cards)
            yield self.slide(page, title, items, [*map(spoken_number, metrics), *in_full(texts)])


def headline(postmortem: Postmortem) -> str:
    """Return the impact as stated, else what severity and duration say."""
    if postmortem.impact.statement:
        return postmortem.impact.statement
    level = postmortem.severity
    lasted = measures(postmortem).impact_lasted.duration
    if lasted:
        told = f"the impact lasted {long_duration(lasted)}"
    elif status(postmortem) is Status.OPEN:
        since = labelled_clock(postmortem.started_at, postmortem.zone)
        so_far = f"since {since}, still open"
        return f"{level}: impact {so_far}" if level else f"Impact so far: {so_far}"
    else:
        since = instant(postmortem.started_at, postmortem.zone)
        told = f"impact since {since}, {status(postmortem)}"
    return f"{level}: {told}" if level else f"{sentence(told)}; severity not recorded"


def _summed_up(
    postmortem: Postmortem, taken: Sequence[Measure], metrics: Sequence[Metric], page: Page
) -> Drawn:
    if not metrics and status(postmortem) is Status.RESOLVED:
        return _without_numbers(postmortem, taken, page)
    number_rows = 2 if len(metrics) > PER_ROW else 1
    has_room = number_rows == 1 and page.boxes.body.height >= points(_ROOMY)
    lower = 1.25 if postmortem.root_cause.primary_cause and has_room else 0.95
    weights = [1.1 * number_rows if metrics else 0.55, 0.62, lower]
    top, middle, bottom = page.boxes.body.rows(weights, points(page.theme.space.gutter))
    shown = numbers(metrics)
    cards = (
        tiles(page, top, shown, per_row=PER_ROW, lead=True) if shown else [no_numbers(page, top)]
    )
    is_open = status(postmortem) is Status.OPEN
    return _together(
        [
            *cards,
            *_measures(page, middle, taken, is_open=is_open),
            *summary_and_cause(page, bottom, postmortem),
        ]
    )


def _without_numbers(postmortem: Postmortem, taken: Sequence[Measure], page: Page) -> Drawn:
    """Return the measures as tiles, the whole duration first, above the summary."""
    top, bottom = page.boxes.body.rows([1.1, 1.2], points(page.theme.space.gutter))
    size = page.theme.size.label
    line = points(size * PITCH)
    cards = Box(top.x, top.y, top.width, Emu(top.height - line - points(page.theme.space.gap)))
    below = Box(top.x, Emu(top.bottom - line), top.width, line)
    said = fitted(page, "No impact figures recorded", below, size, size, page.theme.colour.muted)
    shown = [_as_tile(measure) for measure in (taken[-1], *taken[:-1])]
    return _together(
        [
            *tiles(page, cards, shown, per_row=len(shown), lead=shown[0].recorded),
            ([TextBox("impact", below, said.frame)], [said]),
            *summary_and_cause(page, bottom, postmortem),
        ]
    )


def _as_tile(measure: Measure) -> Tile:
    name, origin = f"measure:{measure.key}", _origin(measure)
    if measure.duration is None:
        unknown = unknown_duration(measure, is_open=False)
        return Tile(name, unknown, measure.name, origin, recorded=False)
    return Tile(name, short_duration(measure.duration), measure.name, origin)


def _together(parts: Iterable[Drawn]) -> Drawn:
    items: list[Item] = []
    texts: list[Fitted] = []
    for drawn, fitted_texts in parts:
        items += drawn
        texts += fitted_texts
    return items, texts


def _measures(page: Page, box: Box, taken: Sequence[Measure], *, is_open: bool) -> Iterator[Drawn]:
    cells = box.columns([1.0] * len(taken), points(page.theme.space.gutter))
    for measure, cell in zip(taken, cells, strict=True):
        yield _measure(page, cell, measure, unknown_duration(measure, is_open=is_open))


def _measure(page: Page, box: Box, measure: Measure, unknown: str) -> Drawn:
    colour, size = page.theme.colour, page.theme.size
    recorded = measure.duration is not None
    value = unknown if measure.duration is None else short_duration(measure.duration)
    ink = colour.ink if recorded else colour.caution

    def at(value_size: float) -> TextFrame:
        return frame(
            paragraph(measure.name, size.label, colour.muted),
            paragraph(value, value_size, ink, bold=True, space_before=2),
            *_origin_line(page, measure),
            padding=2,
            side=page.theme.space.padding,
        )

    text = shrunk(page, at, box, 24 if recorded else size.body, size.body_min)
    bar = colour.accent if recorded else colour.caution
    return [
        stripe(f"measure:{measure.key}:bar", box, bar, page.theme.space.stroke * 2),
        TextBox(f"measure:{measure.key}", box, text.frame),
    ], [text]


def _origin_line(page: Page, measure: Measure) -> list[Paragraph]:
    colour, said = page.theme.colour, _origin(measure)
    if said is None:
        return []
    ink = colour.caution if measure.disagrees else colour.muted
    size = page.theme.size.label
    return [paragraph(said, size, ink, bold=measure.disagrees, space_before=2)]


def _origin(measure: Measure) -> str | None:
    """Return what a measure differs from, else where it comes from; None where that is plain."""
    if measure.disagrees and measure.reported is not None:
        return f"Reported: {short_duration(measure.reported)}"
    if measure.duration is None:
        return None
    if measure.key == "impact_lasted":
        return f"Until {measure.ends.name}"
    return "From the timeline" if measure.origin is Origin.TIMELINE else None


def _notes(postmortem: Postmortem, taken: Iterable[Measure]) -> Iterator[str]:
    yield postmortem.summary or "No summary is recorded yet."
    if told := told_cause(postmortem.root_cause):
        yield told
    for measure in taken:
        if measure.duration is not None:
            yield f"{measure.name}: {long_duration(measure.duration)}."
