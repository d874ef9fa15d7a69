"""Options that several commands have, each written once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from deckgen.profiles import PROFILES, REVIEW

Command = TypeVar("Command", bound=Callable[..., None])

theme_option = click.option(
    "--theme", default="default", show_default=True, metavar="NAME|FILE.toml", help="The look."
)

as_of_option = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day from which overdue is counted.  [default: SOURCE_DATE_EPOCH, else today]",
)

audience_option = click.option(
    "--audience",
    type=click.Choice(["internal", "public"]),
    default="internal",
    show_default=True,
    help="Who is to read it; the public is shown no names, addresses, secrets or pictures.",
)

policy_option = click.option(
    "--policy",
    "policy_file",
    type=click.Path(path_type=Path),
    metavar="FILE.toml",
    help="What your company asks.  [default: deckgen.toml or pyproject.toml nearest to a SOURCE]",
)

profile_option = click.option(
    "--profile",
    type=click.Choice(list(PROFILES)),
    default=REVIEW.name,
    show_default=True,
    help="Which slides: for the review, for an executive, or all on one page.",
)

_template_option = click.option(
    "--template",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your own .pptx or .potx, for its master, layouts and footers.",
)

_chart_option = click.option(
    "--chart",
    type=click.Choice(["native", "picture"]),
    default="native",
    show_default=True,
    help="Figures as shapes and charts to edit, or as pictures, which need Chrome or Chromium.",
)

_only_option = click.option(
    "--only", multiple=True, metavar="LAYOUT", help="Only this layout; may be repeated."
)

_skip_option = click.option(
    "--skip", multiple=True, metavar="LAYOUT", help="Not this layout; may be repeated."
)

strict_option = click.option(
    "--strict", is_flag=True, help="Write no deck where 'deckgen check' would report an error."
)


def look_options(command: Command) -> Command:
    """Add what every deck may be asked for: how it looks, and which layouts it shows."""
    for option in (_skip_option, _only_option, _chart_option, _template_option, theme_option):
        command = option(command)
    return command
