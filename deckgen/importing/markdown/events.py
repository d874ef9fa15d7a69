"""The events of a timeline, and the milestones that it states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple

from deckgen.importing.markdown.dating import Dated, Note
from deckgen.importing.markdown.decoding import Text
from deckgen.importing.markdown.event_kinds import Said, likely_kind, said_kind
from deckgen.importing.markdown.found import Found, Remark
from deckgen.importing.markdown.links import first_link, other_links
from deckgen.importing.markdown.zones import zone_for_display
from deckgen.postmortem.measures import MILESTONE_EVENTS
from deckgen.postmortem.vocabulary import EventKind

_TIMELINE = ("timeline",)
_A_DAY = timedelta(days=1)
_KEYS: Mapping[EventKind, str] = MappingProxyType(
    {kind: f"{name}_at" for name, kind in MILESTONE_EVENTS.items()}
)


class Kinds(NamedTuple):
    """The kind of each row, and which of them was only made likely by its words."""

    kinds: tuple[EventKind, ...]
    likely: frozenset[int]
    starts: int | None


def kinds_of(rows: Sequence[Dated]) -> Kinds:
    """Return what each row is; what is only likely counts for the first of a kind, if at all."""
    said = [_said(row) for row in rows]
    kinds = [one.kind if one else EventKind.NOTE for one in said]
    starts = next((n for n, one in enumerate(said) if one and one.starts and rows[n].at), None)
    likely = set()
    for n, row in enumerate(rows):
        kind = likely_kind(row.row.text.text) if said[n] is None and row.at else None
        if kind and kind not in kinds:
            kinds[n] = kind
            likely.add(n)
    return Kinds(tuple(kinds), frozenset(likely), starts)


def _said(row: Dated) -> Said | None:
    """Return what a row is: as its own column names it, else as its words say."""
    words = said_kind(row.row.text.text)
    kind = row.row.kind
    return Said(kind, bool(words and words.starts)) if kind else words


def events_of(rows: Sequence[Dated], kinds: Kinds, text: Text) -> Iterator[Found]:
    """Yield an event for each row with an instant, and what is left of the others."""
    for n, row in enumerate(rows):
        words = row.row.text.text
        if row.at is None or not words:
            lines = [text.between(row.row.line, _last(row))]
            why = f" ({row.why_not})" if row.why_not else ""
            yield Found(
                _TIMELINE,
                None,
                row.row.line,
                False,
                (),
                (Remark(row.row.line, f"{lines[0]}{why}"),),
            )
            continue
        yield _event(row, kinds.kinds[n], n in kinds.likely, text)


def _last(row: Dated) -> int:
    return max([row.row.line, row.row.text.number, *(last for _, last in row.row.details)])


def _event(row: Dated, kind: EventKind, likely: bool, text: Text) -> Found:
    line, words = row.row.line, row.row.text.text
    link = first_link(row.row.text.anchors)
    value: dict[str, object] = {"at": row.at}
    if kind is not EventKind.NOTE:
        value["kind"] = kind.value
    until = row.row.stamp.until
    value["text"] = f"{words} (until {until})" if until and not row.row.within else words
    if link:
        value["source"] = link
    guesses = [Remark(note.line, note.reason, ("at",)) for note in row.notes if not note.of_zone]
    if row.row.within:
        guesses.append(Remark(line, "the time stands within a sentence", ("at",)))
    if likely:
        guesses.append(Remark(line, f"read as {kind.value} from its words", ("kind",)))
    left = [Remark(line, one) for one in other_links(row.row.text.anchors, link, words)]
    left += [Remark(line, f"picture: {path}") for path in row.row.text.pictures]
    left += [Remark(first, text.between(first, last)) for first, last in row.row.details]
    return Found(_TIMELINE, value, line, True, tuple(guesses), tuple(left))


def zone_notes(rows: Iterable[Dated]) -> Iterator[Found]:
    """Yield the zone in which the times are shown, and what was assumed about zones."""
    rows = [row for row in rows if row.at is not None]
    notes = [note for row in rows for note in row.notes if note.of_zone]
    guesses = tuple(Remark(note.line, note.reason) for note in _first_of_each(notes))
    if not rows:
        return
    names = [row.zone.name for row in rows]
    zone = next(row.zone for row in rows if row.zone.name == max(names, key=names.count)).zone
    name = zone_for_display(zone, [row.at or datetime.now(UTC) for row in rows])
    shown = name if name != "UTC" else None
    yield Found(("timezone",), shown, rows[0].row.line, False, guesses)


def _first_of_each(notes: Iterable[Note]) -> list[Note]:
    """Return one note of each sort: of seasons, which name a day, one is enough."""
    return list({note.reason[:16]: note for note in reversed(list(notes))}.values())[::-1]


def milestones_of(
    rows: Sequence[Dated], kinds: Kinds, keyed: frozenset[int], known: frozenset[str]
) -> Iterator[Found]:
    """Yield the milestones that labelled key events state, which stand in the lines `keyed`.

    Those that are `known` from elsewhere are left alone: the events stand in the timeline anyway.
    """
    for n, row in enumerate(rows):
        key = _KEYS.get(kinds.kinds[n])
        if row.at is None or key is None or key in known:
            continue
        if row.row.line in keyed and n not in kinds.likely:
            guesses = tuple(
                Remark(note.line, note.reason) for note in row.notes if not note.of_zone
            )
            yield Found((key,), row.at, row.row.line, False, guesses)


def start_of(rows: Sequence[Dated], kinds: Kinds) -> Iterator[Found]:
    """Yield the start of the impact: where an event states it, else the first event, as a guess."""
    if kinds.starts is not None:
        row = rows[kinds.starts]
        guesses = tuple(Remark(note.line, note.reason) for note in row.notes if not note.of_zone)
        yield Found(("started_at",), row.at, row.row.line, False, guesses)
        return
    told = [(row.at, row.row.line) for row in rows if row.at is not None]
    if not told:
        return
    at, line = told[0]
    early = [
        (row.at, row.row.line)
        for n, row in enumerate(rows)
        if row.at is not None
        and kinds.kinds[n] is EventKind.DETECTION
        and at - _A_DAY < row.at < at
    ]
    at, line = min(early, default=(at, line))
    said = "no start of the impact is stated; the first event is taken"
    yield Found(("started_at",), at, line, False, (Remark(line, said),))
