"""The command line: its subcommands, each imported only when it is called."""

from __future__ import annotations

from importlib import import_module

import click

from deckgen.version import __version__

COMMANDS = {
    "build": "Turn a postmortem file into a PowerPoint deck.",
    "batch": "Turn many postmortem files into decks, those that have changed.",
    "quarter": "Make the review deck over all postmortems of a quarter.",
    "check": "Tell what a reviewer would object to, each with its place.",
    "chart": "Draw the timeline or the impact as PNG, SVG, PDF or HTML.",
    "report": "Write the Markdown report to send ahead.",
    "actions": "Write the actions as cards for a tracker or a calendar.",
    "import": "Turn an incident tool's export or a document into a postmortem file.",
    "init": "Write a commented postmortem file to fill in.",
    "schema": "Print the JSON Schema of the postmortem file.",
    "layouts": "List the slide types that a deck is made of.",
}

_MODULES = {"import": "importing"}
"""The modules of commands of which the name is a word of Python's own."""


class LazyGroup(click.Group):
    """Commands that are imported only when they are called or explained."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of that name, None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = _MODULES.get(cmd_name, cmd_name)
        command: click.Command = import_module(f"deckgen.cli.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that `args` name; a misspelt one is answered with its neighbour."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from deckgen.diagnostics import did_you_mean

            near = did_you_mean(args[0], COMMANDS)
            ctx.fail(f"there is no command {args[0]!r}. {near}".strip())
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    "deckgen",
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="deckgen")
def group() -> None:
    """Incident postmortems as PowerPoint decks.

    Exit status: 0 done; 1 the input has faults, every one printed; 2 the command line is wrong;
    130 interrupted.
    """
