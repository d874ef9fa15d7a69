"""A whole figure in Plotly's schema."""

from __future__ import annotations

from deckgen.figures.canvas import canvas
from deckgen.figures.pen import Drawing, Pen
from deckgen.figures.plotly_schema import Figure, Panel
from tests.builders import page

PEN = Pen(page().theme, page().measurer)
PANEL: Panel = {
    "kind": "lines",
    "title": "Errors", "left": 40, "top": 60, "right": 380, "bottom": 280,
    "begins": "2025-01-08 02:00:00.000", "ends": "2025-01-08 03:00:00.000",
    "lowest": 0, "highest": 5, "zone": "UTC",
}  # fmt: skip


def test_a_canvas_is_measured_in_pixels_from_its_upper_left_corner_without_margins() -> None:
    rule = PEN.line("rule", (10, 20), (10, 80), "#5B6776", 2)
    words = PEN.text("words", (10, 20), ["Deploy"], 12, width=60)
    found = canvas(PEN, (400, 300), [], Drawing((rule,), (words,)))
    expected: Figure = {
        "data": [],
        "layout": {
            "width": 400,
            "height": 300,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
            "paper_bgcolor": "#FFFFFF",
            "plot_bgcolor": "#FFFFFF",
            "showlegend": False,
            "font": {
                "family": "Arial, Liberation Sans, sans-serif",
                "size": 16,
                "color": "#1F2A37",
            },
            "xaxis": {"range": [0, 400], "visible": False, "fixedrange": True},
            "yaxis": {"range": [300, 0], "visible": False, "fixedrange": True},
            "shapes": [rule],
            "annotations": [words],
        },
    }
    assert found == expected


def test_panels_are_carried_along() -> None:
    found = canvas(PEN, (400, 300), [], Drawing(), [PANEL])
    assert found["layout"]["meta"] == {"panels": [PANEL]}
