"""A postmortem together with the file that it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from deckgen.diagnostics import Diagnostic, Place, Severity, Source
from deckgen.postmortem.model import Postmortem
from deckgen.readers.ignores import Ignore
from deckgen.readers.places import Places


@dataclass(frozen=True)
class Document:
    """A postmortem, the bytes it was read from, and what to know about the reading.

    `notices` are warnings in file order: where a choice had to be made, and what was chosen.
    `ignores` are the comments by which the author silences a rule.
    """

    path: str
    source: bytes
    postmortem: Postmortem
    notices: tuple[Diagnostic, ...]
    _places: Places = field(repr=False, compare=False)
    ignores: tuple[Ignore, ...] = ()

    def diagnostic(
        self,
        loc: Sequence[str | int],
        message: str,
        hint: str = "",
        severity: Severity = "error",
        of_key: bool = False,
    ) -> Diagnostic:
        """Return what there is to say about the value at `loc`, such as `("actions", 0)`.

        The place is that of the value, or of its key; where nothing is written at `loc`, of the
        nearest value around it.
        """
        return self._places.diagnostic(loc, message, hint, severity, of_key)

    def place(
        self,
        loc: Sequence[str | int],
        span: tuple[int, int] | None = None,
        of_key: bool = False,
    ) -> Place:
        """Return where the value at `loc` stands, or its characters `span`, or its key."""
        if span is not None:
            return self._places.of_excerpt(loc, span)
        return self._places.of(loc, of_key=of_key)

    def last_line(self, loc: Sequence[str | int]) -> int:
        """Return the line in which the text at `loc` ends; of another value where it begins."""
        return self._places.last_line(loc)

    @property
    def lines(self) -> Source:
        """The file's lines, to show what stands at a place."""
        return self._places.source
