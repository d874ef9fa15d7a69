"""The timeline of an incident: what happened when, in which phase, and how long it took."""

from __future__ import annotations

from deckgen.figures.label_text import PX_PER_POINT
from deckgen.figures.pen import Drawing, Pen, combined, markup
from deckgen.figures.plotly_schema import Axis, Figure, Scatter
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

__all__ = ["LEAST_SIZE", "timeline_alt", "timeline_figure"]

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
    width, height = size
    if width < LEAST_SIZE[0] or height < LEAST_SIZE[1]:
        raise ValueError(f"a timeline needs {LEAST_SIZE[0]:.0f} x {LEAST_SIZE[1]:.0f} pixels")
    pen = Pen(theme, measurer)
    laid_out = plan(story(postmortem), pen, width, height)
    traces = marks(
        pen, laid_out.story.moments, laid_out.arrangement, laid_out.rows, laid_out.fixed.mark
    )
    return _figure(pen, laid_out, traces, combined(_parts(pen, postmortem, laid_out)))


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
        draw_ticks(pen, found, rows, told.times, width, leaders),
        draw_rug(pen, laid_out.arrangement, rows),
        labels,
        draw_strip(pen, laid_out.strip, rows),
        draw_dimensions(pen, shown, edge, rows.dimensions, text, width),
        draw_legend(pen, laid_out.legend, width, rows.legend),
        _draw_note(pen, laid_out),
    ]


def _draw_note(pen: Pen, laid_out: Plan) -> Drawing:
    size = pen.theme.size.axis
    text = pen.measurer.shortened(laid_out.note, laid_out.width / PX_PER_POINT, 1, size)
    wide = min(pen.width(text, size), laid_out.width)
    return Drawing(
        annotations=(
            pen.text(
                "note", (0.0, laid_out.rows.note), [markup(text)], size,
                width=wide, colour=pen.theme.colour.muted, anchor="left",
            ),
        )
    )  # fmt: skip


def _figure(pen: Pen, laid_out: Plan, traces: list[Scatter], drawing: Drawing) -> Figure:
    paper = pen.theme.colour.paper
    return {
        "data": traces,
        "layout": {
            "width": laid_out.width,
            "height": laid_out.height,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
            "paper_bgcolor": paper,
            "plot_bgcolor": paper,
            "showlegend": False,
            "font": pen.font(pen.theme.size.label, pen.theme.colour.ink),
            "xaxis": _axis([0, laid_out.width]),
            "yaxis": _axis([laid_out.height, 0]),
            "shapes": list(drawing.shapes),
            "annotations": list(drawing.annotations),
        },
    }


def _axis(extent: list[float]) -> Axis:
    return {"range": extent, "visible": False, "fixedrange": True}
