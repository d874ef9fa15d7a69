"""Comes in: a postmortem file. Goes out: a `Document`, or all faults of the file at once."""

from __future__ import annotations

from deckgen.readers.beside import Folder
from deckgen.readers.document import Document
from deckgen.readers.postmortem_yaml import parse_postmortem, read_postmortem

__all__ = ["Document", "Folder", "parse_postmortem", "read_postmortem"]
