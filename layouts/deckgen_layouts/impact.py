"""What the customers felt, minute by minute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from deckgen.figures.impact import LEAST_SIZE, ImpactFigure, impact_alt, impact_figures
from deckgen.figures.impact_alt import course_in_words
from deckgen.layout import Layout, Page
from deckgen.postmortem.durations import long_duration
from deckgen.postmortem.impact import Series
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.readings import course
from deckgen.postmortem.wording import reading, sentence, stated
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import Box, to_pixels


class Impact(Layout):
    """Measurements over the time of the incident, with its phases behind them.

    Needs: one series of the impact. Milestones are upright rules, thresholds dashed lines, the
    worst reading is written at its place. Measurements of one unit share a panel, others stand
    below each other on one time axis, and go on where they would get too low to be read. The lines
    are a chart whose data can be edited.
    """

    name: ClassVar[str] = "impact"
    section: ClassVar[str] = "What happened"
    share: ClassVar[float] = 2.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield as many slides as the measurements need, nothing where there are none."""
        body = page.boxes.body
        figures = impact_figures(postmortem, page.theme, page.measurer, _canvas(body))
        unseen = _unseen(postmortem, figures)
        for figure, series in figures:
            item = page.draw(figure, body, "Impact", impact_alt(postmortem, series))
            notes = [*_notes(postmortem, series), *unseen]
            yield self.slide(page, headline(postmortem, series), [item], notes)


def _canvas(body: Box) -> tuple[float, float]:
    """Return the pixels of a canvas like `body`; on a small one all is drawn smaller."""
    width, height = to_pixels(body.width), to_pixels(body.height)
    larger = max(1.0, LEAST_SIZE[0] / width, LEAST_SIZE[1] / height)
    return width * larger, height * larger


def headline(postmortem: Postmortem, measured: Sequence[Series]) -> str:
    """Return how bad the first of `measured` got that passed its threshold, else the first one."""
    told = [(one, course(one, postmortem.started_at)) for one in measured]
    series, its = next(((one, its) for one, its in told if its.beyond), told[0])
    verb = "peaked at" if its.worse == "above" else "fell to"
    head = f"{series.label} {verb} {reading(its.worst[1], series.unit)}"
    if its.beyond is None or series.threshold is None:
        return sentence(f"{head}, from {reading(its.usual, series.unit)} before")
    limit = stated(series.threshold, series.unit)
    if not its.beyond:
        return sentence(f"{head}, never past its threshold of {limit}")
    return sentence(f"{head} and was {its.worse} {limit} for {long_duration(its.beyond)}")


def _notes(postmortem: Postmortem, measured: Sequence[Series]) -> Iterator[str]:
    yield "Say what a customer saw, then how it shows here. When did it get better, and why then?"
    for series in measured:
        yield f"{course_in_words(series, postmortem)}.{_limit(series)}"


def _unseen(postmortem: Postmortem, figures: Sequence[ImpactFigure]) -> list[str]:
    seen = {id(series) for figure in figures for series in figure.series}
    return [
        f"Not shown, as it has no readings around the incident: {series.label}."
        for series in postmortem.impact.series
        if id(series) not in seen
    ]


def _limit(series: Series) -> str:
    if series.threshold is None:
        return ""
    return f" Threshold: {stated(series.threshold, series.unit)}."
