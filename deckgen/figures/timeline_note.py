"""The small print under a timeline: which days and zone, and what the picture leaves out."""

from __future__ import annotations

from deckgen.figures.label_fit import LabelSet
from deckgen.figures.story import Story

_NOTICEABLE = 0.02


def note(story: Story, labels: LabelSet, distortion: float) -> str:
    """Return the days and the zone, how many events are labelled if not all, and the axis's fault.

    `distortion` is how far a moment stands from its place on a linear axis at most, as a share
    of the width.
    """
    sentences = [f"{story.times.span()}, times in {story.times.zone.key}."]
    events = sum(moment.is_event for moment in story.moments)
    labelled = sum(story.moments[label.moment].is_event for label in labels.labels)
    if labelled < events:
        sentences.append(f"{labelled:,} of {events:,} events labelled.")
    if story.has_axis and distortion > _NOTICEABLE:
        sentences.append("Time axis stretched where events cluster.")
    return " ".join(sentences)
