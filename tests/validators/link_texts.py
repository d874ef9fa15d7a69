"""Link texts: what a screen reader lists of a slide's links, without the sentence around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from tests.validators.text_style import Run

VAGUE = frozenset(
    (
        *("here", "click", "click here", "go", "link", "this", "this link", "this page"),
        *("more", "read more", "learn more", "see more", "info", "more info", "page"),
        *("details", "more details", "source", "website"),
    )
)
ADDRESS = re.compile(r"(https?:|mailto:|www\.)\S*", re.IGNORECASE)


def link_faults(runs: Sequence[Run], targets: Mapping[str, str]) -> Iterator[str]:
    """Links whose text is vague, or an address instead of words.

    `targets` maps relationship ids to addresses. Runs that follow each other are one link.
    """
    for link, linked in groupby(runs, key=lambda run: run.link):
        text = "".join(run.text for run in linked)
        words = _without_ornaments(text)
        is_address = bool(link) and words == _without_ornaments(targets.get(link or "", ""))
        if link and (is_address or ADDRESS.fullmatch(words) or words.casefold() in VAGUE):
            yield f"the link text {text!r} does not say where it leads"


def _without_ornaments(text: str) -> str:
    return " ".join(text.split()).strip(" .:>→…")
