"""How a place that shows reports writes headings, lists, tables and links."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from markupsafe import Markup


class Table(NamedTuple):
    """A table: the heading of each column, and the cells of each row.

    A cell is a text as somebody wrote it, or markup, which stays as it is. `main` is the heading of
    what a row tells, which is known without it.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    main: str = ""

    def without_empty(self, *kept: str) -> Table:
        """Return the table without the columns that have nothing in any row, save those `kept`."""
        columns = [
            n
            for n, heading in enumerate(self.headings)
            if heading in kept or any(row[n] for row in self.rows)
        ]
        rows = (tuple(row[n] for n in columns) for row in self.rows)
        return Table(tuple(self.headings[n] for n in columns), tuple(rows), self.main)


class Flavour(ABC):
    """A kind of markup. What is given as a text is escaped, what is given as markup is not.

    A `remark` is what the report says where the postmortem says nothing, or about what it says:
    emphasised, so that no text of the postmortem is taken for it.
    """

    longest_part: ClassVar[int | None] = None
    """How many characters fit into one message, None where there is no limit."""

    @abstractmethod
    def escape(self, text: str) -> Markup:
        """Return `text` so that it reads as it was written, wherever it stands."""

    @abstractmethod
    def heading(self, level: int, text: str) -> Markup:
        """Return a heading; `level` counts from 1."""

    @abstractmethod
    def strong(self, text: str) -> Markup:
        """Return `text` in bold."""

    @abstractmethod
    def remark(self, text: str) -> Markup:
        """Return `text` emphasised."""

    @abstractmethod
    def code(self, text: str) -> Markup:
        """Return `text`, a name or an id, set apart from those around it."""

    @abstractmethod
    def link(self, text: str, url: str) -> Markup:
        """Return a link that reads `text`."""

    @abstractmethod
    def url(self, url: str) -> Markup:
        """Return a link that reads as its own address."""

    @abstractmethod
    def picture(self, alt: str, path: str) -> Markup:
        """Return the picture at `path`, relative to the report, or where it belongs."""

    @abstractmethod
    def bullets(self, items: Iterable[str]) -> Markup:
        """Return a list."""

    @abstractmethod
    def numbers(self, items: Iterable[str]) -> Markup:
        """Return a numbered list."""

    @abstractmethod
    def table(self, table: Table) -> Markup:
        """Return a table, empty where it has no rows."""

    @abstractmethod
    def fenced(self, text: str) -> Markup:
        """Return lines as they are; nothing where so many do not belong."""

    def written(self, piece: str) -> Markup:
        """Return a text escaped, markup as it is."""
        return piece if isinstance(piece, Markup) else self.escape(piece)
