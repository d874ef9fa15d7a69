"""`deckgen chart`: one figure of a postmortem as a picture or a page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.options import theme_option
from deckgen.cli.terminal import print_diagnostics, reports_faults, say

if TYPE_CHECKING:
    from deckgen.chart import ChartFormat, FigureName

_FORMATS: dict[str, ChartFormat] = {
    ".png": "png",
    ".svg": "svg",
    ".pdf": "pdf",
    ".html": "html",
}


class Size(click.ParamType[tuple[float, float]]):
    """A width and a height in pixels, as `1600x700`."""

    name = "WIDTHxHEIGHT"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[float, float]:
        """Return the two numbers of `value`."""
        match = re.fullmatch(r"(\d{1,5})x(\d{1,5})", str(value))
        if not match:
            self.fail(f"{value!r} is no size: write it like 1600x700", param, ctx)
        return float(match[1]), float(match[2])


@click.command("chart")
@click.argument("source", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write: .png, .svg, .pdf or .html.  [default: SOURCE-timeline.png]",
)
@click.option(
    "--which",
    type=click.Choice(["timeline", "impact"]),
    default="timeline",
    show_default=True,
    help="The events on a time axis, or the measurements of the impact.",
)
@click.option("--size", type=Size(), help="Canvas in pixels.  [default: 1184x518, as on a slide]")
@theme_option
@reports_faults
def command(
    source: Path,
    output: Path | None,
    which: FigureName,
    size: tuple[float, float] | None,
    theme: str,
) -> None:
    """Draw one figure of the postmortem file SOURCE.

    PNG, SVG and PDF are drawn by Chrome or Chromium, in one go. HTML needs neither: it is one file
    that works without a network, with every event's text, zoom along time, and links.
    """
    from deckgen import read
    from deckgen.chart import DEFAULT_SIZE, ChartOptions, chart
    from deckgen.writing import check_place, write_file

    target = output or source.with_name(f"{source.stem}-{which}.png")
    format = _format(target)
    check_place(target, source)
    document = read(source)
    content = chart(document, ChartOptions(which, format, size or DEFAULT_SIZE, theme))
    write_file(content, target, source)
    print_diagnostics(document.notices)
    say(f"{target}: the {which}, {len(content) / 1000:,.0f} kB")


def _format(target: Path) -> ChartFormat:
    """Return what the ending of the target's name asks for."""
    from deckgen.diagnostics import InputError, one_of

    format = _FORMATS.get(target.suffix.casefold())
    if format is None:
        hint = f"let it end in {one_of(list(_FORMATS))}"
        raise InputError.about(str(target), "is not a name for a chart", hint)
    return format
