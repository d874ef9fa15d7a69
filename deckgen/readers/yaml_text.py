"""From lines of YAML (or JSON) to nodes, past every slip of syntax that can be told apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import yaml
from yaml.error import Mark
from yaml.events import Event, ScalarEvent

from deckgen.diagnostics import Diagnostic, Source
from deckgen.readers.composer import Composer, Unbounded
from deckgen.readers.nodes import Node
from deckgen.readers.source import readable
from deckgen.readers.syntax.edits import EditedText, Span
from deckgen.readers.syntax.failure import Failure, Repair, failure
from deckgen.readers.syntax.lines import indent

_MOST_ATTEMPTS = 100
_REPAIRED_CHARACTERS = 3_000_000
"""How much text is parsed over again, in all, to find further slips."""

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_TEXT_QUESTION_MARK = re.compile(r"(?<=[^\s\[{,])\?|\?(?=\S)")


@dataclass(frozen=True)
class Reading:
    """The root of the YAML in a file, None where there is none, and what there is to say of it.

    Where reading could not go on to the end it is not `whole` and has no root. `repaired` are the
    lines and columns, counting from 1, of values that were not as they should be.
    """

    root: Node | None
    whole: bool
    diagnostics: tuple[Diagnostic, ...]
    repaired: frozenset[tuple[int, int]] = frozenset()


def read_yaml(source: Source, known: Collection[str]) -> Reading:
    """Return what the YAML in `source` says.

    `known` are the keys that a postmortem has, to tell a key from a text.
    """
    attempt = _Attempt(EditedText(flattened(source)))
    length = sum(map(len, source.lines)) + 1
    for _ in range(min(_MOST_ATTEMPTS, 1 + _REPAIRED_CHARACTERS // length)):
        # The last line is ended, too: the parsers differ in where a text without its end ends.
        composer = Composer(events_of("\n".join([*attempt.text.lines, ""])), attempt.text, source)
        try:
            root = composer.document()
            return Reading(root, True, (*attempt.said, *composer.diagnostics), attempt.repaired)
        except Unbounded:
            break
        except yaml.MarkedYAMLError as error:
            attempt = attempt.after(failure(error), source, known)
        if attempt.is_last:
            break
    return Reading(None, False, (*attempt.said, *composer.diagnostics))


@dataclass(frozen=True)
class _Attempt:
    """The text with the `slips` so far repaired, what was said of them, and where it was edited."""

    text: EditedText
    said: tuple[Diagnostic, ...] = ()
    repaired: frozenset[tuple[int, int]] = frozenset()
    slips: frozenset[tuple[int, int]] = frozenset()
    is_last: bool = False

    def after(self, at: Failure, source: Source, known: Collection[str]) -> _Attempt:
        """Return the next attempt, with the slip repaired that made this one fail."""
        from deckgen.readers.syntax.repairs import repair

        fix = repair(at, (*self.text.lines, ""), known)  # the end of the text is a line, too
        place = self.text.place(Span(fix.line, fix.start, fix.line, fix.end))
        starts = (self.text.place(Span(e.line, e.start, e.line, e.end)) for e in fix.edits)
        slip = source.diagnostic(place, fix.message, fix.hint)
        is_own = self._is_own(fix, slip)
        return _Attempt(
            self.text.with_edits(fix.edits),
            self.said if is_own else (*self.said, slip),
            self.repaired | {(start.line, start.column) for start in starts},
            self.slips | {(slip.line, slip.column)},
            is_last=(slip.line, slip.column) in self.slips or not fix.edits,
        )

    def _is_own(self, fix: Repair, slip: Diagnostic) -> bool:
        """Return whether a failure follows from an earlier repair, so that it is not the author's.

        It comes at the same place again, it cannot be made out in a line that was repaired, or it
        is about the indentation of a line that was indented anew.
        """
        if (slip.line, slip.column) in self.slips:
            return True
        if not fix.edits:
            return slip.line in {line for line, _ in self.repaired}
        is_indenting = all(edit.end <= indent(self.text.lines[edit.line]) for edit in fix.edits)
        return is_indenting and (slip.line, 1) in self.repaired


def flattened(source: Source) -> tuple[str, ...]:
    """Return the lines, as long as before, with tabs only where they indent a line of YAML.

    JSON may be indented with tabs, YAML may not; between words both parsers then read alike.
    """
    text = readable("\n".join(source.lines))
    if "\t" not in text:
        return tuple(text.split("\n"))
    if text.lstrip().startswith("{"):
        return tuple(text.replace("\t", " ").split("\n"))
    return tuple(map(_without_inner_tabs, text.split("\n")))


def _without_inner_tabs(line: str) -> str:
    lead = indent(line) if line.strip() else 0
    return line[:lead] + line[lead:].replace("\t", " ")


def events_of(text: str) -> Iterator[Event]:
    """Yield the events of `text`, from libyaml where it is there.

    libyaml refuses the pairs of surrogates that JSON has for emoji, so PyYAML's own parser reads
    a text with such escapes.
    """
    if yaml.__with_libyaml__ and not _SURROGATE.search(text):
        yield from yaml.parse(text, yaml.CSafeLoader)
    else:
        yield from _events_without_libyaml(text)


def _events_without_libyaml(text: str) -> Iterator[Event]:
    """Yield the events from PyYAML's own parser, made to read what libyaml reads.

    It takes a question mark within brackets for a sign where libyaml takes it for text, so another
    character stands in for it meanwhile.
    """
    stand_in = next(c for c in map(chr, range(0xE000, 0xF8FF)) if c not in text)
    events = yaml.parse(_TEXT_QUESTION_MARK.sub(stand_in, text), yaml.SafeLoader)
    try:
        for event in events:
            if isinstance(event, ScalarEvent):
                event.value = event.value.replace(stand_in, "?")
            yield event
    except (
        ValueError,
        OverflowError,
    ) as error:  # PyYAML builds a character from any number that is escaped
        escape = re.search(r"\\U(?!00(?:0|10))", text)
        before = text[: escape.start() if escape else 0].split("\n")
        line, column = len(before) - 1, len(before[-1])
        quote = Mark("", 0, line, max(0, before[-1].rfind('"')), None, 0)
        mark = Mark("", 0, line, column, None, 0)
        raise yaml.MarkedYAMLError("quoted scalar", quote, str(error), mark) from None
