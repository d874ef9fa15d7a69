"""Figures of a postmortem in Plotly's schema, as plain dictionaries; Plotly itself stays unread.

Comes in: a postmortem, a theme, a text measurer and a canvas in pixels. Goes out: a figure whose
layout is done: every position is a pixel of the canvas, so a painter only maps coordinates.
"""
