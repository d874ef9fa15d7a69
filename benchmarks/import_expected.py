"""What an import of a document has to find, as somebody wrote it down after reading the document.

The files and their keys are explained in `import_corpus/README.md`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import AwareDatetime, BaseModel, ConfigDict

FOLDER = Path(__file__).parent / "import_corpus"
"""Where the files are, each named after its document with `.yaml` behind it."""

MilestoneName = Literal[
    "started_at", "detected_at", "acknowledged_at", "mitigated_at", "resolved_at"
]


class _Counted(BaseModel):
    """A thing in a document; `line` is where it stands, from 1."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    line: int


class ExpectedEvent(_Counted):
    """An event of a timeline; `at` is None where the document says no instant, at most a `day`."""

    at: AwareDatetime | None
    day: date | None = None
    sure: bool


class ExpectedMilestone(_Counted):
    """A milestone that the document states."""

    at: AwareDatetime
    sure: bool = True


class ExpectedAction(_Counted):
    """An action item."""

    done: bool
    owner: str | None
    due: date | None
    link: bool


class Expected(BaseModel):
    """All that stands in one document; `notes` tell what is odd about it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    events: tuple[ExpectedEvent, ...]
    milestones: dict[MilestoneName, ExpectedMilestone]
    actions: tuple[ExpectedAction, ...]
    notes: str | None = None


def read_expected(document: Path, folder: Path = FOLDER) -> Expected:
    """Return what was counted in `document`.

    Raises OSError where nothing was, and pydantic's ValidationError for a file of another shape.
    """
    text = (folder / f"{document.name}.yaml").read_text(encoding="utf-8")
    return Expected.model_validate(yaml.safe_load(text))
