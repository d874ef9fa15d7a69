"""A figure as a page to explore: one file, with everything in it, that asks no network."""

from __future__ import annotations

from html import escape

from deckgen.figures.plotly_schema import Figure

_BUTTONS = [["zoomIn2d", "zoomOut2d", "resetScale2d", "toImage"]]
_CONFIG = {"displaylogo": False, "scrollZoom": True, "modeBarButtons": _BUTTONS}
_ROOM_FOR_BUTTONS = 36
_CHART = "chart"

# A mark says where its event is recorded; a reading of a line says nothing of the kind.
_OPEN_SOURCE = """
document.getElementById("{plot_id}").on("plotly_click", event => {
  const link = event.points[0].customdata;
  if (typeof link === "string" && link) window.open(link, "_blank", "noopener");
});
"""


def page(figure: Figure, title: str, alt: str) -> bytes:
    """Return an HTML document of `figure`, which hovers, zooms along time and links.

    `title` names the page, `alt` is the figure in words for those who cannot see it.
    """
    from plotly.io import to_html

    layout = figure["layout"]
    shown = {
        "data": figure["data"],
        "layout": {
            **layout,
            "height": layout["height"] + _ROOM_FOR_BUTTONS,
            "margin": {**layout["margin"], "t": _ROOM_FOR_BUTTONS},
            "xaxis": {**layout["xaxis"], "fixedrange": False},
            "hovermode": "closest",
            "dragmode": "pan",
            "hoverlabel": {"align": "left", "font": layout["font"]},
        },
    }
    chart = to_html(
        shown, config=_CONFIG, full_html=False, include_plotlyjs=True, div_id=_CHART,
        post_script=_OPEN_SOURCE, validate=False, auto_play=False,
    )  # fmt: skip
    style = (
        "body{margin:0;padding:24px;font-family:Arial,sans-serif;"
        f"color:{layout['font']['color']};background:{layout['paper_bgcolor']}}}"
        f"main{{width:{layout['width']:g}px;margin:auto}}h1{{font-size:22px}}p{{font-size:14px}}"
    )
    label = f'role="img" aria-label={_quoted(alt)}'
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n<div {label}>{chart}</div>\n"
        f"<p>{escape(alt)}</p>\n</main>\n</body>\n</html>\n"
    ).encode()


def _quoted(text: str) -> str:
    return f'"{escape(text, quote=True)}"'
