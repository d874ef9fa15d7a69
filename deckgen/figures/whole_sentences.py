"""Alternative texts of whole sentences, no longer than a screen reader is listened to."""

from __future__ import annotations

from collections.abc import Iterable

from deckgen.figures.timeline_alt import MOST_CHARACTERS


def whole_sentences(sentences: Iterable[str]) -> str:
    """Return as many of `sentences` as MOST_CHARACTERS characters hold, the first always."""
    said = ""
    for sentence in sentences:
        longer = f"{said} {sentence}".strip()
        if said and len(longer) > MOST_CHARACTERS:
            break
        said = longer[:MOST_CHARACTERS]
    return said
