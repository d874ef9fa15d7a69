"""The links of a text: which a postmortem can carry, and which has a field of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from deckgen.importing.markdown.blocks import Anchor
from deckgen.postmortem.fields import FORBIDDEN_CHARACTER

_LINK = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@)[^\s]*", re.IGNORECASE | re.ASCII)
_LONGEST = 2_000


def carried(href: str) -> bool:
    """Whether a slide can carry a link: https, http or mailto, and whole."""
    if len(href) > _LONGEST or not _LINK.fullmatch(href) or FORBIDDEN_CHARACTER.search(href):
        return False
    try:
        urlsplit(href)
    except ValueError:
        return False
    return True


def first_link(anchors: Iterable[Anchor]) -> str | None:
    """Return the first link that a slide can carry, None where there is none."""
    return next((anchor.href for anchor in anchors if carried(anchor.href)), None)


def other_links(anchors: Iterable[Anchor], taken: str | None, text: str) -> tuple[str, ...]:
    """Return the links that stand neither in a field nor in the text, each with its words."""
    return tuple(
        f"link: {anchor.words} {anchor.href}".replace("  ", " ")
        for anchor in dict.fromkeys(anchors)
        if anchor.href and anchor.href != taken and anchor.href not in text
    )
