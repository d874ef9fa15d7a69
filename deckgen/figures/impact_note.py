"""The small print under a picture of the impact: which days and zone, and what it leaves out."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.figures.impact_panels import Line
from deckgen.figures.impact_span import is_within
from deckgen.figures.time_text import TimeText
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.wording import count


def impact_note(postmortem: Postmortem, shown: Sequence[Line], times: TimeText) -> list[str]:
    """Return what there is to say of the lines `shown` in the span of `times`, by sentences.

    The first one names the days and the zone; the others are there only where they are needed.
    """
    begins, ends = times.begins, times.ends
    sentences = [f"{times.span()}, times in {times.zone.key}."]
    within = sum(begins <= at <= ends for line in shown for at, _ in line.series.points)
    drawn = sum(len(line.points) for line in shown)
    total = sum(len(line.series.points) for line in shown)
    if drawn < within:
        sentences.append(f"{drawn:,} of {within:,} readings drawn, every peak among them.")
    if within < total:
        sentences.append(f"{count(total - within, 'reading')} before or after not shown.")
    unseen = sum(not is_within(one, begins, ends) for one in postmortem.impact.series)
    if unseen:
        sentences.append(f"{count(unseen, 'measurement')} without readings in this time.")
    return sentences
