"""The milestones of an incident as upright rules, each with its time and name above."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from deckgen.figures.label_text import text_height
from deckgen.figures.moments import milestone_moments
from deckgen.figures.pen import Drawing, Pen, combined, markup
from deckgen.figures.placement import place
from deckgen.figures.time_text import TimeText
from deckgen.figures.timeline_axis import moment_colour
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import EventKind

CHANNEL = 12.0
"""The height in pixels in which a leader may lean from its label to its rule."""

_GAP = 12.0
_WIDTH = 1.25
_UPRIGHT = 0.5


class Rule(NamedTuple):
    """A milestone at `x` pixels, its words around `middle`."""

    name: str
    kind: EventKind | None
    words: str
    x: float
    middle: float
    width: float


def rules(
    pen: Pen, postmortem: Postmortem, times: TimeText, x: Callable[[datetime], float], right: float
) -> list[Rule]:
    """Return the milestones in order of time, their words apart and between 0 and `right`.

    Where there is no room for all words, only the times are written.
    """
    moments = milestone_moments(postmortem)
    xs = [x(moment.at) for moment in moments]
    size = pen.theme.size.label
    for words in (
        [f"{times.moment(moment.at)} {moment.title}" for moment in moments],
        [times.moment(moment.at) for moment in moments],
    ):
        widths = [pen.width(text, size, bold=True) for text in words]
        if sum(widths) + _GAP * (len(widths) - 1) <= right:
            middles = place(xs, widths, 0.0, right, _GAP)
            return [
                Rule(moment.name, moment.kind, text, at, middle, wide)
                for moment, text, at, middle, wide in zip(
                    moments, words, xs, middles, widths, strict=True
                )
            ]
    return [Rule(one.name, one.kind, "", at, at, 0.0) for one, at in zip(moments, xs, strict=True)]


def draw_rules(pen: Pen, shown: Sequence[Rule], bottoms: Sequence[tuple[float, float]]) -> Drawing:
    """Return the words from the top of the canvas, and rules through each of `bottoms`.

    These are the upper and lower edges, in pixels, of what the rules go through.
    """
    return combined(_draw_rule(pen, rule, bottoms) for rule in shown)


def _draw_rule(pen: Pen, rule: Rule, through: Sequence[tuple[float, float]]) -> Drawing:
    colour, size = moment_colour(pen.theme, rule.kind), pen.theme.size.label
    high = text_height(1, size)
    strokes = [
        pen.line(f"{rule.name}:rule", (rule.x, top), (rule.x, bottom), colour, _WIDTH)
        for top, bottom in through
    ]
    if not rule.words:
        return Drawing(tuple(strokes))
    foot = min(max(rule.x, rule.middle - rule.width / 2), rule.middle + rule.width / 2)
    begin, end = (foot, high), (rule.x, high + CHANNEL)
    is_upright = abs(foot - rule.x) < _UPRIGHT
    name = f"{rule.name}:leader"
    leader = (
        pen.line(name, (rule.x, high), end, colour, _WIDTH)
        if is_upright
        else pen.contours(name, [[begin, end]], colour, _WIDTH)
    )
    words = [markup(rule.words, bold=True)]
    at = rule.middle, high / 2
    label = pen.text(f"{rule.name}:label", at, words, size, width=rule.width, colour=colour)
    return Drawing((leader, *strokes), (label,))
