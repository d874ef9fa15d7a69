"""Kaleido on a page of our own: quiet, without a network, and drawing the same every time."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.diagnostics import InputError

if TYPE_CHECKING:
    from kaleido import Kaleido

_TITLE = "<title>deckgen</title>"
_KALEIDOS_TITLE = "<title>Kaleido-fier</title>"
_NOWHERE = "127.0.0.1:9"  # figures need no network: what the browser asks for reaches no one

# A socket's name has 108 bytes at most, and "/org.chromium.Chromium.xxxxxx/SingletonSocket" is 46.
_LONGEST_FOLDER = 60

# Plotly names what it draws by random numbers; the page is loaded anew for every figure.
_SEEDED_RANDOM = """
let state = 1;
Math.random = () => (state = (state * 16807) % 2147483647) / 2147483647;
"""
"""The minimal standard generator of Park and Miller (1988)."""


async def kaleido_on_page(folder: Path) -> Kaleido:
    """Return Kaleido, not opened yet, whose page and browser profile lie in `folder`.

    The browser is the one in BROWSER_PATH, else one where Kaleido looks for it. Raises InputError
    where there is none.
    """
    from choreographer.browsers import Chromium
    from choreographer.errors import ChromeNotFoundError
    from kaleido import Kaleido, PageGenerator

    class WithOwnTemporaries(Chromium):
        """A browser whose temporary files, its socket among them, lie in `folder`."""

        def get_env(self) -> dict[str, str]:
            """Return the environment of the browser."""
            return {**super().get_env(), **_temporaries(folder)}

    for library in ("kaleido", "choreographer", "browser_proc"):
        logging.getLogger(library).setLevel(logging.CRITICAL)
    page, script = folder / "page.html", folder / "random.js"
    script.write_text(_SEEDED_RANDOM, "utf-8")
    generator = PageGenerator(mathjax=False, others=[script.as_uri()])
    page.write_text(generator.generate_index().replace(_KALEIDOS_TITLE, _TITLE), "utf-8")
    try:
        return Kaleido(
            page_generator=page, timeout=None, tmp_dir=str(folder), proxy_server=_NOWHERE,
            browser_cls=WithOwnTemporaries,
        )  # fmt: skip
    except ChromeNotFoundError:
        raise _no_browser() from None


def _temporaries(folder: Path) -> dict[str, str]:
    """Return the variables that tell a browser to keep its temporary files in `folder`.

    A browser that is killed leaves them there. None where its socket would get too long a name.
    """
    is_short = len(os.fsencode(folder)) <= _LONGEST_FOLDER
    return {"TMPDIR": str(folder)} if is_short else {}


def _no_browser() -> InputError:
    stated = os.environ.get("BROWSER_PATH")
    message = "pictures of charts need Chrome or Chromium, and none was found"
    if stated:
        message = f"BROWSER_PATH names no browser: {stated}"
    return InputError.about(
        "the browser", message,
        "run 'plotly_get_chrome', or install the package 'chromium' or 'google-chrome' of your "
        "system; 'deckgen build --chart native' needs no browser",
    )  # fmt: skip
