"""What runs in a process of a crew: everything imported and opened once, then work after work."""

from __future__ import annotations

import gc
import os
import pickle
import shutil
import signal
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from multiprocessing.util import Finalize
from pathlib import Path
from tempfile import NamedTemporaryFile
from types import FrameType

from deckgen.batch.work import Failed, Outcome, Work, outcome
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.pptx import open_template
from deckgen.processes import follow_parent
from deckgen.registry import load_layouts
from deckgen.rendering import FigureBrowser
from deckgen.scene.fonts import load_font
from deckgen.theme_files import load_theme

_ATTEMPTS_TO_REMOVE = 3

_WORKS_BETWEEN_COLLECTIONS = 50
"""After how many decks garbage is looked for: seldom costs less, and so many hold no memory."""


def begin(folder: str) -> None:
    """Get this process ready to make decks, which are handed over in `folder`.

    With a parent that is gone, the folder goes as well.
    """
    signal.signal(signal.SIGTERM, _end)
    follow_parent(partial(_remove, folder))
    with suppress(InputError):  # a package with a broken layout: whoever makes decks tells it
        load_layouts()
    open_template()
    load_font(load_theme().font.family)
    gc.freeze()
    gc.disable()


def _remove(folder: str) -> None:
    for _ in range(_ATTEMPTS_TO_REMOVE):  # what is under way may still add a file
        shutil.rmtree(folder, ignore_errors=True)


def _end(number: int, _: FrameType | None) -> None:
    """End by the signal `number`, the browser first."""
    signal.signal(number, signal.SIG_DFL)
    if _browser.cache_info().currsize:
        _close(_browser())
    os.kill(os.getpid(), number)


def handed_over(do: Callable[[Work], Outcome], work: Work, folder: str) -> str:
    """Do `work`, and return the file in `folder` that holds what came of it, pickled.

    A process that is killed while it writes into a pipe leaves half of what it had to say, and
    whoever reads it waits for the rest for ever. The name of a file is written at once or not.
    """
    with NamedTemporaryFile(dir=folder, delete=False) as file:
        pickle.dump(do(work), file)
    return file.name


def done(work: Work) -> Outcome:
    """Return what comes of `work`; pictures are drawn by one browser for all works.

    A fault of the program costs this deck, and no other one.
    """
    _count_works()
    try:
        return outcome(work, _browser() if work.options.chart == "picture" else None)
    except Exception as error:
        return Failed((_our_fault(work, error),))


def _our_fault(work: Work, error: Exception) -> Diagnostic:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(frame.filename).name}, line {frame.lineno}"
    message = f"deckgen failed to make its deck: {type(error).__name__}: {error} ({place})"
    hint = "this is a fault of deckgen: please report it, with as much of the file as you can show"
    return Diagnostic(work.path, 0, 0, message, hint)


_works = 0


def _count_works() -> None:
    global _works
    _works += 1
    if _works % _WORKS_BETWEEN_COLLECTIONS == 0:
        gc.collect()


@cache
def _browser() -> FigureBrowser:
    browser = FigureBrowser()
    Finalize(None, _close, args=(browser,), exitpriority=10)
    return browser


def _close(browser: FigureBrowser) -> None:
    with suppress(OSError):  # ended already, as with a signal to all processes of a terminal
        browser.__exit__(None, None, None)
