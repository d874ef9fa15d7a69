"""Findings as JSON for programs; docs/check.md describes it, and its `version` says which form."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from deckgen.checking import Checked
from deckgen.diagnostics import Diagnostic
from deckgen.findings.run import Run
from deckgen.version import __version__

VERSION = 1


def plain_json(checked: Iterable[Checked], run: Run) -> Iterator[str]:
    """Yield one JSON object, in which each source has a line."""
    about = {"version": VERSION, "deckgen": __version__, "as_of": run.as_of.isoformat()}
    yield json.dumps(about)[:-1] + ', "sources": ['
    total: Counter[str] = Counter(errors=0, warnings=0, infos=0, silenced=0)
    separator = "\n"
    for source in checked:
        total.update(f"{finding.severity}s" for finding in source.findings)
        total["silenced"] += source.silenced
        yield separator + json.dumps(_source(source))
        separator = ",\n"
    yield f'\n], "total": {json.dumps(total)}}}\n'


def _source(source: Checked) -> dict[str, object]:
    return {
        "path": source.path,
        "was_read": source.was_read,
        "silenced": source.silenced,
        "findings": [_finding(finding) for finding in source.findings],
    }


def _finding(found: Diagnostic) -> dict[str, object]:
    has_place = found.line > 0
    return {
        "rule": found.rule,
        "severity": found.severity,
        "message": found.message,
        "hint": found.hint or None,
        "path": found.path,
        "line": found.line if has_place else None,
        "column": found.column if has_place else None,
        "end_column": found.column + found.width if has_place else None,
    }
