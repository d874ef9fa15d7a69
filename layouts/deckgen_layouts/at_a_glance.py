"""The incident in numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from deckgen.fitting import Fitted, clipped, fitted, in_full, shrunk
from deckgen.layout import Layout, Page
from deckgen.postmortem.durations import long_duration, short_duration
from deckgen.postmortem.impact import Metric
from deckgen.postmortem.measures import Measure, Origin, measures, status
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import Status
from deckgen.postmortem.wording import clock, instant, listing, sentence
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, points
from deckgen.scene.measure import PITCH
from deckgen.scene.shapes import Item, TextBox
from deckgen.scene.text import Anchor, Paragraph, TextFrame
from deckgen.typeset import card, frame, paragraph, stripe
from deckgen_layouts.facts import unknown_duration
from deckgen_layouts.impact_numbers import (
    PER_ROW,
    Drawn,
    no_numbers,
    numbers,
    shared_out,
    spoken_number,
)

_EVENTS = 3


class AtAGlance(Layout):
    """The impact in numbers, how long each part of the response took, and the summary.

    Needs: nothing; what is not recorded is said to be. Eight impact numbers fit beside the rest,
    four where a template leaves little room; further ones have slides of their own.
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
            items, texts = _together(numbers(page, page.boxes.body, metrics, lead=False))
            yield self.slide(page, title, items, [*map(spoken_number, metrics), *in_full(texts)])


def headline(postmortem: Postmortem) -> str:
    """Return the impact as stated, else what severity and duration say."""
    if postmortem.impact.statement:
        return postmortem.impact.statement
    level = postmortem.severity
    lasted = measures(postmortem).impact_lasted.duration
    if lasted:
        told = f"the impact lasted {long_duration(lasted)}"
    else:
        state = "still open" if status(postmortem) is Status.OPEN else status(postmortem)
        told = f"impact since {instant(postmortem.started_at, postmortem.zone)}, {state}"
    return f"{level}: {told}" if level else f"{sentence(told)}; severity not recorded"


def _summed_up(
    postmortem: Postmortem, taken: Sequence[Measure], metrics: Sequence[Metric], page: Page
) -> Drawn:
    number_rows = 2 if len(metrics) > PER_ROW else 1
    weights = [1.1 * number_rows if metrics else 0.55, 0.62, 0.95]
    top, middle, bottom = page.boxes.body.rows(weights, points(page.theme.space.gutter))
    cards = numbers(page, top, metrics, lead=True) if metrics else [no_numbers(page, top)]
    is_open = status(postmortem) is Status.OPEN
    return _together(
        [
            *cards,
            *_measures(page, middle, taken, is_open=is_open),
            _summary(page, bottom, postmortem),
        ]
    )


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
            *_origin(page, measure),
            padding=2,
            side=page.theme.space.padding,
        )

    text = shrunk(page, at, box, 24 if recorded else size.body, size.body_min)
    bar = colour.accent if recorded else colour.caution
    return [
        stripe(f"measure:{measure.key}:bar", box, bar, page.theme.space.stroke * 2),
        TextBox(f"measure:{measure.key}", box, text.frame),
    ], [text]


def _origin(page: Page, measure: Measure) -> list[Paragraph]:
    colour, size = page.theme.colour, page.theme.size.label
    if measure.disagrees and measure.reported is not None:
        said = f"Reported: {short_duration(measure.reported)}"
        return [paragraph(said, size, colour.caution, bold=True, space_before=2)]
    said = f"Until {measure.ends.name}" if measure.key == "impact_lasted" else "From the timeline"
    known = measure.duration is not None
    if known and (measure.key == "impact_lasted" or measure.origin is Origin.TIMELINE):
        return [paragraph(said, size, colour.muted, space_before=2)]
    return []


def _summary(page: Page, box: Box, postmortem: Postmortem) -> Drawn:
    colour, size = page.theme.colour, page.theme.size
    pad = page.theme.space.padding
    services = listing(postmortem.services)
    parts = box.columns([3.0, 1.0], points(page.theme.space.gutter)) if services else [box]
    text = _told(page, parts[0], postmortem)
    items: list[Item] = [card("summary", parts[0], text.frame, colour.surface)]
    texts = [text]
    if services:
        label = paragraph("Services affected", size.label, colour.muted)
        words = paragraph(services, size.body, colour.ink, bold=True, space_before=2)
        affected = frame(label, words, anchor=Anchor.MIDDLE, padding=pad)
        where = clipped(page, affected, parts[1].width, box.height)
        items.append(card("services", parts[1], where.frame, colour.surface))
        texts.append(where)
    return items, texts


def _told(page: Page, box: Box, postmortem: Postmortem) -> Fitted:
    """Return the summary, or what the timeline says so far where none is recorded yet."""
    colour, size, pad = page.theme.colour, page.theme.size, page.theme.space.padding
    if postmortem.summary:
        return fitted(
            page,
            postmortem.summary,
            box,
            size.heading,
            size.body_min,
            colour.ink,
            anchor=Anchor.MIDDLE,
            padding=pad,
        )
    line = points(size.body_min * PITCH + 2)
    spare = max(0, box.height - 2 * points(pad) - line)
    first = postmortem.events[: min(_EVENTS, spare // line)]

    def at(text_size: float) -> TextFrame:
        lines = [paragraph("No summary is recorded yet.", size.body, colour.caution, bold=True)]
        for event in first:
            said = f"{clock(event.at, postmortem.zone)}: {event.text}"
            lines.append(paragraph(said, text_size, colour.ink, space_before=2))
        return frame(*lines, anchor=Anchor.MIDDLE, padding=pad)

    return shrunk(page, at, box, size.body, size.body_min)


def _notes(postmortem: Postmortem, taken: Iterable[Measure]) -> Iterator[str]:
    yield postmortem.summary or "No summary is recorded yet."
    for measure in taken:
        if measure.duration is not None:
            yield f"{measure.name}: {long_duration(measure.duration)}."
