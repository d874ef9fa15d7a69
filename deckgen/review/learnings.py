"""The learnings of a file, the key learning first, with their place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from deckgen.postmortem.model import Postmortem
from deckgen.prose import Loc


class Answerable(NamedTuple):
    """A learning that actions may refer to by `id`; `name` is what to call it in a sentence."""

    id: str
    name: str
    loc: Loc


def learnings(postmortem: Postmortem) -> Iterator[Answerable]:
    """Yield the key learning and the further ones, in their order."""
    if key := postmortem.key_learning:
        yield Answerable(key.id, f"the key learning ({key.id})", ("key_learning", "statement"))
    for n, learning in enumerate(postmortem.learnings):
        yield Answerable(learning.id, f"learning {learning.id}", ("learnings", n, "text"))
