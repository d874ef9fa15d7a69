"""Which earlier incidents had the same cause, in as many words as there is room for."""

from __future__ import annotations

from deckgen.postmortem.model import RootCause
from deckgen.postmortem.wording import count_in_words, listing


def earlier(cause: RootCause, most: int) -> str:
    """Return the ids of the incidents that had the cause before, empty where none is named.

    Where they take more than `most` characters it is how many they are.
    """
    named = listing(cause.repeats)
    if len(named) <= most:
        return named
    return count_in_words(len(cause.repeats), "earlier incident")
