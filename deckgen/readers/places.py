"""Where each value of a file stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from deckgen.diagnostics import Diagnostic, Place, Severity, Source
from deckgen.readers.excerpts import WrittenText
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
        return self._written(node, node.text).place(span) or place

    def last_line(self, loc: Sequence[str | int]) -> int:
        """Return the line in which the text at `loc` ends; of another value the one it begins in.

        A block of text ends before the line that its end marks.
        """
        node = nearest(self.root, loc)
        if not isinstance(node, Scalar):
            return node.place.line
        line, column = node.end
        return max(node.place.line, line + 1 if column else line)

    def _written(self, node: Scalar, text: str) -> WrittenText:
        """Return where the words of `node` stand, found out once for all findings in it."""
        if node not in self._known:
            one_line = " ".join(text.split())
            self._known[node] = WrittenText.of(self.source.lines, node.place, node.end, one_line)
        return self._known[node]

    @cached_property
    def _known(self) -> dict[Scalar, WrittenText]:
        return {}

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
