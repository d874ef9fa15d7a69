"""What the command prints: faults on standard error, in colour where a person reads them."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from deckgen.diagnostics import Diagnostic, InputError, Severity

if TYPE_CHECKING:
    from rich.text import Text

P = ParamSpec("P")
R = TypeVar("R")

_STYLES: Mapping[Severity, str] = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold blue",
}


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

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for diagnostic in diagnostics:
        console.print(painted(diagnostic))


def painted(diagnostic: Diagnostic) -> Text:
    """Return a diagnostic in colours, for a terminal."""
    from rich.text import Text

    head, *rest = str(diagnostic).split("\n")
    text = Text(head, style="bold")
    text.highlight_words([f"{diagnostic.severity}:"], _STYLES[diagnostic.severity])
    for line in rest:
        quiet = (
            "cyan"
            if line.startswith("  help:")
            else "dim"
            if "^" not in line
            else _STYLES[diagnostic.severity]
        )
        text.append(f"\n{line}", style=quiet)
    return text


def say(text: str, *, err: bool = False) -> None:
    """Print one line. Raises InputError where standard output takes none, as on a full disk."""
    with _told_where_full():
        click.echo(text, err=err)


def put(text: str, encoding: str = "utf-8") -> None:
    """Write `text` to standard output; raise InputError where that is closed or full.

    What the encoding cannot write is written as an escape.
    """
    put_bytes(text.encode(encoding, "backslashreplace"))


def put_bytes(content: bytes) -> None:
    """Write `content` to standard output; raise InputError where that is closed or full."""
    if sys.stdout is None:
        raise InputError.about("standard output", "is closed", "name a file with -o")
    with _told_where_full():
        click.echo(content, nl=False)


@contextmanager
def _told_where_full() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        message = f"cannot be written: {error.strerror}"
        raise InputError.about("standard output", message) from error
