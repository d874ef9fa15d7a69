"""A postmortem together with the file that it was read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.postmortem.model import Postmortem
from deckgen.readers.places import Places


@dataclass(frozen=True)
class Document:
    """A postmortem, the bytes it was read from, and what to know about the reading.

    `notices` are warnings in file order: where a choice had to be made, and what was chosen.
    """

    path: str
    source: bytes
    postmortem: Postmortem
    notices: tuple[Diagnostic, ...]
    _places: Places = field(repr=False, compare=False)

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
