"""What a rule finds in a postmortem that is given by its fields."""

from __future__ import annotations

from datetime import date
from typing import Any

from deckgen.policy import Policy
from deckgen.rule import Case, Finding, Rule
from tests.builders import AS_OF, postmortem


def found(
    rule: Rule, policy: Policy | None = None, as_of: date = AS_OF, **fields: Any
) -> list[Finding]:
    """Return what `rule` finds in a postmortem of these fields."""
    return list(rule.check(Case(postmortem(**fields), policy or Policy(), as_of)))


def messages(rule: Rule, policy: Policy | None = None, **fields: Any) -> list[str]:
    """Return what `rule` says about a postmortem of these fields."""
    return [finding.message for finding in found(rule, policy, **fields)]


def in_action(rule: Rule, text: str, policy: Policy | None = None, **more: Any) -> list[str]:
    """Return the words of one open action's text to which `rule` objects."""
    actions = [{"action": text, **more}]
    spans = [finding.span for finding in found(rule, policy, actions=actions)]
    return [text[span[0] : span[1]] for span in spans if span]
