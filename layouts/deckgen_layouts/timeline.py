"""The incident on a time axis."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import ClassVar

from deckgen.figures.timeline import timeline_alt, timeline_figure
from deckgen.layout import Layout, Page
from deckgen.postmortem.durations import long_duration
from deckgen.postmortem.measures import measures, status
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.vocabulary import EventKind, Status
from deckgen.postmortem.wording import clock, count_in_words, instant, sentence
from deckgen.scene.deck import Slide
from deckgen.scene.geometry import to_pixels


class Timeline(Layout):
    """What happened when: events, phases, and the times to detect, mitigate and resolve.

    Needs: one event of the timeline. Where not all events can be labelled, those marked `key`,
    the milestones and a fair spread are; the rest are small marks, counted in a footnote, and
    stand in the appendix. Always one slide.
    """

    name: ClassVar[str] = "timeline"
    section: ClassVar[str] = "What happened"
    share: ClassVar[float] = 4.0

    def slides(self, postmortem: Postmortem, page: Page) -> Iterator[Slide]:
        """Yield the chart, nothing where no event is recorded."""
        if not postmortem.events:
            return
        body = page.boxes.body
        size = (to_pixels(body.width), to_pixels(body.height))
        figure = timeline_figure(postmortem, page.theme, page.measurer, size)
        item = page.draw(figure, body, "Timeline", timeline_alt(postmortem))
        yield self.slide(page, headline(postmortem), [item], list(_notes(postmortem)))


def headline(postmortem: Postmortem) -> str:
    """Return how long detection, mitigation and resolution took, as far as they are recorded.

    An incident that begins with its detection says nothing about how fast that was.
    """
    taken = measures(postmortem)
    ends = ("mitigated", taken.time_to_mitigate), ("resolved", taken.time_to_resolve)
    end = next((step for step in ends if step[1].duration is not None), None)
    detected = [("detected", taken.time_to_detect)] if taken.time_to_detect.duration else []
    steps = [*detected, *([end] if end else [])]
    is_open = end is None and status(postmortem) is Status.OPEN
    known = [(verb, step.duration) for verb, step in steps if step.duration is not None]
    if not known:
        events = count_in_words(len(postmortem.events), "event")
        since = instant(postmortem.started_at, postmortem.zone)
        is_detected = is_open and taken.time_to_detect.duration is not None
        state = "not yet mitigated" if is_detected else "no milestone yet"
        return sentence(f"{events} recorded since {since}; {state}")
    told = ", ".join(_told(verb, duration, known) for verb, duration in known)
    return sentence(f"{told}; not yet mitigated" if is_open else told)


def _told(verb: str, duration: timedelta, known: list[tuple[str, timedelta]]) -> str:
    if not duration:
        return f"{verb} at once"
    words = long_duration(duration)
    first = next(long_duration(d) for _, d in known if d)
    same_unit = words.split()[1:] == first.split()[1:] and len(words.split()) == 2
    return f"{verb} in {words.split()[0] if same_unit and words != first else words}"


def _notes(postmortem: Postmortem) -> Iterator[str]:
    yield "Walk the timeline from left to right. Ask what people saw and knew at each moment."
    told = [event for event in postmortem.events if event.key or event.kind is not EventKind.NOTE]
    for event in (told or postmortem.events)[:12]:
        yield f"{clock(event.at, postmortem.zone)}: {event.text}"
