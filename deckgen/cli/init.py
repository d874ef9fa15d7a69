"""`deckgen init`: a postmortem file to fill in."""

from __future__ import annotations

from pathlib import Path

import click

from deckgen.cli.terminal import reports_faults, say

SCHEMA_FILE = "deckgen.schema.json"


@click.command("init")
@click.argument("file", type=click.Path(path_type=Path), default=Path("postmortem.yaml"))
@click.option("--force", is_flag=True, help="Overwrite FILE.")
@reports_faults
def command(file: Path, force: bool) -> None:
    """Write a commented postmortem to fill in to FILE (default: postmortem.yaml).

    Beside it goes the JSON Schema by which editors complete and check what you type.
    """
    from deckgen.assets import assets_dir
    from deckgen.diagnostics import InputError
    from deckgen.postmortem.schema import schema_text
    from deckgen.writing import write_file

    schema = file.with_name(SCHEMA_FILE)
    if file.exists() and not force:
        raise InputError.about(str(file), "is there already", "choose another name, or use --force")
    write_file((assets_dir() / "init.yaml").read_bytes(), file)
    write_file(schema_text().encode(), schema)
    say(f"{file}: fill it in, then run: deckgen build {file}")
