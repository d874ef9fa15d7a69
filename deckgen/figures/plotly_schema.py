"""The part of Plotly's figure schema that the figures use, as types.

Canvas coordinates: x grows to the right and y downwards, both in pixels, which hidden linear axes
of the canvas's size give. Names are free text that painters carry over to the native shapes.
https://plotly.com/python/reference/
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict, final

DIAMOND_REACH = 1.3
"""How much wider than its size says Plotly draws a diamond."""

HorizontalAnchor = Literal["left", "center", "right"]
VerticalAnchor = Literal["top", "middle", "bottom"]
Symbol = Literal["circle", "square", "diamond", "triangle-up", "pentagon", "hexagon2"]


class Font(TypedDict):
    """A look of text; `size` is pixels."""

    family: str
    size: float
    color: str


class Stroke(TypedDict):
    """An outline; `width` is pixels, 0 for none."""

    color: str
    width: float


class BoxShape(TypedDict):
    """A rectangle, or the ellipse inside it."""

    type: Literal["rect", "circle"]
    name: str
    layer: Literal["below"]
    xref: Literal["x"]
    yref: Literal["y"]
    x0: float
    y0: float
    x1: float
    y1: float
    line: Stroke
    fillcolor: NotRequired[str]


class LineShape(TypedDict):
    """A straight line."""

    type: Literal["line"]
    name: str
    layer: Literal["below"]
    xref: Literal["x"]
    yref: Literal["y"]
    x0: float
    y0: float
    x1: float
    y1: float
    line: Stroke


class PathShape(TypedDict):
    """Contours of straight segments: `M x,y L x,y ... Z`."""

    type: Literal["path"]
    name: str
    layer: Literal["below"]
    xref: Literal["x"]
    yref: Literal["y"]
    path: str
    line: Stroke
    fillcolor: NotRequired[str]


Shape = BoxShape | LineShape | PathShape


class Annotation(TypedDict):
    """A text in a box of fixed size.

    `text` has its lines broken by `<br>` where they were measured to break; `hovertext` has the
    same words with a `<br>` only between paragraphs. Both are Plotly's pseudo-HTML.
    """

    name: str
    text: str
    hovertext: str
    x: float
    y: float
    xref: Literal["x"]
    yref: Literal["y"]
    showarrow: Literal[False]
    xanchor: HorizontalAnchor
    yanchor: VerticalAnchor
    align: HorizontalAnchor
    valign: VerticalAnchor
    width: float
    height: float
    borderpad: Literal[0]
    borderwidth: Literal[0]
    font: Font


class Marker(TypedDict):
    """The look of a trace's markers; `size` is pixels."""

    symbol: Symbol
    size: float
    color: str
    opacity: Literal[1]
    line: Stroke


@final
class Scatter(TypedDict):
    """Markers of one look, each a shape of its own.

    `ids` are the names of the single ones, `customdata` where each is recorded: a link, or nothing.
    """

    type: Literal["scatter"]
    mode: Literal["markers"]
    name: str
    ids: list[str]
    x: list[float]
    y: list[float]
    text: list[str]
    customdata: list[str]
    hovertemplate: str
    cliponaxis: Literal[False]
    marker: Marker


class LineStroke(TypedDict):
    """The look of a trace's line; `width` is pixels."""

    color: str
    width: float
    dash: Literal["solid", "dash"]


class LineMarker(TypedDict):
    """The dots on a line of few points; `size` is pixels."""

    size: float
    color: str


class Lines(TypedDict):
    """A line through readings, which stand in `customdata` as they are.

    A reading is local time in ISO 8601 and value. `meta` is the number of the panel that the line
    is drawn in.
    """

    type: Literal["scatter"]
    mode: Literal["lines", "lines+markers"]
    name: str
    x: list[float]
    y: list[float]
    text: list[str]
    customdata: list[tuple[str, float]]
    hovertemplate: str
    cliponaxis: Literal[False]
    meta: int
    line: LineStroke
    marker: NotRequired[LineMarker]


class DotMarker(TypedDict):
    """The look of the dots of a chart; `size` is pixels."""

    symbol: Literal["circle", "diamond"]
    size: float
    color: str
    opacity: Literal[1]
    line: Stroke


@final
class Dots(TypedDict):
    """Points of one look, which stand in `customdata` with their names, values and heights.

    `meta` is the number of the panel that they are drawn in, in whose units values and heights are.
    """

    type: Literal["scatter"]
    mode: Literal["markers"]
    name: str
    x: list[float]
    y: list[float]
    text: list[str]
    customdata: list[tuple[str, float, float]]
    hovertemplate: str
    cliponaxis: Literal[False]
    meta: int
    marker: DotMarker


class BarMarker(TypedDict):
    """The look of bars; their outline parts those of a stack."""

    color: str
    line: Stroke


@final
class Bars(TypedDict):
    """Bars of one look: upright ones by the x of their middle, level ones by its y.

    A bar reaches from `base` as far as its y, or x, says; `width` is how thick all of them are.
    `customdata` has the value of each as it is. `meta` is the number of the panel that they are
    drawn in, which has a category for each.
    """

    type: Literal["bar"]
    orientation: Literal["v", "h"]
    name: str
    x: list[float]
    y: list[float]
    base: list[float]
    width: float
    hovertext: list[str]
    customdata: list[float]
    hovertemplate: str
    cliponaxis: Literal[False]
    meta: int
    marker: BarMarker


Trace = Scatter | Lines | Dots | Bars


class LinePanel(TypedDict):
    """A rectangle of the canvas, in pixels, in which lines are drawn to scale.

    Its left edge is the local time `begins`, its right edge `ends`, its lower edge the value
    `lowest`, its upper edge `highest`. `zone` names what local time is.
    """

    kind: Literal["lines"]
    title: str
    left: float
    top: float
    right: float
    bottom: float
    begins: str
    ends: str
    lowest: float
    highest: float
    zone: str


class BarPanel(TypedDict):
    """A rectangle of the canvas, in pixels, that bars share out evenly by their categories.

    Bars begin at nought, the edge opposite is the value `highest`; the first category is at the
    left, or at the top. Those of one category are stacked or stand side by side; `gap` is the
    distance to the next category in hundredths of a bar's width. `heading` says what the
    categories are, such as `Week`.
    """

    kind: Literal["bars"]
    title: str
    left: float
    top: float
    right: float
    bottom: float
    orientation: Literal["v", "h"]
    stacked: bool
    categories: list[str]
    heading: str
    highest: float
    gap: int


class DotPanel(TypedDict):
    """A rectangle of the canvas, in pixels, in which dots are drawn to scale.

    Its left edge is the value `lowest`, its right edge `highest`, in between it is logarithmic
    where `scale` is. Heights are 0 at its lower edge and `rows` at its upper one. `heading` says
    what the values are, such as `Minutes`.
    """

    kind: Literal["dots"]
    title: str
    left: float
    top: float
    right: float
    bottom: float
    lowest: float
    highest: float
    scale: Literal["linear", "log"]
    rows: int
    heading: str


Panel = LinePanel | BarPanel | DotPanel


class Meta(TypedDict):
    """What painters that draw to scale need to know of a figure; Plotly carries it along."""

    panels: list[Panel]


class Axis(TypedDict):
    """A hidden linear axis; `range` is the canvas's extent in pixels."""

    range: list[float]
    visible: Literal[False]
    fixedrange: Literal[True]


class Margin(TypedDict):
    """The room around the plot: none."""

    l: Literal[0]  # noqa: E741 - the schema's own name
    r: Literal[0]
    t: Literal[0]
    b: Literal[0]
    pad: Literal[0]
    autoexpand: Literal[False]


class Layout(TypedDict):
    """Canvas, shapes and texts. Shapes lie below the traces, annotations above them."""

    width: float
    height: float
    margin: Margin
    paper_bgcolor: str
    plot_bgcolor: str
    showlegend: Literal[False]
    barmode: NotRequired[Literal["overlay"]]
    font: Font
    xaxis: Axis
    yaxis: Axis
    shapes: list[Shape]
    annotations: list[Annotation]
    meta: NotRequired[Meta]


class Figure(TypedDict):
    """A whole figure."""

    data: list[Trace]
    layout: Layout
