"""Labels with their rules and leaders."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.figures.arrangement import PlacedLabel
from deckgen.figures.composition import Composition
from deckgen.figures.label_text import text_height
from deckgen.figures.moments import Moment
from deckgen.figures.pen import Drawing, Pen, combined, markup
from deckgen.figures.plotly_schema import Shape
from deckgen.figures.timeline_axis import moment_colour

_RULE = 2.0
_RULE_GAP = 4.0
_STUB = 5.0
_UPRIGHT = 0.05


def draw_labels(
    pen: Pen, moments: Sequence[Moment], labels: Sequence[PlacedLabel], rows: Composition,
    size: float,
) -> Drawing:  # fmt: skip
    """Return every label with a rule between it and the axis and a leader to its mark."""
    return combined(_draw_label(pen, moments[one.label.moment], one, rows, size) for one in labels)


def _draw_label(
    pen: Pen, moment: Moment, placed: PlacedLabel, rows: Composition, size: float
) -> Drawing:
    colour = moment_colour(pen.theme, moment.kind)
    is_upper = placed.row == 0
    rule = rows.upper + _RULE_GAP if is_upper else rows.lower - _RULE_GAP
    bend = rows.band_top - _STUB if is_upper else rows.ticks
    name = moment.name
    leader = _leader(pen, f"{name}:leader", placed, (rows.axis, bend, rule), colour)
    rule_line = pen.line(f"{name}:rule", (placed.left, rule), (placed.right, rule), colour, _RULE)
    head = [markup(line, bold=True, colour=colour) for line in placed.label.head]
    text = pen.text(
        f"{name}:label",
        (placed.left, rows.upper if is_upper else rows.lower),
        [*head, *map(markup, placed.label.body)],
        size,
        width=placed.label.width,
        height=text_height(placed.label.lines, size),
        anchor="left",
        vertical="bottom" if is_upper else "top",
        paragraphs=[*head, *([markup(placed.label.text)] if placed.label.text else [])],
    )
    return Drawing((leader, rule_line), (text,))


def _leader(
    pen: Pen, name: str, placed: PlacedLabel, ys: tuple[float, float, float], colour: str
) -> Shape:
    """Return a line upright from the axis to the bend, and from there to the label's rule."""
    axis, bend, rule = ys
    if abs(placed.mark - placed.foot) < _UPRIGHT:
        return pen.line(name, (placed.mark, axis), (placed.mark, rule), colour, 1)
    points = [(placed.mark, axis), (placed.mark, bend), (placed.foot, rule)]
    return pen.contours(name, [points], colour, 1)
