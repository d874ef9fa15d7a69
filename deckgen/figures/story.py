"""What the timeline of an incident tells, before anything has a place."""

from __future__ import annotations

from typing import NamedTuple

from deckgen.figures.moments import Moment, moments
from deckgen.figures.time_text import TimeText
from deckgen.figures.timeline_dimensions import Dimension, dimensions
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.phases import Phase, phases


class Story(NamedTuple):
    """The moments in the order of time, the phases, the measures, and how times are written."""

    moments: tuple[Moment, ...]
    phases: tuple[Phase, ...]
    dimensions: tuple[Dimension, ...]
    times: TimeText

    @property
    def has_axis(self) -> bool:
        """Whether any time passes; an axis of a single instant would show nothing."""
        return self.moments[0].at < self.moments[-1].at


def story(postmortem: Postmortem) -> Story:
    """Return what the timeline of `postmortem` tells."""
    shown = moments(postmortem)
    times = TimeText(shown[0].at, shown[-1].at, postmortem.zone)
    if shown[0].at == shown[-1].at:
        return Story(shown, (), (), times)
    return Story(shown, phases(postmortem), tuple(dimensions(postmortem)), times)
