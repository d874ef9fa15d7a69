"""`deckgen layouts`: the slide types there are."""

from __future__ import annotations

import inspect
import sys
from typing import TYPE_CHECKING

import click

from deckgen.cli.terminal import reports_faults

if TYPE_CHECKING:
    from deckgen.layout import Layout


@click.command("layouts")
@reports_faults
def command() -> None:
    """List the slide types: their name, the deck's section, the profiles that show them."""
    from deckgen.registry import load_layouts

    rows = [_row(layout) for layout in load_layouts().values()]
    if sys.stdout.isatty():
        _print_table(rows)
        return
    widths = [max(len(row[n]) for row in rows) for n in range(3)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)]
        click.echo("  ".join([*cells, row[3]]))


def _row(layout: type[Layout]) -> tuple[str, str, str, str]:
    from deckgen.profiles import PROFILES

    shown_in = [
        profile.name
        for profile in PROFILES.values()
        if (
            layout.name in profile.layouts
            if profile.layouts
            else layout.name not in profile.leaves_out
        )
    ]
    manual = inspect.getdoc(layout) or ""
    return layout.name, layout.section, ", ".join(shown_in), manual.split("\n")[0]


def _print_table(rows: list[tuple[str, str, str, str]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table("Layout", "Section", "Profiles", "Shows", box=None, header_style="bold")
    for row in rows:
        table.add_row(*row)
    Console().print(table)
