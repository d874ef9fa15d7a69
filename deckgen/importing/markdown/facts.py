"""Facts of one value: what stands behind `Severity:`, under `### Date`, or in the front matter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType

from deckgen.importing.markdown.blocks import Line
from deckgen.importing.markdown.dating import dated
from deckgen.importing.markdown.decoding import Text
from deckgen.importing.markdown.evidence import Evidence, calendar_day
from deckgen.importing.markdown.found import Found, Remark, left_over
from deckgen.importing.markdown.marks import Row
from deckgen.importing.markdown.people import ROLES_OF_PEOPLE, people
from deckgen.importing.markdown.roles import Role
from deckgen.importing.markdown.section_text import lines_of, says_nothing
from deckgen.importing.markdown.sections import Section
from deckgen.importing.markdown.stamps import stamp_at_start, stamps_within
from deckgen.importing.markdown.zones import zone_for_display, zone_in
from deckgen.postmortem.durations import parse_duration
from deckgen.postmortem.vocabulary import Severity, Status
from deckgen.prose import Loc

_TIMES: Mapping[Role, str] = MappingProxyType(
    {
        Role.STARTED: "started_at",
        Role.DETECTED: "detected_at",
        Role.ACKNOWLEDGED: "acknowledged_at",
        Role.MITIGATED: "mitigated_at",
        Role.RESOLVED: "resolved_at",
    }
)
_SPANS: Mapping[Role, str] = MappingProxyType(
    {
        Role.TIME_TO_DETECT: "time_to_detect",
        Role.TIME_TO_ACKNOWLEDGE: "time_to_acknowledge",
        Role.TIME_TO_MITIGATE: "time_to_mitigate",
        Role.TIME_TO_RESOLVE: "time_to_resolve",
    }
)
_SEVERITY = re.compile(r"\b(?:sev|s|p)[-_ ]?[0-5]\b|^\W*(?:critical|major|minor)\b", re.IGNORECASE)
_DURATION = re.compile(
    r"(?:\d+(?:\.\d+)?\s*(?:d(?:ays?)?|h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)\b,?\s*"
    r"(?:and\s+)?)+",
    re.IGNORECASE,
)
_STATUSES: tuple[tuple[str, Status], ...] = (
    (r"\bunresolved\b|\b(?:open|ongoing|active|investigating|in progress)\b", Status.OPEN),
    (r"\b(?:mitigated|monitoring|repaired|recovering)\b", Status.MITIGATED),
    (r"\b(?:resolved|closed|fixed|over)\b", Status.RESOLVED),
)
Reader = Callable[[Section, Text, Evidence], Iterator[Found]]


def _first(section: Section) -> Line | None:
    line = next((line for line in lines_of(section) if line.text), None)
    return None if line is None or says_nothing(line.text) else line


def _whole(section: Section) -> str:
    return " ".join(line.text for line in lines_of(section) if line.text)


def _rest(loc: Loc, section: Section, text: Text) -> Found:
    return left_over(loc, section.first, text.between(section.first, section.last))


def severity(section: Section, text: Text, evidence: Evidence) -> Iterator[Found]:
    """Yield the severity, where it is one of the known spellings."""
    line = _first(section)
    match = _SEVERITY.search(line.text) if line else None
    if line is None or match is None:
        yield _rest(("severity",), section, text)
        return
    said = _whole(section)
    left = () if said.strip(" .*") == match[0] else (Remark(line.number, said),)
    yield Found(("severity",), Severity(match[0].strip(" *_")).value, line.number, left=left)


def status(section: Section, text: Text, evidence: Evidence) -> Iterator[Found]:
    """Yield how far the incident has come; the status of a document says nothing of it."""
    line = _first(section)
    said = line.text.casefold() if line else ""
    found = next((one for pattern, one in _STATUSES if re.search(pattern, said)), None)
    if line is None or found is None or "action" in said:
        yield _rest(("status",), section, text)
        return
    left = () if len(said.split()) == 1 else (Remark(line.number, _whole(section)),)
    yield Found(("status",), found.value, line.number, left=left)


def listed(loc: Loc) -> Reader:
    """Return the reader of a list of words, such as the services."""

    def read(section: Section, text: Text, evidence: Evidence) -> Iterator[Found]:
        for line in lines_of(section):
            if says_nothing(line.text):
                yield left_over(loc, line.number, text.between(line.number, line.number))
            elif len(line.text) > 200:
                yield Found(loc, line.text, line.number, many=True)
            else:
                yield from (
                    Found(loc, word, line.number, many=True)
                    for word in re.split(r"\s*[,;]\s*", line.text)
                    if word.strip()
                )

    return read


def moment(section: Section, text: Text, evidence: Evidence) -> Iterator[Found]:
    """Yield a milestone that a field states; what tells no time is left."""
    loc = (_TIMES[section.role],) if section.role else ()
    line = _first(section)
    stamp = stamp_at_start(line.text, column=True) if line else None
    if line is None or stamp is None or stamp.is_open:
        yield _rest(loc, section, text)
        return
    row = dated([Row(line.number, stamp, line)], evidence)[0][0]
    if row.at is None:
        yield left_over(
            loc, line.number, f"{text.between(line.number, line.number)} ({row.why_not})"
        )
        return
    guesses = tuple(Remark(note.line, note.reason) for note in row.notes)
    rest = _whole(section)[stamp.rest :].strip()
    left = (Remark(line.number, rest),) if rest.strip("()[] .") else ()
    yield Found(loc, row.at, line.number, guesses=guesses, left=left)


def span(section: Section, text: Text, evidence: Evidence) -> Iterator[Found]:
    """Yield a stated duration, such as the time to repair."""
    loc = ("reported", _SPANS[section.role]) if section.role else ()
    line = _first(section)
    match = _DURATION.match(line.text.strip()) if line else None
    duration = _duration(match[0]) if match else None
    if line is None or match is None or duration is None:
        yield _rest(loc, section, text)
        return
    rest = line.text[match.end() :].strip()
    yield Found(loc, duration, line.number, left=(Remark(line.number, rest),) if rest else ())


def _duration(text: str) -> timedelta | None:
    try:
        return parse_duration(text.replace(",", " ").replace(" and ", " ").strip())
    except ValueError:
        return None


def day(section: Section, text: Text, evidence: Evidence) -> Iterator[Found]:
    """Yield nothing for a date that can be read: it is evidence; what is no date is left."""
    said = _whole(section)
    stamps = list(stamps_within(said))
    known = [one for one in stamps if one.day and calendar_day(one.day, None, evidence.day_first)]
    if not known or len(said) > 40 or any(one.has_clock for one in stamps):
        yield _rest(("started_at",), section, text)


def published(section: Section, text: Text, evidence: Evidence) -> Iterator[Found]:
    """Yield the day of publication."""
    yield from _calendar(("published_at",), section, text, evidence)


def follow_up(section: Section, text: Text, evidence: Evidence) -> Iterator[Found]:
    """Yield when the actions are looked at again; nothing for a heading with labels under it."""
    if section.blocks:
        yield from _calendar(("follow_up", "review_at"), section, text, evidence)


def _calendar(loc: Loc, section: Section, text: Text, evidence: Evidence) -> Iterator[Found]:
    said = _whole(section)
    stamps = [one for one in stamps_within(said) if one.day]
    stamp = stamps[0] if stamps else None
    near = evidence.days[0].day.year if evidence.days else None
    found = calendar_day(stamp.day, near, evidence.day_first) if stamp and stamp.day else None
    if stamp is None or found is None or stamp.day is None:
        yield _rest(loc, section, text)
        return
    guesses: tuple[Remark, ...] = ()
    value: object = found
    if stamp.day.year is None:
        guesses = (Remark(section.first, f"the year {found.year} is not written"),)
    elif stamp.has_clock:
        line = Line(said, section.first)
        row = dated([Row(section.first, stamp, line)], evidence)[0][0]
        value = row.at or found
        guesses = tuple(Remark(note.line, note.reason) for note in row.notes)
    bare = (said[: stamp.start] + said[stamp.end :]).strip(" .,:;()-–")
    left = (Remark(section.first, said),) if bare else ()
    yield Found(loc, value, section.first, guesses=guesses, left=left)


def zone(section: Section, text: Text, evidence: Evidence) -> Iterator[Found]:
    """Yield the zone of the document where it is named as such."""
    line = _first(section)
    named = zone_in(line.text) if line else None
    if line is None or named is None:
        yield _rest(("timezone",), section, text)
        return
    guesses = (Remark(line.number, named.doubt),) if named.doubt else ()
    yield Found(("timezone",), zone_for_display(named.zone, ()), line.number, guesses=guesses)


READERS: Mapping[Role, Reader] = MappingProxyType(
    {
        Role.SEVERITY: severity,
        Role.STATUS: status,
        Role.SERVICES: listed(("services",)),
        Role.TAGS: listed(("tags",)),
        Role.DATE: day,
        Role.PUBLISHED: published,
        Role.FOLLOW_UP: follow_up,
        Role.TIMEZONE: zone,
        **dict.fromkeys(_TIMES, moment),
        **dict.fromkeys(_SPANS, span),
        **dict.fromkeys(ROLES_OF_PEOPLE, people),
    }
)
"""The readers of facts, by what the section tells of."""
