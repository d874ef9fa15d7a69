"""Options that several commands have, each written once."""

from __future__ import annotations

import click

theme_option = click.option(
    "--theme", default="default", show_default=True, metavar="NAME|FILE.toml", help="The look."
)
