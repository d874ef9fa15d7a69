"""A repeat from left to right: the earlier incident, what was left undone, the same again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from deckgen.fitting import Fitted, most_that_fit
from deckgen.layout import Page
from deckgen.postmortem.durations import short_duration
from deckgen.postmortem.wording import count, sentence, short_day
from deckgen.quarter.incident import Incident
from deckgen.quarter.values import Repeat
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.shapes import Geometry, Item, Line, Shape, TextBox
from deckgen.scene.text import Anchor, Paragraph, Run, TextFrame
from deckgen.typeset import frame, mixed, paragraph
from deckgen_layouts.quarter.panels import set_alike
from deckgen_layouts.quarter.repeat_words import (
    ORDER,
    action_told,
    cause,
    ground,
    over_actions,
    time_between,
    why_none,
)

_ARROW = 13.0
_LARGEST = {1: 24.0}
_HEAD_SHARE = 0.24
_MOST_ACTIONS = 4


class _Panel(NamedTuple):
    """One of the boxes of a repeat: what is in it for a size in points, and its looks."""

    name: str
    box: Box
    text: Callable[[float], TextFrame]
    fill: str
    edge: str


def flows(repeats: Sequence[Repeat], page: Page) -> tuple[list[Item], list[Fitted]]:
    """Return repeats below one another in the page's body, all texts of one kind in one size."""
    gap = points(page.theme.space.gutter)
    strips = page.boxes.body.rows([1.0] * len(repeats), gap)
    largest = _LARGEST.get(len(repeats), page.theme.size.heading)
    halves = [_halves(strip) for strip in strips]
    heads = set_alike(
        page,
        [
            (partial(_cause, repeat, page), head)
            for repeat, (head, _) in zip(repeats, halves, strict=True)
        ],
        largest,
    )
    rows = [
        _panels(repeat, below, page) for repeat, (_, below) in zip(repeats, halves, strict=True)
    ]
    texts = set_alike(page, [(panel.text, panel.box) for row in rows for panel in row], largest)
    left = iter(texts)
    items: list[Item] = []
    for repeat, (head, _), said, row in zip(repeats, halves, heads, rows, strict=True):
        items.append(TextBox(f"repeat:{repeat.incident.id}:cause", head, said.frame))
        items += [_drawn(panel, next(left).frame, page) for panel in row]
        items += _arrows(repeat, row, page)
    return items, [*heads, *texts]


def _halves(strip: Box) -> tuple[Box, Box]:
    """Return the strip for the cause, and that for what happened."""
    head = int(strip.height * _HEAD_SHARE)
    return strip.row(0, head), strip.row(head, strip.height - head)


def _cause(repeat: Repeat, page: Page, size: float) -> TextFrame:
    colour = page.theme.colour
    runs = [
        Run(sentence(cause(repeat)), size, colour.accent, bold=True),
        Run(f"  {sentence(ground(repeat))}", max(page.theme.size.body_min, size - 4), colour.muted),
    ]
    return frame(mixed(runs), anchor=Anchor.BOTTOM, padding=4, side=0)


def _panels(repeat: Repeat, box: Box, page: Page) -> list[_Panel]:
    colour = page.theme.colour
    first, middle, again = box.columns([1.0, 1.3, 1.0], points(_ARROW * 2))
    name = f"repeat:{repeat.incident.id}"
    states = [one.then for one in repeat.actions]
    loud = "open" in states
    fill = colour.bad_tint if loud else colour.caution_tint if states else colour.surface
    edge = colour.bad if loud else colour.caution if states else colour.rule
    undone = _most_undone(repeat, edge if states else colour.ink, middle, page)
    return [
        _Panel(f"{name}:before", first, partial(_earlier, repeat, page), colour.paper, colour.rule),
        _Panel(f"{name}:undone", middle, undone, fill, edge),
        _Panel(f"{name}:again", again, partial(_later, repeat, page), colour.paper, colour.rule),
    ]


def _most_undone(repeat: Repeat, ink: str, box: Box, page: Page) -> Callable[[float], TextFrame]:
    """Return the text of as many earlier actions as `box` holds without the smallest size."""
    size, height = page.theme.size.body_min + 2, page.measurer.height
    made = partial(_undone, repeat, ink, page)

    def fits(amount: int) -> bool:
        return height(made(amount, size), box.width) <= box.height

    return partial(made, most_that_fit(fits, 1, min(len(repeat.actions), _MOST_ACTIONS)))


def _earlier(repeat: Repeat, page: Page, size: float) -> TextFrame:
    others = f"and {count(repeat.times - 1, 'earlier incident')}" if repeat.times > 1 else ""
    when = Run(short_day(repeat.earlier.day), _small(page, size), page.theme.colour.ink)
    return _incident(repeat.earlier, [when], others, page, size)


def _later(repeat: Repeat, page: Page, size: float) -> TextFrame:
    incident, colour, small = repeat.incident, page.theme.colour, _small(page, size)
    lasted = f"impact lasted {short_duration(incident.lasted)}" if incident.lasted else ""
    when = [
        Run(f"{short_day(incident.day)}, ", small, colour.ink),
        Run(time_between(repeat), small, colour.accent, bold=True),
    ]
    return _incident(incident, when, lasted, page, size)


def _small(page: Page, size: float) -> float:
    """Return the size of what goes with a text of `size` points."""
    return max(page.theme.size.body_min, size - 4)


def _incident(
    incident: Incident, when: Sequence[Run], more: str, page: Page, size: float
) -> TextFrame:
    colour, small, level = page.theme.colour, _small(page, size), incident.severity
    badge = [Run(f"{level}  ", small, colour.severity[level], bold=True)] if level else []
    where = ", ".join(filter(None, [incident.id, more]))
    return _padded(
        [
            mixed([*badge, *when]),
            paragraph(incident.title, size, colour.ink, bold=True, space_before=3),
            paragraph(where, small, colour.muted, space_before=3),
        ]
    )


def _undone(repeat: Repeat, ink: str, page: Page, amount: int, size: float) -> TextFrame:
    """Return the first `amount` earlier actions that were not done, the worst first."""
    colour, small = page.theme.colour, _small(page, size)
    words = [paragraph(over_actions(repeat), small, ink, bold=True)]
    ordered = sorted(repeat.actions, key=lambda one: ORDER.index(one.then))
    for one in ordered[:amount]:
        words.append(paragraph(one.action.text, size, colour.ink, bold=True, space_before=4))
        words.append(paragraph(action_told(one, page.as_of), small, colour.ink))
    if not ordered:
        words.append(paragraph(why_none(repeat), size, colour.ink, space_before=4))
    elif len(ordered) > amount:
        more = f"and {len(ordered) - amount} more, in the notes"
        words.append(paragraph(more, small, colour.ink, space_before=4))
    return _padded(words)


def _padded(words: Sequence[Paragraph]) -> TextFrame:
    return frame(*words, anchor=Anchor.MIDDLE, padding=5, side=12)


def _drawn(panel: _Panel, text: TextFrame, page: Page) -> Shape:
    line = Line(panel.edge, points(page.theme.space.rule))
    return Shape(
        panel.name,
        panel.box,
        Geometry.ROUNDED,
        fill=panel.fill,
        line=line,
        frame=text,
        alt="",
        rounding=0.04,
    )


def _arrows(repeat: Repeat, row: Sequence[_Panel], page: Page) -> Iterator[Item]:
    """Yield a chevron in each gap between two panels."""
    size = points(_ARROW)
    for n, panel in enumerate(row[:-1], 1):
        x = Emu(panel.box.right + size // 2)
        y = Emu(panel.box.y + (panel.box.height - size) // 2)
        mark = Box(x, y, size, size)
        name = f"repeat:{repeat.incident.id}:arrow {n}"
        yield Shape(name, mark, Geometry.CHEVRON, fill=page.theme.colour.muted)
