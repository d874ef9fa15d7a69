"""Measurements of the impact in words, for those who cannot see them."""

from __future__ import annotations

from collections.abc import Sequence

from deckgen.figures.timeline_alt import MOST_CHARACTERS
from deckgen.postmortem.durations import long_duration
from deckgen.postmortem.impact import Series
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.readings import course
from deckgen.postmortem.wording import (
    clock,
    count,
    day_and_clock,
    reading,
    sentence,
    stated,
    zone_label,
)


def impact_alt(postmortem: Postmortem, series: Sequence[Series]) -> str:
    """Return what `series` tell, at most MOST_CHARACTERS characters of whole sentences."""
    text = f"Line chart of {count(len(series), 'measurement')} over the incident."
    for one in series:
        longer = f"{text} {course_in_words(one, postmortem)}."
        if len(longer) > MOST_CHARACTERS:
            break
        text = longer
    return text


def course_in_words(series: Series, postmortem: Postmortem) -> str:
    """Return how bad a measurement got, when, and how long it was past its threshold."""
    told, zone = course(series, postmortem.started_at), postmortem.zone
    at, value = told.worst
    same_day = at.astimezone(zone).date() == postmortem.started_at.astimezone(zone).date()
    when = f"{clock(at, zone) if same_day else day_and_clock(at, zone)} {zone_label(at, zone)}"
    verb = "peaked at" if told.worse == "above" else "fell to"
    words = f"{sentence(series.label)} {verb} {reading(value, series.unit)} at {when}"
    if told.beyond is None or series.threshold is None:
        return f"{words}, from {reading(told.usual, series.unit)} before"
    limit = stated(series.threshold, series.unit)
    if not told.beyond:
        return f"{words} and never passed its threshold of {limit}"
    return f"{words} and was {told.worse} {limit} for {long_duration(told.beyond)}"
