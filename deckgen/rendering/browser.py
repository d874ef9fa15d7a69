"""One headless browser that draws figures, by Kaleido: started late, ended for certain."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

from deckgen.diagnostics import InputError
from deckgen.figures.plotly_schema import Figure

if TYPE_CHECKING:
    from kaleido import Kaleido

PictureFormat = Literal["png", "svg", "pdf"]

SECONDS_TO_START = 60.0
"""How long the browser may take until it can draw."""

SECONDS_TO_DRAW = 60.0
"""How long one figure may take; a browser that takes longer is ended."""

FOLDER_PREFIX = "deckgen-browser-"
"""How the folder of a browser's profile is called, among the temporary files."""

_SECONDS_TO_END = 5.0
_ATTEMPTS_TO_REMOVE = 20
_NEEDS_NONE = "'deckgen build --chart native' needs no browser"

T = TypeVar("T")


class _BrowserGone(Exception):
    """The browser ended by itself."""


class FigureBrowser:
    """Draws figures with one browser, which is started with the first and ended on leaving.

        with FigureBrowser() as browser:
            png = browser.draw(figure, "png", scale=2)

    The browser is found as Kaleido does it: the one in BROWSER_PATH, else Chrome, Chromium or Edge
    where such are usually installed. It is no value, but the edge of the program: nothing else
    holds a process.
    """

    def __init__(self) -> None:
        self.started = 0  # how many browsers this one has needed
        self._runner: asyncio.Runner | None = None
        self._folder: TemporaryDirectory[str] | None = None
        self._kaleido: Kaleido | None = None

    def __enter__(self) -> Self:
        """Return this; nothing is started yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the browser and remove its profile, however the block was left."""
        self._end()

    def draw(self, figure: Figure, format: PictureFormat, scale: float = 1.0) -> bytes:
        """Return `figure` as a picture, `scale` times its canvas's pixels where it has any.

        The same figure gives the same bytes with the same browser. Raises InputError where there is
        no browser, where one ends twice in a row or does not answer in time.
        """
        try:
            return self._drawn(figure, format, scale)
        except _BrowserGone:
            self._end()
        try:
            return self._drawn(figure, format, scale)
        except _BrowserGone:
            self._end()
            raise InputError.about(
                "the browser", "ended twice while it should draw", f"update it; {_NEEDS_NONE}"
            ) from None

    def _drawn(self, figure: Figure, format: PictureFormat, scale: float) -> bytes:
        kaleido = self._kaleido or self._start()
        size = figure["layout"]["width"], figure["layout"]["height"]
        options = {"format": format, "width": size[0], "height": size[1], "scale": scale}
        drawing: Coroutine[object, object, bytes] = kaleido.calc_fig(figure, opts=options)
        return self._within(drawing, SECONDS_TO_DRAW, "draw a figure")

    def _start(self) -> Kaleido:
        from deckgen.rendering.kaleido_page import kaleido_on_page

        if self._runner is None:
            self._runner = asyncio.Runner()
            self._runner.get_loop().set_exception_handler(_pass_over)
        self._folder = self._folder or TemporaryDirectory(prefix=FOLDER_PREFIX)
        self._kaleido = self._runner.run(kaleido_on_page(Path(self._folder.name)))
        self.started += 1
        self._within(self._kaleido.open(), SECONDS_TO_START, "start")
        return self._kaleido

    def _within(self, work: Coroutine[object, object, T], seconds: float, what: str) -> T:
        """Return what `work` returns; end the browser where that takes longer than `seconds`."""
        assert self._runner is not None
        try:
            return self._runner.run(_bounded(work, seconds))
        except TimeoutError:
            self._end()
            raise InputError.about(
                "the browser", f"did not {what} within {seconds:g} seconds, and was ended",
                f"try again, or update it; {_NEEDS_NONE}",
            ) from None  # fmt: skip

    def _end(self) -> None:
        """End the browser, first by asking, then by force, and remove its profile."""
        kaleido, self._kaleido = self._kaleido, None
        runner, self._runner = self._runner, None
        # A signal may have come while the loop runs: then there is nobody to ask.
        idle = runner is not None and not runner.get_loop().is_running()
        try:
            if kaleido is not None and runner is not None and idle:
                with suppress(Exception):  # whatever goes wrong in asking, force follows
                    runner.run(_bounded(_closed(kaleido), _SECONDS_TO_END))
        finally:
            if kaleido is not None:
                _kill(kaleido)
            if runner is not None and idle:
                runner.close()
            if self._folder is not None:
                _remove(self._folder)
                self._folder = None


def _pass_over(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Say nothing of work that failed because its browser was ended: whoever waits is told."""


async def _bounded(work: Coroutine[object, object, T], seconds: float) -> T:
    """Await `work` for `seconds`; raise _BrowserGone where the browser ended meanwhile.

    Kaleido cancels what is under way when its browser ends. It also waits for the browser when it
    is cancelled, so that late work is left alone here until its browser has been ended.
    """
    from choreographer.errors import BrowserClosedError, BrowserFailedError, ChannelClosedError

    task = asyncio.ensure_future(work)
    done, _ = await asyncio.wait({task}, timeout=seconds)
    if not done:
        raise TimeoutError
    try:
        return task.result()
    except (
        BrowserClosedError, BrowserFailedError, ChannelClosedError, asyncio.CancelledError
    ) as error:  # fmt: skip
        raise _BrowserGone from error


async def _closed(kaleido: Kaleido) -> None:
    """Close the browser; one that an interrupt finds on its way must first be there."""
    while not hasattr(kaleido, "subprocess"):
        await asyncio.sleep(0.01)
    await kaleido.close()


def _kill(kaleido: Kaleido) -> None:
    """End what is left of the browser, its helpers included: they are one process group."""
    process = getattr(kaleido, "subprocess", None)
    if process is None:
        return
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait(_SECONDS_TO_END)


def _remove(folder: TemporaryDirectory[str]) -> None:
    """Remove the profile; a helper process may still write to it while it dies."""
    for _ in range(_ATTEMPTS_TO_REMOVE):
        with suppress(OSError):
            folder.cleanup()
            return
        time.sleep(0.05)
