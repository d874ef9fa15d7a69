"""The rows of a timeline that is a table, whatever its columns are called and in what order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from deckgen.importing.markdown.blocks import Line, Paragraph, Table
from deckgen.importing.markdown.parsing import split_row
from deckgen.importing.markdown.stamps import Stamp, stamp_at_start
from deckgen.postmortem.vocabulary import EventKind

_TIME = re.compile(r"\btime|\bwhen\b|\bhour|\bclock|\bstart|^at$|\butc\b|\bheure")
_DAY = re.compile(r"^(?:date|day)\b(?!.*\btime)")
_WHO = re.compile(r"^(?:who|actor|by|person|author|owner|responder|team|user)\b(?!/)")
_KIND = re.compile(r"^(?:kind|type|category)$")
_LINK = re.compile(r"^(?:data )?(?:links?|sources?|references?|evidence)$")
_YEAR = re.compile(r"\b((?:19|20)\d{2})\b")
_RULE = re.compile(r"[\s|:-]+")


class TableRow(NamedTuple):
    """A row of a table: its time, None where none is written, and its text."""

    stamp: Stamp | None
    text: Line
    year: int | None = None
    kind: EventKind | None = None


class _Columns(NamedTuple):
    days: tuple[int, ...]
    times: tuple[int, ...]
    who: int | None
    kind: int | None
    texts: tuple[int, ...]
    links: tuple[int, ...]
    year: int | None


def table_rows(table: Table) -> Iterator[TableRow]:
    """Yield the rows of a table; one without a time, such as a merged cell, has no stamp."""
    columns = _columns(table)
    for cells in table.rows:
        if not any(cell.text for cell in cells):
            continue
        written = " ".join(cells[n].text for n in (*columns.days, *columns.times)).strip()
        stamp = stamp_at_start(written, column=True) if written else None
        text = _text(cells, columns, stamp, written)
        yield TableRow(stamp, text, columns.year, _kind(cells, columns))


def table_of_lines(block: Paragraph) -> Table | None:
    """Return the table that lines with `|` are meant to be, where it lacks its second line."""
    lines = [line for line in block.lines if not _RULE.fullmatch(line.text)]
    if len(lines) < 2 or not all(line.text.count("|") for line in lines):
        return None
    cells = [[_cell(text, line) for text in split_row(line.text)] for line in lines]
    width = max(map(len, cells))
    if width < 2:
        return None
    rows = [tuple([*row, *[Line("", row[0].number)] * (width - len(row))]) for row in cells]
    headed = stamp_at_start(lines[0].text.lstrip("| "), column=True) is None
    header = rows[0] if headed else tuple(Line("", block.first) for _ in range(width))
    return Table(header, tuple(rows[1:] if headed else rows), block.first, block.last)


def _cell(text: str, line: Line) -> Line:
    anchors = tuple(anchor for anchor in line.anchors if anchor.words in text)
    return Line(text, line.number, anchors)


def _columns(table: Table) -> _Columns:
    heads = [" ".join(cell.text.casefold().split()) for cell in table.header]
    days = tuple(n for n, head in enumerate(heads) if _DAY.search(head))
    times = tuple(n for n, head in enumerate(heads) if _TIME.search(head) and n not in days)[:1]
    if not times:
        best = _stamped(table, days)
        times = (best,) if best is not None else ()
    who = next((n for n, head in enumerate(heads) if _WHO.search(head)), None)
    kind = _of_kinds(table, heads)
    links = tuple(n for n, head in enumerate(heads) if _LINK.search(head))
    taken = {*days, *times, *links, who, kind}
    texts = tuple(n for n in range(len(heads)) if n not in taken)
    if not texts and who is not None:
        texts, who = (who,), None
    years = [match[1] for cell in table.header if (match := _YEAR.search(cell.text))]
    return _Columns(days, times, who, kind, texts, links, int(years[0]) if years else None)


def _of_kinds(table: Table, heads: Sequence[str]) -> int | None:
    """Return the column that names the kind of each event in our own words."""
    for n, head in enumerate(heads):
        said = [row[n].text.casefold() for row in table.rows if row[n].text]
        if _KIND.search(head) and said and all(one in set(EventKind) for one in said):
            return n
    return None


def _kind(cells: Sequence[Line], columns: _Columns) -> EventKind | None:
    said = cells[columns.kind].text.casefold() if columns.kind is not None else ""
    return EventKind(said) if said else None


def _stamped(table: Table, days: Sequence[int]) -> int | None:
    """Return the column in which the most cells are times."""
    counts = [
        (sum(stamp_at_start(row[n].text, column=True) is not None for row in table.rows), -n)
        for n in range(len(table.header))
        if n not in days
    ]
    best = max(counts, default=(0, 0))
    return -best[1] if best[0] * 2 > len(table.rows) else None


def _text(cells: Sequence[Line], columns: _Columns, stamp: Stamp | None, written: str) -> Line:
    links = (cells[n] for n in columns.links)
    noted = [cell for cell in links if cell.text and cell.text not in _words_of(cell)]
    found = [cells[n] for n in columns.texts if cells[n].text] + noted
    if stamp is None and written:
        found = [cells[n] for n in (*columns.days, *columns.times) if cells[n].text] + found
    text = " – ".join(cell.text for cell in found)
    who = cells[columns.who].text if columns.who is not None else ""
    text = f"{who}: {text}" if who and text else who or text
    behind = written[stamp.rest :].strip() if stamp else ""
    text = f"{text} ({behind})" if behind else text
    anchors = tuple(anchor for cell in cells for anchor in cell.anchors)
    pictures = tuple(path for cell in cells for path in cell.pictures)
    return replace(cells[0], text=text, anchors=anchors, bold=0, pictures=pictures)


def _words_of(cell: Line) -> set[str]:
    return {word for anchor in cell.anchors for word in anchor}
