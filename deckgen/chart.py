"""From a document to the bytes of one of its figures: a picture, or a page to explore."""

from __future__ import annotations

from typing import Literal, NamedTuple

from deckgen.diagnostics import InputError
from deckgen.figures.impact import LEAST_SIZE as LEAST_IMPACT
from deckgen.figures.impact import impact_alt, impact_figure
from deckgen.figures.plotly_schema import Figure
from deckgen.figures.timeline import LEAST_SIZE as LEAST_TIMELINE
from deckgen.figures.timeline import explorable_timeline, timeline_alt, timeline_figure
from deckgen.readers import Document
from deckgen.scene.fonts import load_font
from deckgen.scene.measure import Measurer
from deckgen.theme_files import DEFAULT, load_theme

FigureName = Literal["timeline", "impact"]
ChartFormat = Literal["png", "svg", "pdf", "html"]

DEFAULT_SIZE = (1184.0, 518.0)
"""The width and height in pixels of a figure on a slide of the packaged template."""

LARGEST_SIZE = (4_000.0, 4_000.0)
"""The largest width and height in pixels."""

_PIXELS_PER_PIXEL = 2.0  # a PNG is sharp where two of its pixels go onto one of the canvas


class ChartOptions(NamedTuple):
    """Which figure, as what, on a canvas of `size` (width, height) in pixels, in which look."""

    which: FigureName
    format: ChartFormat
    size: tuple[float, float] = DEFAULT_SIZE
    theme: str = DEFAULT


class _Drawn(NamedTuple):
    figure: Figure
    name: str
    alt: str


def chart(document: Document, options: ChartOptions) -> bytes:
    """Return the figure of `document` as the bytes of a file.

    Raises InputError where the document has nothing to draw, where the canvas is too small or too
    large, for an unknown theme, and, for pictures, where no browser draws them.
    """
    _check_size(options)
    drawn = _drawn(document, options)
    if options.format == "html":
        from deckgen.rendering.page import page

        title = f"{document.postmortem.title}: {drawn.name.lower()}"
        return page(drawn.figure, title, drawn.alt)
    return _picture(drawn.figure, options.format)


def _drawn(document: Document, options: ChartOptions) -> _Drawn:
    postmortem = document.postmortem
    theme = load_theme(options.theme)
    measurer = Measurer(load_font(theme.font.family))
    if options.which == "timeline":
        draw = explorable_timeline if options.format == "html" else timeline_figure
        figure = draw(postmortem, theme, measurer, options.size)
        return _Drawn(figure, "Timeline", timeline_alt(postmortem))
    series = postmortem.impact.series
    if not series:
        hint = "add impact.series: points of time and value, or a CSV file"
        raise InputError([document.diagnostic((), "no measurements to draw", hint)])
    found = impact_figure(postmortem, theme, measurer, options.size)
    return _Drawn(found.figure, "Impact", impact_alt(postmortem, series))


def _picture(figure: Figure, format: Literal["png", "svg", "pdf"]) -> bytes:
    from deckgen.rendering import FigureBrowser
    from deckgen.rendering.pdf import undated
    from deckgen.rendering.png import compact

    with FigureBrowser() as browser:
        content = browser.draw(figure, format, _PIXELS_PER_PIXEL if format == "png" else 1.0)
    if format == "png":
        return compact(content)
    return undated(content) if format == "pdf" else content


def _check_size(options: ChartOptions) -> None:
    least = LEAST_TIMELINE if options.which == "timeline" else LEAST_IMPACT
    (width, height), (most_wide, most_high) = options.size, LARGEST_SIZE
    if least[0] <= width <= most_wide and least[1] <= height <= most_high:
        return
    raise InputError.about(
        f"a size of {width:g}x{height:g} pixels", f"is not one for the {options.which}",
        f"choose one from {least[0]:g}x{least[1]:g} to {most_wide:g}x{most_high:g}",
    )  # fmt: skip
