"""What a deck says of itself: at the foot of its slides, and in the properties of its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from deckgen.layout import Page
from deckgen.postmortem.measures import milestones, status
from deckgen.postmortem.model import Postmortem
from deckgen.postmortem.wording import short_day
from deckgen.scene.deck import Footer, Properties
from deckgen.scene.geometry import to_points
from deckgen.scene.measure import SAFETY

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The first instant that a .zip file can hold."""


@dataclass(frozen=True)
class Imprint:
    """The footer and the properties of a deck."""

    footer: Footer
    properties: Properties


def counts_days(postmortem: Postmortem) -> bool:
    """Whether the deck of `postmortem` depends on the day as of which it is made.

    So where an action is open that is promised for a day: it is overdue or not, and for how long.
    """
    return any(one.due is not None and not one.status.is_closed for one in postmortem.actions)


def imprint(postmortem: Postmortem, page: Page) -> Imprint:
    """Return what a deck about `postmortem` says of itself.

    The day as of which it is made is named only where it counts, so that otherwise the same
    postmortem gives the same deck on any day.
    """
    started = postmortem.started_at.astimezone(postmortem.zone)
    by_day = counts_days(postmortem)
    rest = f" · as of {short_day(page.as_of)}" if by_day else ""
    modified = at_midnight(page.as_of) if by_day else max(_instants(postmortem))
    subject = f"Postmortem of {postmortem.id}, {status(postmortem)}"
    return Imprint(
        Footer(short_day(started), in_footer(postmortem.id, rest, page)),
        Properties(postmortem.title, subject, postmortem.tags, max(_EARLIEST, modified)),
    )


def in_footer(name: str, rest: str, page: Page) -> str:
    """Return `name` and `rest` on one line of the footer; `name` gives way where there is no room.

    The name stands in full in the properties and on the cover.
    """
    if page.boxes.footer is None:
        return f"{name}{rest}"
    width, size = to_points(page.boxes.footer.width), page.title_sizes.footer
    left = width - page.measurer.width(rest, size) / SAFETY
    short = page.measurer.shortened(name, left, 1, size)
    return page.measurer.shortened(f"{short}{rest}", width, 1, size)


def at_midnight(day: date) -> datetime:
    """Return the first instant of `day`, UTC."""
    return datetime.combine(day, time(), UTC)


def _instants(postmortem: Postmortem) -> Iterator[datetime]:
    """Yield the instants that are recorded, the publication among them, in UTC."""
    at = milestones(postmortem)
    for one in (at.started, at.detected, at.acknowledged, at.mitigated, at.resolved):
        if one.at is not None:
            yield one.at
    yield from (event.at for event in postmortem.timeline)
    published = postmortem.published_at
    if published is not None:
        yield published if isinstance(published, datetime) else at_midnight(published)
