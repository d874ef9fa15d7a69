"""Findings as SARIF 2.1.0, the format in which code scanning takes results.

Findings that a comment in the file silences are left out: code scanning shows suppressed results
as open ones.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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


def _results(
    source: Checked, run: Run, indices: Mapping[str, int]
) -> Iterator[dict[str, object]]:
    seen: Counter[str] = Counter()
    for found in source.findings:
        line = _line(found, source)
        print_of = _hash(found, line)
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


def _line(found: Diagnostic, source: Checked) -> str:
    """Return the line of a finding, also where it is too long to be shown."""
    is_here = found.path == source.path and 0 < found.line <= len(source.lines)
    return source.lines[found.line - 1] if is_here else found.source


def _hash(found: Diagnostic, line: str) -> str:
    """Return what stays the same where a finding has only moved to another line or column."""
    written = f"{found.rule}\0{' '.join(line.split())}".encode("utf-8", "replace")
    return hashlib.sha256(written).hexdigest()[:16]


def _location(found: Diagnostic, line: str, run: Run) -> dict[str, object]:
    path = run.relative(found.path)
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    location: dict[str, object] = {"artifactLocation": {"uri": uri}}
    if found.line:
        start = _units(line[: found.column - 1], found.column - 1)
        marked = _units(line[found.column - 1 : found.column - 1 + found.width], found.width)
        location["region"] = {
            "startLine": found.line,
            "startColumn": start + 1,
            "endColumn": start + 1 + marked,
        }
    return location


def _units(text: str, characters: int) -> int:
    """Return how many UTF-16 code units `characters` take; `text` is what is known of them."""
    return characters + sum(character > "\uffff" for character in text)
