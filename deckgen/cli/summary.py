"""The lines that a build ends with: the deck, what is hidden in it, what a check would list."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.postmortem.wording import count, listing

if TYPE_CHECKING:
    from deckgen.diagnostics import Diagnostic, Severity
    from deckgen.pipeline import Built
    from deckgen.redaction import Redacted

_PLURALS = {
    "person": "people",
    "e-mail address": "e-mail addresses",
    "network address": "network addresses",
}
"""Of what is masked, where it is not just an `s`."""

_NAMES: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "remark"}


def summary(
    built: Built, where: str, seconds: float, findings: Sequence[Diagnostic], source: Path
) -> Iterator[str]:
    """Yield the lines about a deck that was `built` from `source` and is now at `where`."""
    slides, warnings = len(built.deck.slides), len(built.warnings)
    said = f"{where}: {count(slides, 'slide')} in {seconds:.2f} s"
    yield f"{said}, {count(warnings, 'warning')}" if warnings else said
    if built.hidden:
        yield masked(built.hidden)
    yield _counted(findings, source)


def masked(hidden: Redacted) -> str:
    """Return the line that says what the public is not shown."""
    said = [count(amount, kind, _PLURALS.get(kind)) for kind, amount in hidden.masked.items()]
    left_out = [
        count(amount, what)
        for amount, what in ((hidden.pictures, "picture"), (hidden.links, "link"))
        if amount
    ]
    parts = [f"masked: {listing(said) or 'nothing'}"]
    return "; ".join(parts + [f"left out: {listing(left_out)}"] * bool(left_out))


def _counted(findings: Sequence[Diagnostic], source: Path) -> str:
    """Return the line that says how many findings a check lists."""
    if not findings:
        return "check: nothing to object to"
    amounts = Counter(finding.severity for finding in findings)
    counts = [count(amounts[kind], name) for kind, name in _NAMES.items() if amounts[kind]]
    return f"check: {listing(counts)}; see them with: deckgen check {shlex.quote(str(source))}"
