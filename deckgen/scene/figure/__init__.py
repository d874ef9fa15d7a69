"""A Plotly figure as native shapes: the same picture, every part of it editable.

The figure says where everything is, in pixels of its canvas (`deckgen.figures.plotly_schema`);
here its coordinates become EMU in a box, its pseudo-HTML runs, its markers native outlines, its
lines, bars and dots native charts.
"""

from __future__ import annotations

from deckgen.scene.figure.group import figure_group

__all__ = ["figure_group"]
