"""The last line of a report, by which it is known whether somebody has edited it since."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256

_LINE = re.compile(r"\n\n[*_]Written by deckgen, digest ([0-9a-f]{12})\.[*_]\n\Z")


def signed(text: str, emphasised: Callable[[str], str]) -> str:
    """Return `text` with a last line that says who wrote it, `emphasised`."""
    line = emphasised(f"Written by deckgen, digest {_digest(text)}.")
    return f"{text}\n\n{line}\n"


def is_unedited(text: str) -> bool:
    """Return whether `text` is a report just as it was written."""
    text = text.replace("\r\n", "\n")
    found = _LINE.search(text)
    return found is not None and found[1] == _digest(text[: found.start()])


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
