"""From a document to what a reviewer would object to in it, each with its place in the file."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter

from deckgen import ignoring
from deckgen.diagnostics import Diagnostic, InputError, Severity
from deckgen.ignoring import Complaint, Placed, silence
from deckgen.manual import INPUT, pages
from deckgen.policy import Audience, Level, Policy
from deckgen.readers import Document
from deckgen.rule import Case, Finding, Rule
from deckgen.rules import RULES

_FILE_ORDER = attrgetter("path", "line", "column", "rule", "message")


@dataclass(frozen=True)
class Checked:
    """What there is to say about one source: its findings in file order, and its lines.

    `silenced` is how many more findings there would be, had no comment in the file silenced them.
    Where the source could not be read the findings say why, and there are no lines.
    """

    path: str
    findings: tuple[Diagnostic, ...]
    silenced: int = 0
    was_read: bool = True
    lines: tuple[str, ...] = field(default=(), repr=False)


def check_document(document: Document, policy: Policy, as_of: date) -> tuple[Diagnostic, ...]:
    """Return the findings of every rule that `policy` has not switched off, in file order.

    What a comment in the file silences is not among them; a comment that silences nothing is.
    """
    found = checked(document, policy, as_of).findings
    return tuple(finding for finding in found if finding.rule != INPUT)


def checked(
    document: Document, policy: Policy, as_of: date, audience: Audience = "internal"
) -> Checked:
    """Return what `check_document` does, and the choices that reading the file had to make.

    Where the public is the audience, also what is hidden from it, and what it could read of people.
    """
    rules = _rules(audience)
    levels = {rule.ID: policy.rules.get(rule.ID, rule.SEVERITY) for rule in rules.values()}
    case = Case(document.postmortem, policy, as_of)
    placed = [*_findings(document, case, rules, levels), *_notices(document)]
    ran = {INPUT, *(rule for rule, level in levels.items() if level != "off")}
    left = silence(placed, document.ignores, ran, pages)
    complaints = _complaints(document, left.complaints, policy)
    findings = tuple(sorted([*left.findings, *complaints], key=_FILE_ORDER))
    return Checked(document.path, findings, left.silenced, lines=document.lines.lines)


def unreadable(path: str, error: InputError) -> Checked:
    """Return what there is to say about a source that could not be read."""
    faults = (replace(fault, rule=INPUT) for fault in error.diagnostics)
    return Checked(path, tuple(faults), was_read=False)


def _rules(audience: Audience) -> Mapping[str, Rule]:
    if audience == "internal":
        return RULES
    from deckgen.public_rules import PUBLIC_RULES  # late: few checks need it

    return {**RULES, **PUBLIC_RULES}


def _findings(
    document: Document, case: Case, rules: Mapping[str, Rule], levels: Mapping[str, Level]
) -> Iterator[Placed]:
    for rule_id, rule in rules.items():
        level = levels[rule_id]
        if level != "off":
            for finding in rule.check(case):
                yield _placed(document, rule, finding, level)


def _placed(document: Document, rule: Rule, found: Finding, severity: Severity) -> Placed:
    place = document.place(found.loc, found.span, found.of_key)
    told = document.lines.diagnostic(place, found.message, found.hint, severity, rule.ID)
    return Placed(told, _lines(document, found, place.line))


def _lines(document: Document, found: Finding, line: int) -> Collection[int]:
    """Return the lines of a finding: where it is shown, its key and value begin, and that ends."""
    if not document.ignores:
        return ()
    key = document.place(found.loc, of_key=True)
    return {line, key.line, document.place(found.loc).line, document.last_line(found.loc)}


def _notices(document: Document) -> Iterator[Placed]:
    for notice in document.notices:
        yield Placed(replace(notice, rule=INPUT), {notice.line})


def _complaints(
    document: Document, complaints: Collection[Complaint], policy: Policy
) -> Iterator[Diagnostic]:
    level = policy.rules.get(ignoring.ID, ignoring.SEVERITY)
    if level != "off":
        for place, message, hint in complaints:
            yield document.lines.diagnostic(place, message, hint, level, ignoring.ID)
