"""The chapters of a report that have tables, lists of readings or both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo

from deckgen.importing import report_values as values
from deckgen.importing.draft import Guess, Left
from deckgen.importing.report_blocks import Fence, Grid, Items, Paragraph, Run
from deckgen.importing.report_sections import (
    Columns,
    Found,
    Notes,
    Section,
    fields,
    listed,
    records,
    rest_of,
    taken,
    told,
)
from deckgen.postmortem import vocabulary as words
from deckgen.prose import Loc

_READINGS = "readings: first, lowest, highest, last."


def times(grids: Iterable[Grid], zone: tzinfo, notes: Notes) -> Found:
    """Return the stated milestones and the figures that were reported."""
    columns: Columns = {
        "Milestone": ("milestone", values.text),
        "Time": ("at", values.moment_in(zone)),
        "Measure": ("measure", values.text),
        "Computed": ("computed", values.text),
        "Reported": ("reported", values.duration),
    }
    found: dict[str, object] = {}
    reported: dict[str, object] = {}
    for row, cells in records(grids, columns, ["milestone"], (), notes):
        if "at" in row and "from the timeline" not in cells["Time"].remarks:
            found[f"{str(row['milestone']).casefold()}_at"] = row["at"]
        if "reported" in row and "measure" in row:
            reported[str(row["measure"]).casefold().replace(" ", "_")] = row["reported"]
    return {**found, "reported": reported}


def impact(section: Section, zone: tzinfo, notes: Notes) -> Found:
    """Return the statement of the impact and its numbers."""
    columns: Columns = {
        "What": ("label", values.text),
        "How much": ("amount", values.amount),
        "Note": ("note", values.text),
    }
    grids, rest = rest_of(section, Grid)
    loc = ("impact", "metrics")
    metrics = []
    for row, _ in records(grids, columns, ["label", "amount"], loc, notes):
        number, unit = values.parts_of(row.pop("amount"))
        metrics.append({**row, "value": number, **({"unit": unit} if unit else {})})
    statement = told(section._replace(blocks=rest), ("impact", "statement"), notes)
    return {"impact": {"statement": statement, "metrics": metrics}}


def timeline(section: Section, zone: tzinfo, notes: Notes) -> Found:
    """Return the events."""
    columns: Columns = {
        "Time": ("at", values.moment_in(zone)),
        "Kind": ("kind", values.word(words.EventKind)),
        "Event": ("text", values.text),
        "Source": ("source", values.link),
    }
    grids, rest = rest_of(section, Grid)
    dated = [_dated(grid) for grid in grids]
    pictures = [
        block
        for block in rest
        if isinstance(block, Paragraph) and block.piece.image and not block.piece.text
    ]
    loc = ("timeline",)
    notes.leave_all(loc, (block for block in rest if block not in pictures))
    events = [
        {**row, **({"key": True} if cells["Event"].is_strong else {})}
        for row, cells in records(dated, columns, ["at", "text"], loc, notes)
    ]
    return {"timeline": events}


def _dated(grid: Grid) -> Grid:
    """Return a table of events with the day of its heading in front of each clock time."""
    heading = next((said for said in grid.header if said.startswith("Time, ")), "")
    if not heading:
        return grid
    n = grid.header.index(heading)
    day = Run(f"{heading.removeprefix('Time, ')} ")
    header = (*grid.header[:n], "Time", *grid.header[n + 1 :])
    rows = (
        (*row[:n], row[n]._replace(runs=(day, *row[n].runs)), *row[n + 1 :]) for row in grid.rows
    )
    return grid._replace(header=header, rows=tuple(rows))


def actions(section: Section, zone: tzinfo, notes: Notes) -> Found:
    """Return the actions."""
    columns: Columns = {
        "Id": ("id", values.text),
        "Action": ("action", values.text),
        "Answers": ("learning", values.text),
        "Kind": ("kind", values.word(words.ActionKind)),
        "Owner": ("owner", values.text),
        "Due": ("due", values.day),
        "Status": ("status", values.word(words.ActionStatus)),
        "Completed": ("completed", values.day),
        "Priority": ("priority", values.word(words.Priority)),
        "Ticket": ("link", values.link),
        "Agreed": ("confirmed", values.yes),
    }
    loc = ("actions",)
    grids = taken(section, Grid, loc, notes)
    return {"actions": [row for row, _ in records(grids, columns, ["action"], loc, notes)]}


def measurement(section: Section, zone: tzinfo, notes: Notes) -> Found:
    """Return one measurement of the impact with its readings."""
    loc: Loc = ("impact", "series")
    fences, rest = rest_of(section, Fence)
    if not section.title or len(fences) != 1:
        notes.leave_all(loc, [*([section.heading] if section.title and section.heading else ())])
        notes.leave_all(loc, section.blocks)
        return {}
    facts, rest = rest_of(section._replace(blocks=rest), Items)
    known: Columns = {"Unit:": ("unit", values.text), "Threshold:": ("threshold", values.reading)}
    found = fields((piece for block in facts for piece in block.pieces), known, loc, notes)
    for block in rest:
        if isinstance(block, Paragraph) and any(_READINGS in said for said in block.piece.remarks):
            reason = f"{section.title}: the report lists {block.piece.remarks[0]}"
            notes.guesses.append(Guess(loc, block.piece.line, reason))
        else:
            notes.leave_all(loc, [block])
    points = _points(fences[0], zone, loc, notes)
    series = [{"label": section.title, **found, "points": points}] if points else []
    return {"impact": {"series": series}}


def _points(fence: Fence, zone: tzinfo, loc: Loc, notes: Notes) -> list[object]:
    """Return the readings in a fence: days, and behind each its times with their values."""
    found: list[object] = []
    day = ""
    for line, row in enumerate(fence.content.splitlines(), fence.line + 1):
        for word in row.split():
            if values.is_day(word):
                day = word
                continue
            point = values.point(word, day, zone)
            if point is None:
                notes.left.append(Left(loc, line, word))
            else:
                found.append(point)
    return found


def slides(section: Section, zone: tzinfo, notes: Notes) -> Found:
    """Return what only the deck shows: the icon of the key learning, the headlines."""
    icon: Columns = {"Icon of the key learning:": ("icon", values.word(words.IconName))}
    columns: Columns = {"Slide": ("slide", values.text), "Headline": ("headline", values.text)}
    loc = ("headlines",)
    grids, rest = rest_of(section, Grid)
    pieces = listed(section._replace(blocks=rest), loc, notes)
    rows = records(grids, columns, ["slide", "headline"], loc, notes)
    headlines = {str(row["slide"]): row["headline"] for row, _ in rows}
    return {"key_learning": fields(pieces, icon, loc, notes), "headlines": headlines}
