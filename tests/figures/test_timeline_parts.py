"""The parts around the labels: dimension lines, the strip of phases, its legend, the note."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from deckgen.figures.composition import AxisRow
from deckgen.figures.pen import Pen
from deckgen.figures.ticks import ticks
from deckgen.figures.time_scale import Knot, TimeScale
from deckgen.figures.time_text import TimeText
from deckgen.figures.timeline_axis import draw_ticks
from deckgen.figures.timeline_dimensions import Dimension, draw_dimensions
from deckgen.figures.timeline_phases import Strip, legend, legend_width, strip
from deckgen.postmortem.phases import Phase, phases
from tests.builders import at, page, postmortem
from tests.figures.measured import Extent, shape_extent, text_box

PEN = Pen(page().theme, page().measurer)
INCIDENT = postmortem(detected_at=at("02:25"), mitigated_at=at("03:15"), resolved_at=at("03:55"))


def drawn(begin: float, end: float) -> tuple[Extent, list[Extent]]:
    """The text and the strokes of a dimension line between two x on 1,000 pixels."""
    places = {at("02:15"): begin, at("03:00"): end}
    one = Dimension("time_to_mitigate", "Time to mitigate", at("02:15"), at("03:00"))
    drawing = draw_dimensions(PEN, [one], places.__getitem__, [100.0], 12, 1000)
    strokes = [shape for shape in drawing.shapes if not shape["name"].endswith(":end")]
    return text_box(drawing.annotations[0]), [shape_extent(stroke) for stroke in strokes]


def test_a_long_dimension_line_has_its_text_in_the_middle() -> None:
    text, (before, after) = drawn(100, 900)
    assert abs((text.left + text.right) / 2 - 500) < 0.02
    assert before.left == 100
    assert before.right < text.left < text.right < after.left
    assert after.right == 900


def test_a_short_one_has_it_behind_and_one_at_the_end_before() -> None:
    behind, (line,) = drawn(100, 150)
    assert behind.left > line.right == 150
    before, (line,) = drawn(900, 950)
    assert before.right < line.left == 900


def clock(pixels_per_minute: float) -> dict[datetime, float]:
    """Where the milestones of the incident are on an even axis."""
    start = at("02:15")
    return {start + timedelta(minutes=n): n * pixels_per_minute for n in (0, 10, 60, 100)}


def words(shown: Strip) -> list[str]:
    return [stretch.words for stretch in shown.stretches]


def test_a_stretch_has_as_many_words_as_it_holds() -> None:
    found = phases(INCIDENT)
    wide, narrow = (strip(PEN, found, clock(scale).__getitem__, 12) for scale in (20, 2.6))
    assert words(wide) == ["Undetected · 10m", "Responding · 50m", "Monitoring · 40m"]
    assert words(narrow) == ["", "Responding", "Monitoring"]
    assert narrow.unnamed == [found[0]]


def test_the_strip_is_set_smaller_where_that_names_one_more_phase() -> None:
    shown = strip(PEN, phases(INCIDENT), clock(10).__getitem__, 14)
    assert (shown.size, words(shown)[0]) == (12, "Undetected")


def test_a_legend_gives_up_durations_and_then_names_to_fit() -> None:
    found: list[Phase] = list(phases(INCIDENT))
    full, short, cut = (legend(PEN, found, width) for width in (500, 350, 150))
    assert full[0].words == "Undetected · 10m"
    assert [entry.words for entry in short] == ["Undetected", "Responding", "Monitoring"]
    assert [entry.words for entry in cut] == ["Undetected"]
    assert legend_width(cut) <= 150


def test_the_times_at_ticks_stay_in_their_extent_or_are_left_out() -> None:
    begins, ends = at("02:00"), at("03:00")
    scale = TimeScale((50.0, 350.0), (Knot(begins, 50.0, 50.0), Knot(ends, 350.0, 350.0)), 0.0)
    found, row = ticks(scale, ZoneInfo("UTC")), AxisRow(100.0, 100.0, 120.0)
    times = TimeText(begins, ends, ZoneInfo("UTC"))
    for end, amount in ((350.0, 3), (285.0, 3), (270.0, 2)):
        drawing = draw_ticks(PEN, found, row, times, (50.0, end), ())
        shown = [text_box(one) for one in drawing.annotations]
        assert len(shown) == amount
        assert all(text.left >= 50 and text.right <= end for text in shown)


def test_drawing_a_timeline_never_loads_plotly() -> None:
    program = (
        "import sys, deckgen.figures.timeline, deckgen.figures.impact, deckgen.scene.figure;"
        "sys.exit('plotly' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
