"""The command: one module per subcommand, loaded when called. Only here is printed or exited."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from types import FrameType

_INTERRUPTED = 128 + signal.SIGINT


def main() -> None:
    """Run the command line; an interrupt at any moment ends it with one word and status 130."""
    interrupts: list[int] = []

    def interrupt(number: int, _: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # no second one while the first cleans up
        interrupts.append(number)
        raise SystemExit(_INTERRUPTED)

    signal.signal(signal.SIGINT, interrupt)
    try:
        from deckgen.cli.group import group  # only now: an import, too, can be interrupted

        group()
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        if interrupts:
            with suppress(OSError):
                os.write(2, b"\nAborted!\n")
            raise SystemExit(_INTERRUPTED) from None  # whatever it has become on its way here
