"""A report of our own, read back: the same postmortem as it was written from.

A report is known by its last line and its chapter of facts. Nothing in it is guessed at: what is
written in the report's form is read, everything else, which somebody added since, is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, tzinfo
from types import MappingProxyType
from zoneinfo import ZoneInfo

from deckgen.importing import report_tables as tables
from deckgen.importing import report_values as values
from deckgen.importing.draft import Draft
from deckgen.importing.markdown.checks import checked
from deckgen.importing.report_blocks import (
    Block,
    Grid,
    Items,
    Paragraph,
    Piece,
    report_blocks,
)
from deckgen.importing.report_sections import (
    Columns,
    Found,
    Notes,
    Section,
    fields,
    listed,
    rest_of,
    sections,
    taken,
    told,
)
from deckgen.postmortem import vocabulary as words

_SIGNATURE = re.compile(r"\*Written by deckgen, digest [0-9a-f]{12}\.\*")
_LEAD = re.compile(
    r"(?:SEV\d|Severity not recorded), (?:open|mitigated|resolved)(?:; a drill)?\."
    r" The impact began on [^.]*\.(?: (?:Detected|Mitigated|Resolved) after [^.]*\.)?"
    r"(?: \d+ of [\d,]+ actions? left to do(?:: [^.]*)?\.)?"
)
Reader = Callable[[Section, tzinfo, Notes], Found]
"""From a section to the fields that it tells of."""


def is_report(lines: Sequence[str]) -> bool:
    """Return whether the lines of a document are a report that `deckgen report` wrote."""
    return "## Facts" in lines and any(map(_SIGNATURE.fullmatch, lines[-20:]))


def report_draft(lines: Sequence[str], name: str) -> Draft:
    """Return the postmortem that a report tells of; `name` is what to call its file."""
    notes = Notes(lines)
    data: dict[str, object] = {}
    found = list(sections(block for block in report_blocks(lines) if not _says_nothing(block)))
    zone = _zone(found)
    for section in found:
        _merge(data, _read(section, zone, notes))
    return checked(Draft(name, data, tuple(notes.guesses), tuple(notes.left)))


def _says_nothing(block: Block) -> bool:
    """Return whether a block is a remark that nothing is recorded, or the last line."""
    if not isinstance(block, Paragraph):
        return False
    silent = ("Not recorded yet.", "Written by deckgen, ")
    return not block.piece.text and "".join(block.piece.remarks).startswith(silent)


def _zone(found: Iterable[Section]) -> tzinfo:
    """Return the zone that the facts name, UTC where they name none."""
    blocks = [block for section in found if section.chapter == "Facts" for block in section.blocks]
    pieces = (piece for block in blocks if isinstance(block, Items) for piece in block.pieces)
    for name, said in map(Piece.led, pieces):
        if name == "Time zone:" and values.is_zone(said.text):
            return ZoneInfo(said.text)
    return UTC


def _read(section: Section, zone: tzinfo, notes: Notes) -> Found:
    reader = _READERS.get((section.chapter, section.title)) or _READERS.get((section.chapter, "*"))
    if reader is not None:
        return reader(section, zone, notes)
    notes.leave_all((), [section.heading] if section.heading else [])
    notes.leave_all((), section.blocks)
    return {}


def _merge(data: dict[str, object], found: Found) -> None:
    """Put what was found into `data`; lists and mappings grow, what is there already stands."""
    for key, value in found.items():
        there = data.get(key)
        if isinstance(there, dict) and isinstance(value, Mapping):
            _merge(there, value)
        elif isinstance(there, list) and isinstance(value, list):
            there += value
        elif there is None and value not in (None, [], {}):
            data[key] = dict(value) if isinstance(value, Mapping) else value


def _nothing(section: Section, zone: tzinfo, notes: Notes) -> Found:
    notes.leave_all((section.chapter.casefold(),), section.blocks)
    return {}


def _title(section: Section, zone: tzinfo, notes: Notes) -> Found:
    first = section.blocks[:1]
    told_already = [
        block
        for block in first
        if isinstance(block, Paragraph) and _LEAD.fullmatch(block.piece.text)
    ]
    notes.leave_all(("summary",), section.blocks[len(told_already) :])
    return {"title": section.heading.piece.text} if section.heading else {}


def _facts(section: Section, zone: tzinfo, notes: Notes) -> Found:
    known: Columns = {
        "Incident:": ("id", values.text),
        "Severity:": ("severity", values.word(words.Severity)),
        "Status:": ("status", values.word(words.Status)),
        "Services:": ("services", values.names),
        "Tags:": ("tags", values.names),
        "Time zone:": ("timezone", values.zone),
        "Published:": ("published_at", values.day_or_moment_in(zone)),
        "Drill:": ("drill", values.yes),
    }
    facts, rest = rest_of(section, Items)
    pieces = [piece for block in facts for piece in block.pieces]
    times = taken(section._replace(blocks=rest), Grid, (), notes)
    return {**fields(pieces, known, (), notes), **tables.times(times, zone, notes)}


def _text_of(key: str) -> Reader:
    """Return what reads the paragraphs of a section into one field."""
    return lambda section, zone, notes: {key: told(section, (key,), notes)}


def _items_of(*way: str, convert: Callable[[Piece], object] = values.text) -> Reader:
    """Return what reads the items of a section into the list at the end of `way`."""

    def read(section: Section, zone: tzinfo, notes: Notes) -> Found:
        found: object = [convert(piece) for piece in listed(section, way, notes)]
        for key in reversed(way):
            found = {key: found}
        assert isinstance(found, dict)
        return found

    return read


def _cause(section: Section, zone: tzinfo, notes: Notes) -> Found:
    return {"root_cause": {"primary_cause": told(section, ("root_cause",), notes)}}


def _why(piece: Piece) -> object:
    why, because = piece.parted("Because:")
    return {"why": why.text, **({"because": because.text} if because else {})}


def _factor(piece: Piece) -> object:
    name, said = piece.led()
    if name.removesuffix(":") in set(words.FactorCategory):
        return {"category": name.removesuffix(":"), "text": said.text}
    return {"text": piece.text}


def _learning(piece: Piece) -> object:
    name, said = piece.led()
    return {"id": name, "text": said.text} if name else {"text": piece.text}


def _key_learning(section: Section, zone: tzinfo, notes: Notes) -> Found:
    found: dict[str, object] = {}
    loc = ("key_learning",)
    for block in taken(section, Paragraph, loc, notes):
        name, said = block.piece.led()
        if "Why we believe it:" in block.piece.remarks:
            found["evidence"] = block.piece.text
        elif name and said.text and "statement" not in found:
            found.update({"id": name, "statement": said.text})
        elif block.piece.text and "statement" not in found:
            found["statement"] = block.piece.text
        elif block.piece.text:
            notes.leave_all(loc, [block])
    return {"key_learning": found}


def _follow_up(section: Section, zone: tzinfo, notes: Notes) -> Found:
    known: Columns = {"Review:": ("review_at", values.day_or_moment_in(zone))}
    loc = ("follow_up",)
    pieces = [block.piece for block in taken(section, Paragraph, loc, notes)]
    return {"follow_up": fields(pieces, known, loc, notes)}


def _people(section: Section, zone: tzinfo, notes: Notes) -> Found:
    people = []
    for piece in listed(section, ("people",), notes):
        name, said = piece.led()
        if name and said.text:
            people.append({"name": name.removesuffix(":"), "role": said.text})
        else:
            notes.leave(("people",), piece.line, piece.line)
    return {"people": people}


_READERS: Mapping[tuple[str, str], Reader] = MappingProxyType(
    {
        ("", ""): _title,
        ("Facts", ""): _facts,
        ("Summary", ""): _text_of("summary"),
        ("Impact", ""): tables.impact,
        ("Timeline", ""): tables.timeline,
        ("Root Cause", ""): _cause,
        ("Root Cause", "Repeats"): _items_of("root_cause", "repeats"),
        ("Root Cause", "Five Whys"): _items_of("root_cause", "five_whys", convert=_why),
        ("Root Cause", "Contributing Factors"): _items_of(
            "root_cause", "contributing_factors", convert=_factor
        ),
        ("Lessons", ""): _nothing,
        ("Lessons", "What went well"): _items_of("lessons", "went_well"),
        ("Lessons", "What went wrong"): _items_of("lessons", "went_wrong"),
        ("Lessons", "Where we got lucky"): _items_of("lessons", "got_lucky"),
        ("Key Learning", ""): _key_learning,
        ("Key Learning", "Further Learnings"): _items_of("learnings", convert=_learning),
        ("Actions", ""): tables.actions,
        ("Decisions Needed", ""): _items_of("decisions"),
        ("Follow-Up", ""): _follow_up,
        ("Follow-Up", "Success Criteria"): _items_of("follow_up", "success_criteria"),
        ("Evidence", ""): _nothing,
        ("People", ""): _people,
        ("Sources", ""): _items_of("sources", convert=values.link),
        ("Measurements", "*"): tables.measurement,
        ("Slides", ""): tables.slides,
    }
)
