"""Comes in: the review of a quarter. Goes out: its figures as JSON, CSV or Markdown.

The same figures as on the slides, for other programs and other documents.
"""

from __future__ import annotations

from deckgen.quarter_formats.formats import FORMATS, FormatName, figures

__all__ = ["FORMATS", "FormatName", "figures"]
