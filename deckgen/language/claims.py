"""Phrases in sentences that do not count or measure anything."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from deckgen.language.phrases import Hit, Wanted, hits
from deckgen.language.sayings import Saying
from deckgen.language.sentences import Stretch, has_number, sentences


def uncounted(said: Iterable[Saying], wanted: Wanted) -> Iterator[Hit]:
    """Yield where something `wanted` stands in a sentence without a number.

    A question claims nothing.
    """
    for saying in said:
        found = deque(hits((saying,), wanted))
        for part in sentences(saying.text) if found else ():
            here = list(_until(found, part.end))
            if here and _claims(saying.text, part):
                yield from here


def _until(found: deque[Hit], end: int) -> Iterator[Hit]:
    """Take from `found` what begins before `end`."""
    while found and found[0].start < end:
        yield found.popleft()


def _claims(text: str, part: Stretch) -> bool:
    sentence = text[part.start : part.end]
    return not has_number(sentence) and not sentence.rstrip().endswith("?")
