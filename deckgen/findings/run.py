"""What is the same for all findings of a report."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Run:
    """The day that was counted from, and the folder from which a report names files."""

    as_of: date
    folder: Path

    def relative(self, path: str) -> Path:
        """Return `path` from the folder; absolute where it does not lie in it."""
        absolute = Path(os.path.normpath(self.folder / path))
        inside = absolute.is_relative_to(self.folder)
        return absolute.relative_to(self.folder) if inside else absolute
