"""`deckgen schema`: the JSON Schema of the postmortem file."""

from __future__ import annotations

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the postmortem file, for editors that check YAML while you type."""
    from deckgen.postmortem.schema import schema_text

    click.echo(schema_text(), nl=False)
