"""Something left from a template: TBD, TODO, ???, {NUMBER}, HH:mm, lorem ipsum.

A blank on a slide is found by the room. Whoever reads `{XX%}` stops believing the other numbers.
An owner that says TBD is found by `action-owner`; code and quotations are left alone.

The policy adds what your template leaves to be filled in, under `words.placeholders`.

Fails:

    summary: Checkout failed for {XX%} of customers from HH:mm on.
    lessons:
      went_well: [TBD]

Passes:

    summary: Checkout failed for 31% of customers from 02:15 on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.diagnostics import Severity
from deckgen.language.grammar import word_set
from deckgen.language.phrases import Wanted, hits, phrases
from deckgen.language.sayings import sayings
from deckgen.prose import Loc, Prose
from deckgen.rule import Case, Finding

ID = "placeholder"
SEVERITY: Severity = "error"

_SAYS_SOMETHING = (
    r"(?:START|BEGIN|BEGINNING|END) OF [A-Z ]{1,30}|[A-Z]{1,30} (?:BEGINS|STARTS|ENDS)"
    r"|MASKED|OMITTED|REDACTED|REMOVED"
)
"""What stands in angle brackets to be read: where an outage ends, that something was taken out."""

_MARKS = Wanted.one(
    r"(?<![\w:])(?:HH:?mm|HH:?MM|hh:?mm|XX:?XX|xx:xx|--:--|nn:nn)(?![\w:])"
    r"|(?<![\w-])(?:TBD|TBC|TBA|FIXME|XX+|NN%?|[NXY]%"
    r"|TODO(?! (?:comment|list|app|item|marker|note)))(?![\w-])"
    r"|(?<![\w?])\?{2,}(?::\?{2,})?"
    r"|(?<!format )(?<!form )(?<!as )(?<!like )(?<!pattern )(?<!\w)YYYY-MM-DD(?!\w)"
    r"|\{\{[^{}\n]{1,60}\}\}|\{[A-Z][A-Z0-9 _%#-]{0,40}\}"
    rf"|<(?!(?:{_SAYS_SOMETHING})>)[A-Z][A-Z0-9 _-]{{1,40}}>"
    r"|<(?:[Yy]our|[Ii]nsert|[Ee]nter|[Aa]dd|[Dd]escribe|link|name|date|time|number|owner|team"
    r"|service)\b[^<>\n]{0,60}>"
    r"|\[(?:[Ii]nsert|[Yy]our|[Ee]nter|[Aa]dd|[Dd]escribe|tbd|todo|name|date|time|number|owner"
    r"|team|link)\b[^\[\]\n]{0,60}\](?!\()",
    word_set("tbd tbc tba fixm todo x xx xxx xxxx y n nn hh hhmm yyyy ? -- { < ["),
    any_case=False,
)
_WHOLE = re.compile(
    r"\s*(?:to be (?:added|announced|completed|confirmed|decided|defined|determined|done|filled in"
    r"|written)|coming soon|work in progress|fill (?:me |this )?in|placeholder|n\.?n\.?|\.{3,}|…|x+"
    r"|[-–—]+|_{2,}|\?|n/?a|title|summary|description|text here|asdf"
    r"|(?:action(?: item)?|(?:contributing )?factor|lesson|learning|event) ?#?\d)\s*[.:!]?\s*",
    re.IGNORECASE,
)
"""What says nothing where it is all that a text says."""
_LONGEST_WHOLE = 30


def check(case: Case) -> Iterator[Finding]:
    """Yield what is left of a template in any text but the owners."""
    said = [*case.sayings, *sayings(_names(case))]
    hint = "write what is the case, or leave the field out until it is known"
    for wanted in (_MARKS, phrases("placeholders", case.policy.words.placeholders)):
        for hit in hits(said, wanted):
            yield Finding(hit.loc, f"'{hit.words}' is left from a template", hint, hit.span)
    for loc, text in case.prose:
        if len(text) <= _LONGEST_WHOLE and _WHOLE.fullmatch(text):
            yield Finding(loc, f"'{text.strip()}' is left from a template", hint, (0, len(text)))


def _names(case: Case) -> Iterator[Prose]:
    """Yield the short texts that are no prose: services, tags, earlier incidents, the people's."""
    postmortem = case.postmortem
    named: tuple[tuple[Loc, tuple[str, ...]], ...] = (
        (("services",), postmortem.services),
        (("tags",), postmortem.tags),
        (("root_cause", "repeats"), postmortem.root_cause.repeats),
    )
    for loc, texts in named:
        yield from (Prose((*loc, n), text) for n, text in enumerate(texts))
    for n, person in enumerate(postmortem.people):
        yield Prose(("people", n, "name"), person.name)
        yield Prose(("people", n, "role"), person.role)
