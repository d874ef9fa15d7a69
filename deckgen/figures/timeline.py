"""The timeline of an incident: what happened when, in which phase, and how long it took."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.figures.canvas import canvas
from deckgen.figures.pen import Drawing, Pen, combined, linked, markup
from deckgen.figures.plotly_schema import Figure, Scatter
from deckgen.figures.story import story
from deckgen.figures.ticks import ticks
from deckgen.figures.timeline_alt import timeline_alt
from deckgen.figures.timeline_axis import draw_rug, draw_ticks, draw_track, marks
from deckgen.figures.timeline_dimensions import draw_dimensions
from deckgen.figures.timeline_labels import draw_labels
from deckgen.figures.timeline_phases import draw_legend, draw_strip
from deckgen.figures.timeline_plan import Plan, plan
from deckgen.postmortem.model import Postmortem
from deckgen.scene.measure import Measurer
from deckgen.theme import Theme

__all__ = ["LEAST_SIZE", "explorable_timeline", "timeline_alt", "timeline_figure"]

LEAST_SIZE = (400.0, 130.0)
"""The least width and height of the canvas in pixels."""


def timeline_figure(
    postmortem: Postmortem, theme: Theme, measurer: Measurer, size: tuple[float, float]
) -> Figure:
    """Return the timeline of `postmortem` on a canvas of `size` (width, height) in pixels.

    `measurer` measures the theme's font. Labels never overlap, leaders of a row never cross, and
    nothing leaves the canvas. Where not all events can be labelled, those marked as key, the
    milestones and a fair spread are; the note at the bottom counts them. A low canvas goes without
    dimension lines and the names of the phases. Raises ValueError for one below LEAST_SIZE.
    """
    pen, laid_out = _laid_out(postmortem, theme, measurer, size)
    return canvas(pen, size, _marks(pen, laid_out), combined(_parts(pen, postmortem, laid_out)))


def explorable_timeline(
    postmortem: Postmortem, theme: Theme, measurer: Measurer, size: tuple[float, float]
) -> Figure:
    """Return the timeline for a screen: every event has a mark, labels link to their sources.

    Arguments and errors are those of `timeline_figure`.
    """
    pen, laid_out = _laid_out(postmortem, theme, measurer, size)
    drawing = combined(_parts(pen, postmortem, laid_out))
    links = {f"{one.name}:label": one.source for one in laid_out.story.moments if one.source}
    texts = tuple(linked(text, links.get(text["name"])) for text in drawing.annotations)
    marked = _marks(pen, laid_out, laid_out.arrangement.rug)
    return canvas(pen, size, marked, drawing._replace(annotations=texts))


def _laid_out(
    postmortem: Postmortem, theme: Theme, measurer: Measurer, size: tuple[float, float]
) -> tuple[Pen, Plan]:
    width, height = size
    if width < LEAST_SIZE[0] or height < LEAST_SIZE[1]:
        raise ValueError(f"a timeline needs {LEAST_SIZE[0]:.0f} x {LEAST_SIZE[1]:.0f} pixels")
    pen = Pen(theme, measurer)
    return pen, plan(story(postmortem), pen, width, height)


def _marks(pen: Pen, laid_out: Plan, rug: Iterable[int] = ()) -> list[Scatter]:
    return marks(pen, laid_out.story, laid_out.arrangement, laid_out.rows, laid_out.fixed.mark, rug)


def _parts(pen: Pen, postmortem: Postmortem, laid_out: Plan) -> list[Drawing]:
    """Return what is drawn, in the order of reading, save that what lies behind comes first."""
    told, rows, placed = laid_out.story, laid_out.rows, laid_out.arrangement.labels
    width, edge, text = laid_out.width, laid_out.edge, laid_out.fixed.text
    labels = draw_labels(pen, told.moments, placed, rows, laid_out.labels.size)
    if not told.has_axis:
        return [labels, draw_rug(pen, laid_out.arrangement, rows), _draw_note(pen, laid_out)]
    leaders = [one.mark for one in placed if one.row == 1]
    shown = told.dimensions[: laid_out.fixed.dimensions]
    found = ticks(laid_out.arrangement.scale, postmortem.zone)
    return [
        draw_track(pen, edge, rows, told.phases, width),
        draw_ticks(pen, found, rows.axis_row, told.times, (0.0, width), leaders),
        draw_rug(pen, laid_out.arrangement, rows),
        labels,
        draw_strip(pen, laid_out.strip, rows.strip_top, rows.strip_bottom),
        draw_dimensions(pen, shown, edge, rows.dimensions, text, width),
        draw_legend(pen, laid_out.legend, width, rows.legend),
        _draw_note(pen, laid_out),
    ]


def _draw_note(pen: Pen, laid_out: Plan) -> Drawing:
    size = pen.theme.size.axis
    text = pen.shortened(laid_out.note, laid_out.width, size)
    wide = min(pen.width(text, size), laid_out.width)
    return Drawing(
        annotations=(
            pen.text(
                "note", (0.0, laid_out.rows.note), [markup(text)], size,
                width=wide, colour=pen.theme.colour.muted, anchor="left",
            ),
        )
    )  # fmt: skip
