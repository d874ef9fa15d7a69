"""Which slides a reader gets, and for how many minutes of talk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Profile:
    """A selection of layouts for one kind of reader. `minutes` is what the talk takes.

    `layouts` None means all but those in `leaves_out`, installed ones included.
    """

    name: str
    reader: str
    minutes: int
    layouts: tuple[str, ...] | None
    leaves_out: tuple[str, ...] = ()


REVIEW = Profile("review", "the 30-minute review", 30, None, leaves_out=("one-page",))
EXECUTIVE = Profile(
    "executive",
    "who was not there",
    10,
    ("title", "at-a-glance", "timeline", "key-learning", "actions"),
)
ONEPAGE = Profile("onepage", "a minor incident", 5, ("one-page",))

PROFILES = {profile.name: profile for profile in (REVIEW, EXECUTIVE, ONEPAGE)}
