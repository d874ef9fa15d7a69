"""What the command prints: faults on standard error, in colour where a person reads them."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable
from typing import ParamSpec, TypeVar

import click

from deckgen.diagnostics import Diagnostic, InputError

P = ParamSpec("P")
R = TypeVar("R")


def reports_faults(command: Callable[P, R]) -> Callable[P, R]:
    """Print the faults of an InputError and exit with status 1 instead of a traceback."""

    @functools.wraps(command)
    def reporting(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except InputError as error:
            print_diagnostics(error.diagnostics)
            raise SystemExit(1) from None

    return reporting


def print_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Print each diagnostic on standard error."""
    if not sys.stderr.isatty():
        for diagnostic in diagnostics:
            click.echo(str(diagnostic), err=True)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for diagnostic in diagnostics:
        head, *rest = str(diagnostic).split("\n")
        text = Text(head, style="bold")
        text.highlight_words([f"{diagnostic.severity}:"], _style(diagnostic))
        console.print(text)
        for line in rest:
            quiet = (
                "cyan"
                if line.startswith("  help:")
                else "dim"
                if "^" not in line
                else _style(diagnostic)
            )
            console.print(Text(line, style=quiet))


def say(text: str, *, err: bool = False) -> None:
    """Print one line. Raises InputError where standard output takes none, as on a full disk."""
    try:
        click.echo(text, err=err)
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        raise InputError.about("standard output", message) from error


def _style(diagnostic: Diagnostic) -> str:
    return "bold red" if diagnostic.severity == "error" else "bold yellow"
