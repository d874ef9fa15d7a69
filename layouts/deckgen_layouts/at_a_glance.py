"""The incident in numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from deckgen.fitting import Fitted, clipped, fitted, in_full, shrunk
from deckgen.layout import Layout, Page
from deckgen.postmortem.durations import long_duration, short_duration
from deckgen.postmortem.measures import Measure, Origin, measures, status
from deckgen.postmortem.model import Metric, Postmortem
from deckgen.postmortem.vocabulary import Status
from deckgen.postmortem.wording import clock, instant, listing, quantity, sentence
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, points
from deckgen.scene.measure import PITCH
from deckgen.scene.shapes import Geometry, Group, Item, Shape, TextBox
from deckgen.scene.text import Anchor, Paragraph, TextFrame
from deckgen.typeset import card, frame, paragraph, stripe
from deckgen_layouts.facts import unknown_duration

_PER_ROW = 4
_TWO_ROWS = 340.0
_EVENTS = 3


class AtAGlance(Layout):
    """The impact in numbers, how long each part of the response took, and the summary.

    Needs: nothing; what is not recorded is said to be. Eight impact numbers fit on a slide, four
    where a template leaves little room; further ones continue on the next.
    """

    name: ClassVar[str] = "at-a-glance"
    section: ClassVar[str] = "Summary"
    share: ClassVar[float] = 2.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield one slide for every eight or four impact numbers, at least one."""
        metrics = postmortem.impact.metrics
        share = _PER_ROW * (2 if page.boxes.body.height >= points(_TWO_ROWS) else 1)
        for start in range(0, max(1, len(metrics)), share):
            items, texts = self._drawn(postmortem, metrics[start : start + share], page)
            notes = [*_notes(postmortem), *in_full(texts)]
            yield self.slide(page, headline(postmortem), items, notes)

    def _drawn(
        self, postmortem: Postmortem, metrics: Sequence[Metric], page: Page
    ) -> tuple[list[Item], list[Fitted]]:
        number_rows = 2 if len(metrics) > _PER_ROW else 1
        weights = [1.1 * number_rows if metrics else 0.55, 0.62, 0.95]
        top, middle, bottom = page.boxes.body.rows(weights, points(page.theme.space.gutter))
        parts = [*_numbers(page, top, metrics), *_measures(page, middle, postmortem)]
        parts.append(_summary(page, bottom, postmortem))
        items = [item for shown, _ in parts for item in shown]
        return items, [text for _, texts in parts for text in texts]


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


Drawn = tuple[list[Item], list[Fitted]]


def _numbers(page: Page, box: Box, metrics: Sequence[Metric]) -> Iterator[Drawn]:
    if not metrics:
        colour, size = page.theme.colour, page.theme.size
        unknown = fitted(
            page,
            "Impact in numbers: not recorded yet",
            box,
            size.heading,
            size.body_min,
            colour.caution,
            bold=True,
            anchor=Anchor.MIDDLE,
            padding=page.theme.space.padding,
        )
        yield [card("impact", box, unknown.frame, colour.caution_tint)], []
        return
    gutter = points(page.theme.space.gutter)
    per_row = min(_PER_ROW, len(metrics)) if len(metrics) <= _PER_ROW else -(-len(metrics) // 2)
    rows = [metrics[n : n + per_row] for n in range(0, len(metrics), per_row)]
    for r, (row, strip) in enumerate(zip(rows, box.rows([1.0] * len(rows), gutter), strict=True)):
        cells = strip.columns([1.0] * per_row, gutter)
        for c, (metric, cell) in enumerate(zip(row, cells, strict=False)):
            yield _number(page, cell, metric, leads=r == c == 0)


def _number(page: Page, box: Box, metric: Metric, *, leads: bool) -> Drawn:
    colour, size, pad = page.theme.colour, page.theme.size, page.theme.space.padding
    ink, quiet, fill = (
        (colour.on_accent, colour.on_accent, colour.accent)
        if leads
        else (colour.accent, colour.ink, colour.accent_tint)
    )
    inner = box.inset(points(pad), points(pad))
    upper, lower = inner.rows([0.46, 0.54], 0)
    value = fitted(
        page,
        quantity(metric.value, metric.unit),
        upper,
        size.figure,
        size.figure_min,
        ink,
        bold=True,
        anchor=Anchor.BOTTOM,
    )
    label = _label(page, lower, metric, quiet)
    name = f"metric:{metric.label}"
    said = f"{metric.label}: {quantity(metric.value, metric.unit)}"
    parts = (
        Shape(f"{name}:panel", box, Geometry.ROUNDED, fill=fill, rounding=0.04),
        TextBox(f"{name}:value", upper, value.frame),
        TextBox(f"{name}:label", lower, label.frame),
    )
    return [Group(name, box, parts, said)], [value, label]


def _label(page: Page, box: Box, metric: Metric, colour: str) -> Fitted:
    """Return what a number counts, and its note, in the largest type that shows both in full."""

    def at(size: float) -> TextFrame:
        words = [paragraph(metric.label, size, colour)]
        if metric.note:
            words.append(paragraph(metric.note, min(size, page.theme.size.label), colour))
        return frame(*words)

    return shrunk(page, at, box, page.theme.size.body, page.theme.size.body_min)


def _measures(page: Page, box: Box, postmortem: Postmortem) -> Iterator[Drawn]:
    shown = list(measures(postmortem))
    cells = box.columns([1.0] * len(shown), points(page.theme.space.gutter))
    is_open = status(postmortem) is Status.OPEN
    for measure, cell in zip(shown, cells, strict=True):
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


def _notes(postmortem: Postmortem) -> Iterator[str]:
    yield postmortem.summary or "No summary is recorded yet."
    for measure in measures(postmortem):
        if measure.duration is not None:
            yield f"{measure.name}: {long_duration(measure.duration)}."
    for metric in postmortem.impact.metrics:
        note = f" ({metric.note})" if metric.note else ""
        yield f"{metric.label}: {quantity(metric.value, metric.unit)}{note}."
