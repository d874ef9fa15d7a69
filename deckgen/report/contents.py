"""What a report says, in the order of its template: lists, tables and sentences of a postmortem."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from deckgen.figures.reduction import reduced
from deckgen.postmortem.durations import long_duration, parse_duration, short_duration
from deckgen.postmortem.impact import Series
from deckgen.postmortem.measures import Measure, Milestone, Origin, measures, status
from deckgen.postmortem.model import ActionItem, Event, Evidence, Learning, Postmortem
from deckgen.postmortem.vocabulary import IconName
from deckgen.postmortem.wording import quantity
from deckgen.report.flavour import Flavour, Table
from deckgen.report.lead import lead
from deckgen.report.readings import one_day, readings
from deckgen.writers.yaml_scalars import duration_scalar, moment_scalar, number_scalar

MOST_READINGS = 400
"""How many readings of a measurement a report lists; of more, those that tell its course."""

_COLUMNS = MOST_READINGS // 4  # the reduction keeps up to four readings for each
_LONGEST_LABEL = 30


class Measurement(NamedTuple):
    """A measurement of the impact: what is said about it, and its readings in lines."""

    label: str
    facts: list[Markup]
    shortened: str
    readings: str


class Contents:
    """The parts of a report about `postmortem` on the day `as_of`, as `flavour` writes them.

    `folder` is the postmortem's, relative to the report's.
    """

    def __init__(
        self, postmortem: Postmortem, flavour: Flavour, as_of: date, folder: str = ""
    ) -> None:
        self._folder = folder
        self._postmortem = postmortem
        self._write = flavour
        self._as_of = as_of

    def when(self, moment: date) -> str:
        """Return a time in the postmortem's zone, or a day: `2025-01-08 02:15`, `2025-01-08`."""
        if isinstance(moment, datetime):
            return moment_scalar(moment, self._postmortem.zone)
        return moment.isoformat()

    def parts(self) -> Mapping[str, object]:
        """Return the parts by the names by which a template calls for them."""
        found = self._postmortem
        return {
            "postmortem": found,
            "as_of": self._as_of,
            "lead": lead(found, self._as_of),
            "facts": list(self._facts()),
            "times": self._times(),
            "metrics": self._metrics(),
            "timeline": self._timeline(),
            "whys": [self._why(why.why, why.because) for why in found.root_cause.five_whys],
            "factors": [
                self._named(f"{factor.category}:", factor.text)
                for factor in found.root_cause.contributing_factors
            ],
            "key_learning": self._key_learning(),
            "learnings": [
                self._after(self._write.code(one.id), one.text) for one in found.learnings
            ],
            "actions": self._actions(),
            "people": [self._named(f"{one.name}:", one.role) for one in found.people],
            "sources": [self._write.url(source) for source in found.sources],
            "evidence": [self._evidence(n, one) for n, one in enumerate(found.evidence, 1)],
            "measurements": [self._measurement(series) for series in found.impact.series],
            "slides": self._slides(),
            "headlines": Table(("Slide", "Headline"), tuple(found.headlines.items()), "Headline"),
        }

    def _named(self, name: str, value: str) -> Markup:
        return self._after(self._write.strong(name), value)

    def _after(self, first: Markup, text: str) -> Markup:
        return Markup(f"{first} {self._write.written(text)}")

    def _remarked(self, value: str, remark: str) -> Markup:
        return Markup(f"{self._write.written(value)} {self._write.remark(remark)}")

    def _facts(self) -> Iterator[Markup]:
        found, write = self._postmortem, self._write
        yield self._named("Incident:", found.id)
        yield self._named("Severity:", found.severity or write.remark("not recorded"))
        by_times = write.remark(f"{status(found)}, by the times below")
        yield self._named("Status:", found.status or by_times)
        if found.services:
            yield self._named("Services:", self._names(found.services))
        if found.tags:
            yield self._named("Tags:", self._names(found.tags))
        other = "" if found.timezone == "UTC" else "; a Z behind one means UTC"
        told = f"all times are in this zone{other}"
        yield self._named("Time zone:", self._remarked(found.timezone, told))
        if found.published_at:
            yield self._named("Published:", self.when(found.published_at))
        if found.drill:
            yield self._named("Drill:", self._remarked("yes", "an exercise"))

    def _names(self, names: tuple[str, ...]) -> Markup:
        return Markup(", ".join(map(self._write.code, names)))

    def _times(self) -> Table:
        taken = measures(self._postmortem)
        shown = (
            (taken.impact_lasted.begins, taken.impact_lasted),
            *((measure.ends, measure) for measure in list(taken)[:4]),
        )
        headings = ("Milestone", "Time", "Measure", "Computed", "Reported")
        rows = tuple(self._milestone(milestone, measure) for milestone, measure in shown)
        return Table(headings, rows, "Time").without_empty("Time", "Computed")

    def _milestone(self, milestone: Milestone, measure: Measure) -> tuple[str, ...]:
        at: str = self._write.remark("not recorded")
        if milestone.at is not None:
            at = self.when(milestone.at)
        if milestone.origin is Origin.TIMELINE:
            at = self._remarked(at, "from the timeline")
        lasted = "" if measure.duration is None else long_duration(measure.duration)
        return milestone.name.capitalize(), at, measure.name, lasted, self._reported(measure)

    def _reported(self, measure: Measure) -> str:
        if measure.reported is None:
            return ""
        short = short_duration(measure.reported)
        exact = parse_duration(short) == measure.reported
        told = short if exact else duration_scalar(measure.reported)
        return self._remarked(told, "differs") if measure.disagrees else told

    def _metrics(self) -> Table:
        rows = tuple(
            (metric.label, quantity(metric.value, metric.unit), metric.note or "")
            for metric in self._postmortem.impact.metrics
        )
        return Table(("What", "How much", "Note"), rows, "How much").without_empty("How much")

    def _timeline(self) -> Table:
        """Return the events; those of one day have it in the heading."""
        events = self._postmortem.timeline
        day, times = one_day([self.when(event.at) for event in events])
        rows = tuple(map(self._event, events, times))
        headings = (f"Time, {day}" if day else "Time", "Kind", "Event", "Source")
        return Table(headings, rows, "Event").without_empty()

    def _event(self, event: Event, time: str) -> tuple[str, ...]:
        text = self._write.strong(event.text) if event.key else event.text
        source = self._short_link(event.source) if event.source else ""
        return time, event.kind, text, source

    def _short_link(self, url: str) -> Markup:
        """Return a link that reads as the last part of its path, such as a ticket's key."""
        parts = urlsplit(url)
        last = parts.path.rstrip("/").rpartition("/")[2]
        label = last if 0 < len(last) <= _LONGEST_LABEL else parts.netloc[:_LONGEST_LABEL]
        return self._write.link(label or "link", url)

    def _why(self, why: str, because: str | None) -> str:
        if because is None:
            return why
        asked = self._remarked(why, "Because:")
        return self._after(asked, because)

    def _key_learning(self) -> list[Markup]:
        """Return the paragraphs about the key learning, none where there is none."""
        key = self._postmortem.key_learning
        if key is None:
            return []
        said = [self._after(self._write.code(key.id), self._write.strong(key.statement))]
        if key.evidence:
            said.append(self._after(self._write.remark("Why we believe it:"), key.evidence))
        return said

    def _learning(self, learning: Learning) -> Markup:
        return self._after(self._write.code(learning.id), learning.text)

    def _slides(self) -> list[Markup]:
        """Return what only the deck shows, save the headlines."""
        key = self._postmortem.key_learning
        if key is None or key.icon is IconName.LIGHTBULB:
            return []
        return [self._named("Icon of the key learning:", key.icon)]

    def _actions(self) -> Table:
        headings = ("Id", "Action", "Answers", "Kind", "Owner", "Due", "Status", "Completed")
        rows = tuple(map(self._action, self._postmortem.actions))
        return Table((*headings, "Priority", "Ticket", "Agreed"), rows, "Action").without_empty()

    def _action(self, action: ActionItem) -> tuple[str, ...]:
        write = self._write
        due: str = write.remark("no date")
        if action.due is not None:
            due = self.when(action.due)
            due = self._remarked(due, "overdue") if action.is_overdue(self._as_of) else due
        return (
            *(action.id, action.action, action.learning or "", action.kind or ""),
            *(action.owner or write.remark("unassigned"), due),
            action.status.replace("_", " "),
            self.when(action.completed) if action.completed else "",
            action.priority or "",
            self._short_link(action.link) if action.link else "",
            {True: "yes", False: "no", None: ""}[action.confirmed],
        )

    def _evidence(self, number: int, evidence: Evidence) -> list[Markup]:
        """Return the paragraphs of a picture: itself, and what to see in it."""
        path = posixpath.join(self._folder, evidence.image.path)
        picture = self._write.picture(evidence.alt or evidence.caption, path)
        return [picture, self._after(self._write.remark(f"Figure {number}:"), evidence.caption)]

    def _measurement(self, series: Series) -> Measurement:
        facts = [self._named("Unit:", series.unit)] if series.unit else []
        if series.threshold is not None:
            facts.append(self._named("Threshold:", number_scalar(series.threshold)))
        points = series.points
        if len(points) > MOST_READINGS:
            points = tuple(reduced(points, points[0][0], points[-1][0], _COLUMNS))
        told = f"{len(points):,} of {len(series.points):,} readings: first, lowest, highest, last."
        shortened = told if len(points) < len(series.points) else ""
        lines = readings(points, self._postmortem.zone)
        return Measurement(series.label, facts, shortened, "\n".join(lines))
