"""Comes in: a figure. Goes out: the bytes of a picture of it, or of a page to explore it in.

Pictures are Kaleido's, which needs Chrome or Chromium; what is imported for them is imported with
the first picture.
"""

from __future__ import annotations

from deckgen.rendering.browser import FigureBrowser
from deckgen.rendering.painter import picture_painter

__all__ = ["FigureBrowser", "picture_painter"]
