"""What a company asks, and what holds where it asks nothing."""

from __future__ import annotations

from deckgen.policy import Policy, SeverityLevel, usual_policy
from deckgen.postmortem.vocabulary import Severity


def test_the_usual_policy_is_one_without_a_word_of_the_companys_own() -> None:
    assert usual_policy() == Policy()


def test_actions_are_due_as_the_policy_says_else_as_usual() -> None:
    own = Policy(severities={Severity.SEV2: SeverityLevel(due_within_days=7)})
    days = [own.due_within_days(severity) for severity in (*Severity, None)]
    assert days == [15, 15, 7, None, None, None, None]
