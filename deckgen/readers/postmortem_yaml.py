"""From a postmortem file, in YAML or JSON, to a `Document`, or to all its faults at once."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from pathlib import Path, PurePath
from types import MappingProxyType

from deckgen.diagnostics import Diagnostic, InputError, Severity, Source
from deckgen.files import LARGEST_SOURCE, printable_path, read_file
from deckgen.postmortem.fields import FORBIDDEN_CHARACTER
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import Severity as IncidentSeverity
from deckgen.readers.beside import Beside, Folder
from deckgen.readers.chronology import chronology
from deckgen.readers.completion import completions
from deckgen.readers.document import Document
from deckgen.readers.ignores import ignores
from deckgen.readers.measurements import measurements
from deckgen.readers.nodes import Items, Mapping, Node, Plain, Scalar, filled, plain
from deckgen.readers.pictures import pictures
from deckgen.readers.places import Places
from deckgen.readers.references import references
from deckgen.readers.severities import severity
from deckgen.readers.shape import known_keys, without_blanks
from deckgen.readers.source import decoded
from deckgen.readers.validation import Validation, validated
from deckgen.readers.yaml_text import Reading, read_yaml

MOST_REPORTED = 50
"""How many faults of a file, and how many warnings, are reported; the others are counted."""

_FILE_ORDER = attrgetter("line", "column", "message", "hint")
"""The order of faults of one file, many times faster than that of whole values."""

_UNSPACED = re.compile(r"([A-Za-z_]+):\S")


_NO_NAMES: MappingOf[str, IncidentSeverity] = MappingProxyType({})


def read_postmortem(
    path: Path, severities: MappingOf[str, IncidentSeverity] = _NO_NAMES
) -> Document:
    """Return the postmortem in the file `path`, with its pictures.

    `severities` are a company's own names of them. Raises InputError, with every fault of the file
    and its place, where it cannot be used; no OSError escapes.
    """
    name = printable_path(path)
    source = read_file(path, name, "postmortem file", LARGEST_SOURCE)
    return parse_postmortem(source, name, Folder(path.parent), severities)


def parse_postmortem(
    source: bytes,
    path: str,
    beside: Beside,
    severities: MappingOf[str, IncidentSeverity] = _NO_NAMES,
) -> Document:
    """Return the postmortem in the bytes `source`, which were read from `path`.

    Nothing else is read than the pictures and CSV files that it names, from `beside`. Raises
    InputError as `read_postmortem` does.
    """
    lines, said = decoded(source, path)
    reading = read_yaml(lines, known_keys())
    if not isinstance(reading.root, Mapping):
        no_keys = _no_keys(lines, reading.root) if reading.whole else []
        raise InputError(_bounded([*said, *reading.diagnostics, *no_keys]))
    places = Places(lines, reading.root)
    postmortem, said = _understood(places, reading, said, beside, severities)
    if postmortem is None or any(it.severity == "error" for it in said):
        raise InputError(said)
    return Document(path, source, postmortem, said, places, ignores(lines))


def _understood(
    places: Places,
    reading: Reading,
    said: Sequence[Diagnostic],
    beside: Beside,
    severities: MappingOf[str, IncidentSeverity],
) -> tuple[Postmortem | None, tuple[Diagnostic, ...]]:
    """Return the postmortem in what was read, if it is one, and all there is to say about it."""
    data = _with_id(without_blanks(plain(places.root)), places.source.path)
    times, images = chronology(data), pictures(data, beside)
    level, measured = severity(data, severities), measurements(data, times.values, beside)
    doubled = references(data, lambda loc: places.of(loc).line, MOST_REPORTED)
    remarks = [*times.remarks, *level.remarks, *images.remarks, *measured.remarks, *doubled]
    remarks += completions(data, times.values)
    said = [*said, *reading.diagnostics, *measured.said, *map(places.said, remarks)]
    faulty = {(it.line, it.column) for it in said if it.severity == "error"} | reading.repaired
    values = {**times.values, **level.values, **images.values, **measured.values}
    validation = validated(filled(data, values), places, faulty, MOST_REPORTED + 1)
    said = [*_without_echoes(said, validation, places), *map(places.said, validation.remarks)]
    return validation.postmortem, _bounded(said, validation.left_out)


def _with_id(data: Plain, path: str) -> Plain:
    """Return `data` with the name of the file `path`, without its ending, where no id is given."""
    if not isinstance(data, dict):
        return data
    stem = FORBIDDEN_CHARACTER.sub("\ufffd", PurePath(path).stem)
    return {"id": stem if re.search(r"\w", stem) else "incident", **data}


def _without_echoes(
    said: Sequence[Diagnostic], validation: Validation, places: Places
) -> list[Diagnostic]:
    """Return `said` without the warnings about a line where an error says the same.

    Where YAML takes the whole of a text for a comment, the value is missing.
    """
    empty = {
        places.of(remark.loc).line
        for remark in validation.remarks
        if isinstance(node := places.node(remark.loc), Scalar) and node.text is None
    }
    return [it for it in said if it.severity == "error" or it.line not in empty]


def _no_keys(lines: Source, root: Node | None) -> list[Diagnostic]:
    """Return why `root` is no postmortem."""
    if root is None or (isinstance(root, Scalar) and root.text is None):
        blank = not any(line.strip() for line in lines.lines)
        message = "the file is empty" if blank else "the file holds nothing but comments"
        return [Diagnostic(lines.path, 0, 0, message, "'deckgen init' writes one to fill in")]
    found = "a list" if isinstance(root, Items) else "a text"
    unspaced = _UNSPACED.match(root.text or "") if isinstance(root, Scalar) else None
    hint = "start it with 'title: ...'"
    if unspaced and unspaced[1] in known_keys():
        hint = f"write a space after the ':' of {unspaced[1]}"
    message = f"a postmortem is made of keys and values, this is {found}"
    return [lines.diagnostic(root.place._replace(width=1), message, hint)]


def _bounded(said: Sequence[Diagnostic], left_out: int = 0) -> tuple[Diagnostic, ...]:
    """Return the first faults and the first warnings, and after each how many more there are."""
    severities: tuple[Severity, ...] = ("error", "warning")
    parts = ([it for it in said if it.severity == severity] for severity in severities)
    errors, warnings = (sorted(set(part), key=_FILE_ORDER) for part in parts)
    return tuple(sorted([*_first(errors, "faults", left_out), *_first(warnings, "warnings", 0)]))


def _first(said: Sequence[Diagnostic], what: str, left_out: int) -> list[Diagnostic]:
    more = len(said) - MOST_REPORTED + left_out
    if more <= 0:
        return list(said)
    shown = list(said[:MOST_REPORTED])
    at = said[MOST_REPORTED] if len(said) > MOST_REPORTED else shown[-1]
    message = f"{more:,} more {what} from here on"
    return [*shown, replace(at, message=message, hint="", width=1)]
