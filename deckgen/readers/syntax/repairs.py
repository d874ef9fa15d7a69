"""The slips that are recognised, in the order in which they are looked for."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from deckgen.readers.syntax import brackets, indentation, quotes, quoting
from deckgen.readers.syntax.failure import Failure, Repair, Stage

Recogniser = Callable[[Failure, Sequence[str], Collection[str]], Repair | None]
"""From where the parser gave up, the lines, and the keys of a postmortem, to what was meant."""

RECOGNISERS: tuple[Recogniser, ...] = (
    indentation.tabs,
    quotes.open_quote,
    quoting.text_with_hash_in_brackets,
    brackets.open_bracket,
    brackets.wrong_bracket,
    brackets.missing_comma,
    quotes.text_after_quotes,
    quoting.text_with_colon,
    indentation.missing_space,
    indentation.bullet,
    indentation.dash_column,
    indentation.key_column,
    indentation.loose_text,
    quoting.text_over_lines,
    quoting.text_with_colon_in_brackets,
    quoting.text_after_bracket,
    brackets.empty_value,
    quoting.text_with_first_sign,
    quotes.backslash,
)

_FALLBACK = {
    Stage.COLON: "a key with a ':' cannot stand here",
    Stage.FLOW: "a ',' or a closing bracket is missing before this",
    Stage.VALUE: "a value is missing before this",
    Stage.BLOCK: "this fits neither the keys nor the list above it",
    Stage.DOCUMENT: "the keys of the postmortem ended above this line",
}


def repair(at: Failure, lines: Sequence[str], known: Collection[str]) -> Repair:
    """Return what was meant where the parser gave up; without edits where nothing fits."""
    for recognise in RECOGNISERS:
        found = recognise(at, lines, known)
        if found is not None:
            return found
    message = _FALLBACK.get(at.stage, "this is no YAML from here on")
    hint = "look at quotes, brackets and indentation, here and in the line above"
    return Repair(at.line, at.column, at.column + 1, message, hint)
