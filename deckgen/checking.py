"""From a document to what a reviewer would object to in it, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.policy import Policy
from deckgen.readers import Document
from deckgen.rule import Case, Finding, Rule
from deckgen.rules import RULES


def check_document(document: Document, policy: Policy, as_of: date) -> tuple[Diagnostic, ...]:
    """Return the findings of every rule that `policy` has not switched off, in file order."""
    case = Case(document.postmortem, policy, as_of)
    return tuple(sorted(_findings(document, case)))


def _findings(document: Document, case: Case) -> Iterator[Diagnostic]:
    for rule in RULES.values():
        level = case.policy.rules.get(rule.ID, rule.SEVERITY)
        if level != "off":
            for finding in rule.check(case):
                yield _placed(document, rule, finding, level)


def _placed(document: Document, rule: Rule, found: Finding, severity: Severity) -> Diagnostic:
    place = document.place(found.loc, found.span, found.of_key)
    told = document.lines.diagnostic(place, found.message, found.hint, severity)
    return replace(told, rule=rule.ID)
