"""A figure as a page: one file that asks no network, with hover texts, zoom and links."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

import pytest
from lxml import html

from deckgen.figures.timeline import explorable_timeline
from deckgen.postmortem.model import Postmortem
from deckgen.rendering.page import page
from tests.builders import at
from tests.builders import page as builders_page
from tests.programs import require
from tests.rendering.figures import SIZE, impact, incident
from tests.rendering.pages import Visit, visit

NASTY = (
    "</script><script>window.hacked = 1</script> \"quoted\" 'and' &amp; <img src=x onerror=alert()>"
)
LINK = "https://example.com/?a=1&b='2'#\"x"
EVENTS = 300

HOVERS = """
(async () => {
  const chart = document.getElementById("chart"), drag = chart.querySelector(".nsewdrag");
  const told = [];
  for (const point of [...document.querySelectorAll(".point")].slice(0, 4)) {
    const box = point.getBoundingClientRect();
    const at = {clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, bubbles: true};
    drag.dispatchEvent(new MouseEvent("mousemove", at));
    await new Promise(done => setTimeout(done, 200));
    told.push([...document.querySelectorAll(".hovertext")].map(one => one.textContent).join());
  }
  return told;
})()
"""
CLICKS = """
(() => {
  const chart = document.getElementById("chart"), opened = [];
  window.open = (...args) => opened.push(args);
  for (const customdata of chart.data.flatMap(trace => trace.customdata))
    chart.emit("plotly_click", {points: [{customdata}]});
  return opened;
})()
"""
SEEN = {
    "hacked": "window.hacked === undefined ? 'no' : 'yes'",
    "title": "document.title",
    "heading": "document.querySelector('h1').textContent",
    "label": "document.querySelector('[role=img]').getAttribute('aria-label')",
    "images": "document.querySelectorAll('img').length",
    "points": "document.querySelectorAll('.point').length",
    "silent": "chart._fullData.filter(trace => trace.hoverinfo === 'skip').length",
    "hovers": HOVERS,
    "links": "[...document.querySelectorAll('.annotation a')].map(a => a.href.baseVal ?? a.href)",
    "zoom": "[chart._fullLayout.xaxis.fixedrange, chart._fullLayout.yaxis.fixedrange,"
    " chart._context.scrollZoom]",
    "clicks": CLICKS,
}


def crowded() -> Postmortem:
    """Many events, each with a text that would break a page that takes it for markup."""
    events = [
        {"at": at("02:15") + timedelta(seconds=20 * n), "text": f"{NASTY} {n}", "source": LINK}
        for n in range(EVENTS)
    ]
    return incident(timeline=events, title=NASTY, detected_at=at("02:20"))


def timeline_page() -> bytes:
    look = builders_page()
    figure = explorable_timeline(crowded(), look.theme, look.measurer, SIZE)
    return page(figure, f"{NASTY}: timeline", f"Timeline of {NASTY}")


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Visit:
    """The timeline's page in a browser."""
    require("chromium")
    file = tmp_path_factory.mktemp("page") / "timeline.html"
    file.write_bytes(timeline_page())
    with tempfile.TemporaryDirectory(prefix="dg") as folder:
        return visit(file, Path(folder), SEEN)


def test_a_page_asks_no_network_and_complains_of_nothing(seen: Visit) -> None:
    assert [url for url in seen.requests if not url.startswith(("file://", "data:", "blob:"))] == []
    assert len([url for url in seen.requests if url.startswith("file://")]) == 1
    assert seen.complaints == []


def test_texts_that_look_like_markup_stay_texts(seen: Visit) -> None:
    assert (seen.found["hacked"], seen.found["images"]) == ("no", 0)
    assert seen.found["title"] == seen.found["heading"] == f"{NASTY}: timeline"
    assert seen.found["label"] == f"Timeline of {NASTY}"


def test_every_event_has_a_mark_that_tells_it(seen: Visit) -> None:
    assert (seen.found["points"], seen.found["silent"]) == (EVENTS, 0)
    assert len(seen.found["hovers"]) == 4
    for hover in seen.found["hovers"]:
        assert "".join(NASTY.split()) in "".join(hover.split())


def test_labels_and_marks_lead_to_where_an_event_is_recorded(seen: Visit) -> None:
    assert len(seen.found["links"]) > 3
    assert set(seen.found["links"]) == {LINK.replace('"', "%22")}
    assert seen.found["clicks"] == [[LINK, "_blank", "noopener"]] * EVENTS


def test_a_page_zooms_along_time_alone(seen: Visit) -> None:
    assert seen.found["zoom"] == [False, True, True]


def test_a_page_is_one_file_with_everything_in_it() -> None:
    document = html.fromstring(page(impact(), "Impact", "Two measurements").decode())
    scripts = document.findall(".//script")
    assert [script.get("src") for script in scripts if script.get("src")] == []
    assert max(len(script.text or "") for script in scripts) > 1_000_000  # plotly.js
    assert document.findall(".//link") == []
    assert (document.get("lang"), document.findtext(".//title")) == ("en", "Impact")
    assert [text.text for text in document.findall(".//p")] == ["Two measurements"]


def test_a_page_shows_all_of_the_canvas() -> None:
    assert b'"height":554.0' in page(impact(), "Impact", "x").replace(b": ", b":")


def test_the_same_figure_gives_the_same_page() -> None:
    assert page(impact(), "Impact", "x") == page(impact(), "Impact", "x")
