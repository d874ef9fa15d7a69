"""Where each value of a file stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deckgen.diagnostics import Diagnostic, Place, Severity, Source
from deckgen.readers.excerpts import excerpt_place
from deckgen.readers.nodes import Node, Scalar, found, nearest, place_of
from deckgen.readers.remarks import Remark


@dataclass(frozen=True)
class Places:
    """The lines of a file and the values in it."""

    source: Source
    root: Node

    def of(self, loc: Sequence[str | int], *, of_key: bool = False) -> Place:
        """Return the place of the value at `loc`, or of the nearest one around it."""
        return place_of(self.root, loc, of_key=of_key)

    def node(self, loc: Sequence[str | int]) -> Node | None:
        """Return the value at `loc`, None where none is written."""
        return found(self.root, loc)

    def of_excerpt(self, loc: Sequence[str | int], span: tuple[int, int]) -> Place:
        """Return the place of some characters of the text at `loc`, as they were read."""
        place, node = self.of(loc), nearest(self.root, loc)
        if not isinstance(node, Scalar) or node.text is None:
            return place
        text = " ".join(node.text.split())
        return excerpt_place(self.source.lines, place, text, span) or place

    def diagnostic(
        self,
        loc: Sequence[str | int],
        message: str,
        hint: str = "",
        severity: Severity = "error",
        of_key: bool = False,
    ) -> Diagnostic:
        """Return what there is to say about the value at `loc`, or about its key."""
        return self.source.diagnostic(self.of(loc, of_key=of_key), message, hint, severity)

    def said(self, remark: Remark) -> Diagnostic:
        """Return `remark` with its place."""
        return self.diagnostic(
            remark.loc, remark.message, remark.hint, remark.severity, remark.of_key
        )
