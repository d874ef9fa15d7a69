"""Findings as commands of a GitHub workflow, which shows them beside the lines of a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from deckgen.checking import Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.findings.run import Run

_COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def github(checked: Iterable[Checked], run: Run) -> Iterator[str]:
    """Yield a command for each finding, with the file's path from the working directory."""
    for source in checked:
        for finding in source.findings:
            yield _command(finding, run)


def _command(found: Diagnostic, run: Run) -> str:
    properties: dict[str, object] = {"file": run.relative(found.path).as_posix()}
    if found.line:
        properties |= {"line": found.line, "col": found.column}
        properties |= {"endColumn": found.column + found.width}
    properties["title"] = found.rule
    written = ",".join(
        f"{name}={str(value).translate(_IN_PROPERTIES)}" for name, value in properties.items()
    )
    message = "\n".join(filter(None, [found.message, found.hint and f"help: {found.hint}"]))
    return f"::{_COMMANDS[found.severity]} {written}::{message.translate(_IN_MESSAGES)}\n"
