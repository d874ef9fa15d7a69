"""What an importer makes of a document: a postmortem as far as it was read, and how sure it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from deckgen.postmortem.model import Postmortem
from deckgen.prose import Loc
from deckgen.writers import postmortem_yaml

_NEEDED = ("title", "started_at")
_STAND_INS: Mapping[str, object] = {"title": "?", "started_at": datetime(2000, 1, 1, tzinfo=UTC)}
"""What stands for a key that was not found while the rest is written; it is never written."""


class Guess(NamedTuple):
    """A value that the document does not say outright: where it went, where it comes from, why.

    `line` counts from 1 in the document, 0 where the document has no lines, such as JSON.
    """

    loc: Loc
    line: int
    reason: str


class Left(NamedTuple):
    """A text of the document that has no field, or could not be read, and where it belongs.

    `loc` is the place of the nearest value, or of the section that it would be in; `line` counts
    from 1, 0 where the document has no lines. `text` may have several lines.
    """

    loc: Loc
    line: int
    text: str


@dataclass(frozen=True)
class Draft:
    """A postmortem as far as it was read. `name` is what to call its file, without an ending.

    `data` are the fields of a `Postmortem` with their values: texts, instants (UTC), lists,
    mappings. A key of which nothing was found is absent; nothing in it was made up.
    """

    name: str
    data: Mapping[str, object]
    guesses: tuple[Guess, ...] = ()
    left: tuple[Left, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys that a postmortem needs and that were not found."""
        return tuple(key for key in _NEEDED if key not in self.data)

    def postmortem(self) -> Postmortem:
        """Return the postmortem, with stand-ins for what is `missing`.

        Raises pydantic's ValidationError where an importer put into `data` what cannot be there.
        """
        return Postmortem.model_validate({**_STAND_INS, "id": self.name, **self.data})


def draft_yaml(draft: Draft) -> str:
    """Return the file to go on with: what was read, and as comments what was guessed and left."""
    comments: dict[Loc, list[str]] = {}
    for key in draft.missing:
        comments.setdefault((key,), []).append(f"{key}: not found in the document; needed")
    for guess in draft.guesses:
        comments.setdefault(guess.loc, []).append(f"guessed{_line(guess.line)}: {guess.reason}")
    for left in draft.left:
        comments.setdefault(left.loc, []).append(f"left{_line(left.line)}: {left.text}")
    return postmortem_yaml(draft.postmortem(), comments, draft.missing)


def _line(number: int) -> str:
    return f" (line {number})" if number else ""
