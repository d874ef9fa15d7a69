"""Sources with findings, made up for the formats."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from deckgen.checking import Checked
from deckgen.diagnostics import Diagnostic, Severity
from deckgen.findings import Run

RUN = Run(date(2025, 2, 1), Path("/repo"))
LINES = ("title: Down", "summary: 🔥 We forgot, again", "owner: TBD", "owner: TBD")


def finding(
    line: int, column: int, width: int, severity: Severity = "warning", rule: str = "blame"
) -> Diagnostic:
    return Diagnostic(
        "pm.yaml", line, column, "'We forgot' blames 'We'", "say what the tool lacked",
        width, LINES[line - 1], severity, rule,
    )  # fmt: skip


SOURCE = Checked(
    "pm.yaml",
    (
        finding(2, 12, 9),
        finding(3, 8, 3, "error", "action-owner"),
        finding(4, 8, 3, "info", "action-owner"),
    ),
    silenced=2,
    lines=LINES,
)
UNREAD = Checked(
    "b: c,d%/100%.yaml",
    (Diagnostic("b: c,d%/100%.yaml", 0, 0, "is a folder,\nnot a postmortem file", rule="input"),),
    was_read=False,
)
CLEAN = Checked("clean.yaml", ())
