"""`deckgen layouts`: the slide types there are."""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING, Any

import click

from deckgen.cli.terminal import reports_faults

if TYPE_CHECKING:
    from deckgen.layout import Layout, LayoutOf


@click.command("layouts")
@reports_faults
def command() -> None:
    """List the slide types: their name, the deck's section, the profiles that show them.

    Those of a quarter's review come last.
    """
    from deckgen.registry import load_layouts
    from deckgen_layouts.quarter import QUARTER_LAYOUTS

    rows = [_row(layout, _profiles(layout)) for layout in load_layouts().values()]
    rows += [_row(layout, "quarter") for layout in QUARTER_LAYOUTS.values()]
    if sys.stdout.isatty():
        _print_table(rows)
        return
    widths = [max(len(row[n]) for row in rows) for n in range(3)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)]
        click.echo("  ".join([*cells, row[3]]))


def _row(layout: type[LayoutOf[Any]], shown_in: str) -> tuple[str, str, str, str]:
    manual = inspect.getdoc(layout) or ""
    return layout.name, layout.section, shown_in, manual.split("\n")[0]


def _profiles(layout: type[Layout]) -> str:
    from deckgen.profiles import PROFILES

    return ", ".join(
        profile.name
        for profile in PROFILES.values()
        if (
            layout.name in profile.layouts
            if profile.layouts
            else layout.name not in profile.leaves_out
        )
    )


def _print_table(rows: list[tuple[str, str, str, str]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("Layout", "Section", "Profiles", "Shows", box=None, header_style="bold")
    for row in rows:
        table.add_row(*row)
    Console().print(table)
