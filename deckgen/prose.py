"""The sentences of a postmortem: every text that somebody wrote to be read, with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckgen.postmortem.model import Postmortem, RootCause

Loc = tuple[str | int, ...]
"""The way from the root of a postmortem to a value: names of fields, indices of lists."""


class Prose(NamedTuple):
    """One text and the way to it."""

    loc: Loc
    text: str


def prose(postmortem: Postmortem) -> Iterator[Prose]:
    """Yield the texts of `postmortem` in the order of the model's fields; no ids, names, links."""
    found = (Prose(loc, text) for loc, text in _texts(postmortem) if text)
    yield from found


def _texts(postmortem: Postmortem) -> Iterator[tuple[Loc, str | None]]:
    yield ("title",), postmortem.title
    yield ("summary",), postmortem.summary
    yield from _of_impact(postmortem)
    for n, event in enumerate(postmortem.timeline):
        yield ("timeline", n, "text"), event.text
    yield from _of_cause(postmortem.root_cause)
    for name in ("went_well", "went_wrong", "got_lucky"):
        yield from _numbered(("lessons", name), getattr(postmortem.lessons, name))
    if key := postmortem.key_learning:
        yield ("key_learning", "statement"), key.statement
        yield ("key_learning", "evidence"), key.evidence
    for n, learning in enumerate(postmortem.learnings):
        yield ("learnings", n, "text"), learning.text
    for n, action in enumerate(postmortem.actions):
        yield ("actions", n, "action"), action.action
    yield from _numbered(("decisions",), postmortem.decisions)
    yield from _numbered(("follow_up", "success_criteria"), postmortem.follow_up.success_criteria)
    for n, picture in enumerate(postmortem.evidence):
        yield ("evidence", n, "caption"), picture.caption
        yield ("evidence", n, "alt"), picture.alt
    for name, headline in postmortem.headlines.items():
        yield ("headlines", name), headline


def _of_impact(postmortem: Postmortem) -> Iterator[tuple[Loc, str | None]]:
    yield ("impact", "statement"), postmortem.impact.statement
    for n, metric in enumerate(postmortem.impact.metrics):
        yield ("impact", "metrics", n, "label"), metric.label
        yield ("impact", "metrics", n, "note"), metric.note
    for n, series in enumerate(postmortem.impact.series):
        yield ("impact", "series", n, "label"), series.label


def _of_cause(cause: RootCause) -> Iterator[tuple[Loc, str | None]]:
    yield ("root_cause", "primary_cause"), cause.primary_cause
    for n, rung in enumerate(cause.five_whys):
        yield ("root_cause", "five_whys", n, "why"), rung.why
        yield ("root_cause", "five_whys", n, "because"), rung.because
    for n, factor in enumerate(cause.contributing_factors):
        yield ("root_cause", "contributing_factors", n, "text"), factor.text


def _numbered(loc: Loc, texts: Iterable[str]) -> Iterator[tuple[Loc, str]]:
    yield from (((*loc, n), text) for n, text in enumerate(texts))
