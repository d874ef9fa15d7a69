"""From lines of YAML (or JSON) to nodes, past every slip of syntax that can be told apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import yaml
from yaml.error import Mark
from yaml.events import Event, ScalarEvent

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.readers.composer import Composer
from deckgen.readers.nodes import Node
from deckgen.readers.source import Source, readable
from deckgen.readers.syntax.edits import EditedText, Span
from deckgen.readers.syntax.failure import failure
from deckgen.readers.syntax.lines import indent

_REPAIRED_CHARACTERS = 20_000_000
"""How much text is parsed over again, in all, to find further slips."""

_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_TEXT_QUESTION_MARK = re.compile(r"(?<=[^\s\[{,])\?|\?(?=\S)")


@dataclass(frozen=True)
class Reading:
    """The root of the YAML in a file, None where there is none, and what there is to say of it.

    `repaired` are the lines and columns, counting from 1, of values that were not as they should.
    """

    root: Node | None
    diagnostics: tuple[Diagnostic, ...]
    repaired: frozenset[tuple[int, int]] = frozenset()


def read_yaml(source: Source, known: Collection[str]) -> Reading:
    """Return what the YAML in `source` says.

    `known` are the keys that a postmortem has, to tell a key from a text. Raises InputError, with
    every slip so far, where reading cannot go on.
    """
    text = EditedText(_flattened(source))
    slips: list[_Slip] = []
    for _ in range(1 + _REPAIRED_CHARACTERS // (sum(map(len, text.lines)) + 1)):
        composer = Composer(_events("\n".join(text.lines)), text, source)
        said = [slip.diagnostic for slip in slips]
        try:
            root = composer.document()
            repaired = frozenset(place for slip in slips for place in slip.repaired)
            return Reading(root, (*said, *composer.diagnostics), repaired)
        except InputError as error:
            raise InputError([*said, *error.diagnostics]) from None
        except yaml.MarkedYAMLError as error:
            slip, text = _repaired(text, source, error, known)
        if slip.follows_from(slips):
            break
        slips.append(slip)
        if not slip.repaired:
            break
    raise InputError([*(slip.diagnostic for slip in slips), *composer.diagnostics])


@dataclass(frozen=True)
class _Slip:
    """What to say of a slip, and the lines and columns of the edits that repair it."""

    diagnostic: Diagnostic
    repaired: frozenset[tuple[int, int]]

    def follows_from(self, others: Sequence[_Slip]) -> bool:
        """Return whether it is our repair of another slip that failed, not the author again."""
        here = self.diagnostic
        if any(
            (here.line, here.column) == (it.diagnostic.line, it.diagnostic.column) for it in others
        ):
            return True
        return not self.repaired and any(
            here.line == line for it in others for line, _ in it.repaired
        )


def _repaired(
    text: EditedText, source: Source, error: yaml.MarkedYAMLError, known: Collection[str]
) -> tuple[_Slip, EditedText]:
    """Return the slip that `error` tells of, and the text without it where that can be had."""
    from deckgen.readers.syntax.repairs import repair

    fix = repair(failure(error), text.lines, known)
    place = text.place(Span(fix.line, fix.start, fix.line, fix.end))
    starts = (text.place(Span(e.line, e.start, e.line, e.end)) for e in fix.edits)
    slip = _Slip(
        source.diagnostic(place, fix.message, fix.hint),
        frozenset((start.line, start.column) for start in starts),
    )
    return slip, text.with_edits(fix.edits)


def _flattened(source: Source) -> tuple[str, ...]:
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


def _events(text: str) -> Iterator[Event]:
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
    except ValueError as error:  # PyYAML builds a character from any number that is escaped
        escape = re.search(r"\\U(?!00(?:0|10))", text)
        before = text[: escape.start() if escape else 0].split("\n")
        line, column = len(before) - 1, len(before[-1])
        quote = Mark("", 0, line, max(0, before[-1].rfind('"')), None, 0)
        mark = Mark("", 0, line, column, None, 0)
        raise yaml.MarkedYAMLError("quoted scalar", quote, str(error), mark) from None
