"""The examples in a rule's page of the manual, as postmortem files."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path

from deckgen.policy import Policy
from deckgen.readers.beside import Folder
from deckgen.readers.postmortem_yaml import parse_postmortem
from deckgen.rule import Case, Finding, Rule

AS_OF = date(2025, 2, 1)
LEAST = {"title": "title: Checkout down", "started_at": "started_at: 2025-01-08 02:15"}


def examples(rule: Rule, label: str) -> list[str]:
    """Return the files that stand behind a line `label` of the rule's manual page.

    A title and a start are added where an example writes none.
    """
    pages = (rule.__doc__ or "").split(f"\n{label}:\n")[1:]
    return [_whole(_indented(page)) for page in pages]


def findings(rule: Rule, source: str, policy: Policy | None = None) -> list[Finding]:
    """Return what `rule` finds in the file `source`."""
    document = parse_postmortem(source.encode(), "example.yaml", Folder(Path()))
    return list(rule.check(Case(document.postmortem, policy or Policy(), AS_OF)))


def _indented(page: str) -> str:
    lines = []
    for line in page.strip("\n").split("\n"):
        if line and not line.startswith("    "):
            break
        lines.append(line)
    return textwrap.dedent("\n".join(lines))


def _whole(piece: str) -> str:
    lacking = [line for key, line in LEAST.items() if f"\n{key}:" not in f"\n{piece}"]
    return "\n".join([*lacking, piece])
