"""Small postmortem files, and what reading them says."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.postmortem.model import Postmortem
from deckgen.readers import Document, Folder, parse_postmortem

HEAD = "title: Checkout down\nstarted_at: 2025-01-08 02:15\n"
"""The two lines that every postmortem has."""

NOWHERE = Path("/nonexistent")
"""A folder without pictures."""

PARSERS = [
    pytest.param(
        True,
        id="libyaml",
        marks=pytest.mark.skipif(
            not yaml.__with_libyaml__, reason="this PyYAML was built without libyaml"
        ),
    ),
    pytest.param(False, id="pure"),
]
"""Whether PyYAML reads by libyaml, where it has it, or by its own parser."""


def document(text: str | bytes, folder: Path = NOWHERE) -> Document:
    """Return the document in `text`, read as `incident.yaml`."""
    source = text if isinstance(text, bytes) else text.encode()
    return parse_postmortem(source, "incident.yaml", Folder(folder))


def postmortem(more: str = "", folder: Path = NOWHERE) -> Postmortem:
    """Return the postmortem of the two lines that all have and `more`."""
    return document(HEAD + more, folder).postmortem


def notices(more: str) -> list[str]:
    """Return the warnings about the two lines that all have and `more`, from line 3 on."""
    return [said(notice) for notice in document(HEAD + more).notices]


def diagnostics(text: str | bytes, folder: Path = NOWHERE) -> tuple[Diagnostic, ...]:
    """Return all that is said of a file that cannot be read."""
    with pytest.raises(InputError) as caught:
        document(text, folder)
    return caught.value.diagnostics


def faults(text: str | bytes, folder: Path = NOWHERE) -> list[str]:
    """Return the faults of a whole file, as `line:column message`."""
    return [said(fault) for fault in diagnostics(text, folder) if fault.severity == "error"]


def faults_in(more: str, folder: Path = NOWHERE) -> list[str]:
    """Return the faults of the two lines that all have and `more`, from line 3 on."""
    return faults(HEAD + more, folder)


def said(diagnostic: Diagnostic) -> str:
    """Return the place and the message of `diagnostic`."""
    return f"{diagnostic.line}:{diagnostic.column} {diagnostic.message}"


def hints(text: str) -> list[str]:
    """Return what is advised about the faults of a whole file."""
    return [fault.hint for fault in diagnostics(text)]
