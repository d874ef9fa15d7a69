"""The rows of a timeline, in whatever form it is written, as one stream in the document's order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from deckgen.importing.markdown.blocks import (
    Block,
    Bullets,
    Heading,
    Line,
    Paragraph,
    Quote,
    Raw,
    Table,
    joined,
)
from deckgen.importing.markdown.marks import DayMark, Loose, Mark, Row, ZoneMark
from deckgen.importing.markdown.row_tables import table_of_lines, table_rows
from deckgen.importing.markdown.sections import Section
from deckgen.importing.markdown.stamps import Stamp, stamp_at_end, stamp_at_start, stamps_within
from deckgen.importing.markdown.zones import zone_in, zone_of_times

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_OF_ALL = re.compile(r"\ball (?:the )?(?:events|entries|times|dates)\b.{0,40}\bon\b", re.IGNORECASE)
_MOST_POINTS = 5
"""Of how many points the text of one happening may be made."""

_LONGEST_LABEL = 80
"""How long a text may be that ends with its time, such as `Incident declared 11:51`."""


def rows_of(section: Section) -> Iterator[Mark]:
    """Yield what a section of a timeline says, the details of a row within the row."""
    title = tuple(_of_title(section))
    blocks = section.blocks
    if blocks and title and isinstance(title[0], Row) and _body(blocks):
        blocks = blocks[1:]
    yield from gathered((*title, *_of_blocks(blocks)))


def rows_in_prose(section: Section) -> Iterator[Mark]:
    """Yield the sentences of a section that tell a time of day within them, and its rows."""
    yield from gathered((*_of_title(section), *_of_blocks(section.blocks, prose=True)))


def rows_of_sentences(section: Section) -> Iterator[Row]:
    """Yield each sentence of a section's paragraphs and items that tells a time of day."""
    for line in _paragraphs(section.blocks):
        for part in _SENTENCE.split(line.text):
            told = _told(replace(line, text=part.strip()))
            if told:
                yield told


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Line]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield joined(block.lines)
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from _paragraphs(item.blocks)


def gathered(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Yield marks with each loose text behind a row that has none made its text or its detail."""
    held: Row | None = None
    for mark in marks:
        if isinstance(mark, Loose) and held is not None:
            held = replace(held, details=(*held.details, (mark.first, mark.last)))
            continue
        if held is not None:
            yield held
        held = mark if isinstance(mark, Row) else None
        if held is None:
            yield mark
    if held is not None:
        yield held


def _of_title(section: Section) -> Iterator[Mark]:
    title = section.group or section.title
    stamp = stamp_at_start(title.text)
    if section.group is not None and stamp and (stamp.clock or stamp.unknown):
        yield _with_body(_row(title, stamp, headed=True), section.blocks)
        return
    if section.group is not None and stamp and stamp.day:
        yield DayMark(title.number, stamp.day)
    else:
        yield from _of_statement(title, titled=True)


def _row(line: Line, stamp: Stamp, *, headed: bool = False) -> Row:
    """Return the row of a line that begins with a time; a word before the time keeps both."""
    text = line if stamp.led else line.after(stamp.rest)
    return Row(line.number, stamp, text, headed=headed)


def _with_body(row: Row, blocks: Sequence[Block]) -> Row:
    """Return the row of a heading with the first paragraph below it as its text."""
    first = _body(blocks)
    if first is None:
        return row
    points = [joined(one.lines) for one in first]
    body = replace(joined(tuple(points)), text="; ".join(point.text for point in points))
    return replace(row, text=body if not row.text.text else _both(row.text, body))


def _body(blocks: Sequence[Block]) -> tuple[Paragraph, ...] | None:
    """Return the paragraph, or the short list, that tells what happened at the time above it."""
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph):
        return None if _is_row(first.lines[0]) else (first,)
    if not isinstance(first, Bullets) or len(first.items) > _MOST_POINTS:
        return None
    inner = [item.blocks[0] for item in first.items if len(item.blocks) == 1]
    points = tuple(block for block in inner if isinstance(block, Paragraph))
    plain = len(points) == len(first.items) and not any(_is_row(one.lines[0]) for one in points)
    return points if points and plain else None


def _both(head: Line, body: Line) -> Line:
    mark = "" if head.text.endswith((".", ":", "!", "?")) else "."
    return replace(head, text=f"{head.text}{mark} {body.text}", anchors=head.anchors + body.anchors)


def _is_row(line: Line) -> bool:
    stamp = stamp_at_start(line.text)
    return stamp is not None and bool(stamp.clock or stamp.unknown)


def _of_blocks(blocks: Sequence[Block], *, prose: bool = False) -> Iterator[Mark]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _of_paragraph(block, prose=prose)
        elif isinstance(block, Bullets):
            for item in block.items:
                yield from _of_blocks(item.blocks, prose=prose)
        elif isinstance(block, Table):
            yield from _of_table(block)
        elif isinstance(block, Quote | Raw | Heading):
            yield Loose(block.first, block.last)


def _of_table(table: Table) -> Iterator[Mark]:
    zone = next((found for cell in table.header if (found := zone_in(cell.text))), None)
    if zone:
        yield ZoneMark(table.first, zone)
    for row in table_rows(table):
        if row.stamp is None:
            yield Loose(row.text.number, row.text.number)
        elif not row.text.text and row.stamp.day and not row.stamp.clock:
            yield DayMark(row.text.number, row.stamp.day)
        else:
            yield Row(row.text.number, row.stamp, row.text, year=row.year, kind=row.kind)


def _of_paragraph(block: Paragraph, *, prose: bool) -> Iterator[Mark]:
    table = table_of_lines(block)
    if table:
        yield from _of_table(table)
        return
    starts = [n for n, line in enumerate(block.lines) if _opens(line)]
    if not starts:
        yield from _of_prose(block) if prose else _of_statement(joined(block.lines), block.last)
        return
    if starts[0]:
        yield from _of_statement(joined(block.lines[: starts[0]]))
    for begin, end in pairwise([*starts, len(block.lines)]):
        yield from _of_lines(block.lines[begin:end])


def _told(line: Line) -> Row | None:
    """Return the row of a text that tells a time of day within a sentence."""
    stamp = next((one for one in stamps_within(line.text) if one.has_clock), None)
    if stamp is None:
        return None
    day = next((one.day for one in stamps_within(line.text) if one.day), None)
    return Row(line.number, stamp._replace(day=stamp.day or day), line, within=True)


def _opens(line: Line) -> bool:
    """Whether a line begins a row or gives a day."""
    stamp = stamp_at_start(line.text) or _labelled(line)
    if stamp is None:
        return False
    return bool(stamp.clock or stamp.unknown) or not stamp.led


def _labelled(line: Line) -> Stamp | None:
    """Return the time at the end of a short line, such as `First detected: 2021-01-31 10:14`."""
    if len(line.text) > _LONGEST_LABEL:
        return None
    stamp = stamp_at_end(line.text)
    if stamp is None or not stamp.clock or not stamp.start:
        return None
    return None if any(True for _ in stamps_within(line.text[: stamp.start])) else stamp


def _of_lines(lines: Sequence[Line]) -> Iterator[Mark]:
    """Yield the row, or the day, that lines say, the first of which begins with a time."""
    first = lines[0]
    stamp = stamp_at_start(first.text)
    if stamp is None:
        found = _labelled(first)
        if found:
            label = replace(first, text=first.text[: found.start].strip(" :-–—(,"))
            yield Row(first.number, found, _whole(label, lines[1:]))
        return
    row = _row(first, stamp)
    if not (stamp.clock or stamp.unknown) and stamp.day and len(lines) == 1:
        zone = zone_of_times(row.text.text)
        if zone or len(row.text.text.strip("()[]*_:.")) <= 12:
            yield DayMark(first.number, stamp.day)
            yield from [ZoneMark(first.number, zone)] if zone else []
            return
    yield replace(row, text=_whole(row.text, lines[1:]))


def _whole(text: Line, more: Sequence[Line]) -> Line:
    return joined((text, *more)) if more else text


def _of_prose(block: Paragraph) -> Iterator[Mark]:
    """Yield what a paragraph tells that begins with no time: a moment within it, or a day."""
    line = joined(block.lines)
    told = _told(line)
    if told:
        yield told
        return
    yield Loose(block.first, block.last)
    day = next((one.day for one in stamps_within(line.text) if one.day), None)
    if day:
        yield DayMark(line.number, day)


def _of_statement(line: Line, last: int = 0, *, titled: bool = False) -> Iterator[Mark]:
    """Yield the zone and the day that a line above the rows states; else the line is loose."""
    zone = zone_of_times(line.text) or (zone_in(line.text) if titled else None)
    short = not titled and len(line.text) < 60 and "time" in line.text.casefold()
    zone = zone or (zone_in(line.text) if short else None)
    approximate = "approx" in line.text.casefold()
    if zone:
        yield ZoneMark(line.number, zone, approximate)
    days = [stamp.day for stamp in stamps_within(line.text) if stamp.day]
    stated = next((day for day in days if day.year), None)
    of_all = bool(_OF_ALL.search(line.text))
    if stated and (titled or zone or of_all):
        yield DayMark(line.number, stated, stated=False, of_all=of_all)
    elif not zone and not titled:
        yield Loose(line.number, max(last, line.number))
