"""Findings as SARIF 2.1.0, the format in which code scanning takes results.

Findings that a comment in the file silences are left out: code scanning shows suppressed results
as open ones.
"""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, Self
from urllib.parse import quote

from deckgen.checking import Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.findings.run import Run
from deckgen.manual import Page, pages
from deckgen.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_FINGERPRINT = "deckgenFinding/v1"


def sarif(checked: Iterable[Checked], run: Run) -> Iterator[str]:
    """Yield one log with one run, in which each result has a line."""
    driver = {
        "name": "deckgen",
        "semanticVersion": __version__,
        "rules": [_rule(page) for page in pages().values()],
    }
    yield f'{{"$schema": {json.dumps(SCHEMA)}, "version": "2.1.0", "runs": [\n'
    yield f'{{"tool": {json.dumps({"driver": driver})},\n'
    yield '"columnKind": "utf16CodeUnits", "results": ['
    separator = "\n"
    indices = {rule: index for index, rule in enumerate(pages())}
    for source in checked:
        for result in _results(source, run, indices):
            yield separator + json.dumps(result)
            separator = ",\n"
    yield "\n]}]}\n"


def _rule(page: Page) -> dict[str, object]:
    about = page.text.partition("\nFails:\n")[0].partition("\n\n")[2].strip()
    return {
        "id": page.id,
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": about or page.summary},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": _LEVELS[page.severity]},
    }


def _results(source: Checked, run: Run, indices: Mapping[str, int]) -> Iterator[dict[str, object]]:
    seen: Counter[str] = Counter()
    lines: dict[tuple[str, int], _Line] = {}
    for found in source.findings:
        line = lines.get((found.path, found.line))
        if line is None:
            line = lines[found.path, found.line] = _Line.of(_text(found, source))
        print_of = f"{found.rule}:{line.digest}"
        seen[print_of] += 1
        yield {
            "ruleId": found.rule,
            "ruleIndex": indices[found.rule],
            "level": _LEVELS[found.severity],
            "message": {"text": _message(found)},
            "locations": [{"physicalLocation": _location(found, line, run)}],
            "partialFingerprints": {_FINGERPRINT: f"{print_of}:{seen[print_of]}"},
        }


def _message(found: Diagnostic) -> str:
    return "\n".join(filter(None, [found.message, found.hint and f"help: {found.hint}"]))


def _text(found: Diagnostic, source: Checked) -> str:
    """Return the line of a finding, also where it is too long to be shown."""
    is_here = found.path == source.path and 0 < found.line <= len(source.lines)
    return source.lines[found.line - 1] if is_here else found.source


class _Line(NamedTuple):
    """What there is to know of a line, found out once for all findings in it.

    `digest` stays the same where the line only moves or is indented anew. `wide` are the indices
    of the characters that take two UTF-16 code units.
    """

    digest: str
    wide: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Self:
        written = " ".join(text.split()).encode("utf-8", "replace")
        wide = () if text.isascii() else [n for n, sign in enumerate(text) if sign > "\uffff"]
        return cls(hashlib.sha256(written).hexdigest()[:16], wide)

    def column(self, index: int) -> int:
        """Return the column, in UTF-16 code units from 1, of the character with this index."""
        return index + bisect_left(self.wide, index) + 1


def _location(found: Diagnostic, line: _Line, run: Run) -> dict[str, object]:
    path = run.relative(found.path)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    location: dict[str, object] = {"artifactLocation": {"uri": uri}}
    if found.line:
        location["region"] = {
            "startLine": found.line,
            "startColumn": line.column(found.column - 1),
            "endColumn": line.column(found.column - 1 + found.width),
        }
    return location
