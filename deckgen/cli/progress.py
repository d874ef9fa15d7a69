"""How far a command has come: a bar where a person watches, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from deckgen.cli.terminal import painted, print_diagnostics, say
from deckgen.diagnostics import Diagnostic

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID


class Progress(Protocol):
    """Tells of steps, of which it knows how many there are."""

    def step(self, line: str = "") -> None:
        """Tell of a step that is done; `line` says which, where there is something to say."""

    def note(self, line: str) -> None:
        """Print a line that is no step."""

    def print(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print diagnostics on standard error."""


class Lines:
    """A line for each step on standard output; notes and diagnostics on standard error."""

    def step(self, line: str = "") -> None:
        """Print the step, if there is something to say."""
        if line:
            say(line)

    def note(self, line: str) -> None:
        """Print the note."""
        say(line, err=True)

    def print(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print the diagnostics."""
        print_diagnostics(diagnostics)


class Bar:
    """A bar at the foot of the terminal; what is printed runs above it.

    Where standard output is not that terminal but a file, it has a line for each step.
    """

    def __init__(self, shown: RichProgress, task: TaskID) -> None:
        self._shown, self._task = shown, task

    def step(self, line: str = "") -> None:
        """Move the bar on."""
        self._shown.advance(self._task)
        if line and sys.stdout is not None and not sys.stdout.isatty():
            say(line)

    def note(self, line: str) -> None:
        """Print the note above the bar."""
        self._shown.console.print(line, markup=False, highlight=False, soft_wrap=True)

    def print(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Print the diagnostics above the bar."""
        for diagnostic in diagnostics:
            self._shown.console.print(painted(diagnostic), soft_wrap=True)


@contextmanager
def progress(steps: int, what: str) -> Iterator[Progress]:
    """Give what tells of so many steps: a bar on a terminal, where there is more than one step."""
    if steps < 2 or not sys.stderr.isatty():
        yield Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as RichProgress

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with RichProgress(*columns, console=Console(stderr=True), transient=True) as shown:
        yield Bar(shown, shown.add_task(what, total=steps))
