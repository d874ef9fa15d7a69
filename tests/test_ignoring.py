"""Comments silence findings of their line, and a comment that silences nothing is a finding."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from deckgen.checking import Checked, check_document, checked
from deckgen.policy import Policy
from deckgen.readers.beside import Folder
from deckgen.readers.postmortem_yaml import parse_postmortem

AS_OF = date(2025, 2, 1)
HEAD = "title: Checkout down\nstarted_at: 2025-01-08 02:15\n"


def check(text: str, policy: Policy | None = None) -> Checked:
    document = parse_postmortem((HEAD + text).encode(), "pm.yaml", Folder(Path()))
    return checked(document, policy or Policy(), AS_OF)


def rules(text: str, policy: Policy | None = None) -> list[str]:
    """What is found below the first two lines by the rules these tests are about."""
    about = {"action-owner", "human-error", "unused-ignore", "input"}
    return [it.rule for it in check(text, policy).findings if it.rule in about and it.line > 2]


@pytest.mark.parametrize(
    "text",
    [
        "actions: [{action: Add a canary}]  # deckgen: ignore=action-owner",
        "actions:\n  # deckgen: ignore=action-owner\n  - action: Add a canary",
        "actions:\n  - action: Add a canary # deckgen: ignore=action-owner",
        "actions:\n  -\n    # deckgen: ignore=action-owner\n    action: Add a canary",
        "actions:\n  - action: Add a canary\n    owner: TBD # deckgen: ignore=action-owner",
        "summary: >- # deckgen: ignore=human-error\n  It was not us,\n  it was human error",
        "summary: # deckgen: ignore=human-error\n  It was human error",
        'summary: "It was\n  human error"  # deckgen: ignore=human-error',
        "summary: It was human error,\n  they say  # deckgen: ignore=human-error",
    ],
)
def test_a_comment_silences_what_is_shown_begins_or_ends_in_its_line(text: str) -> None:
    found = check(text)
    assert rules(text) == []
    assert found.silenced == 1


def test_a_comment_silences_no_other_rule_and_no_other_line() -> None:
    text = """\
summary: It was human error  # deckgen: ignore=action-owner
actions:
  - {action: Add a canary}
"""
    assert rules(text) == ["human-error", "unused-ignore", "action-owner"]


def test_a_comment_behind_a_block_of_text_speaks_of_what_follows_it() -> None:
    text = "summary: |\n  It was human error\n\nid: X  # deckgen: ignore=human-error\n"
    assert rules(text) == ["human-error", "unused-ignore"]


def test_a_comment_in_the_wrong_line_is_told_the_right_one() -> None:
    text = "actions:\n  # deckgen: ignore=action-owner\n  - action: Add it\n    owner: TBD\n"
    (hint,) = (it.hint for it in check(text).findings if it.rule == "unused-ignore")
    assert hint == "remove it; or move it to line 6, if that is what it means"


def test_a_finding_about_the_file_as_a_whole_is_silenced_where_it_is_shown() -> None:
    text = "title: Checkout down # deckgen: ignore=severity\nstarted_at: 2025-01-08 02:15\n"
    document = parse_postmortem(text.encode(), "pm.yaml", Folder(Path()))
    found = check_document(document, Policy(), AS_OF)
    assert not {"severity", "unused-ignore"} & {it.rule for it in found}


def test_what_is_wrong_with_a_comment_is_told_at_its_place() -> None:
    text = """\
summary: Nobody  # deckgen: ignore
timeline: # deckgen: ignore=action-owner, acton-owner,zzzzzzzzzzzzzzz
"""
    found = [it for it in check(text).findings if it.rule == "unused-ignore"]
    assert [(it.line, it.column, it.width, it.severity, it.message, it.hint) for it in found] == [
        (
            3,
            18,
            17,
            "warning",
            "this comment names no rule to ignore",
            "name it: # deckgen: ignore=action-owner",
        ),
        (
            4,
            29,
            12,
            "warning",
            "'action-owner' finds nothing here that this comment could silence",
            "remove it",
        ),
        (
            4,
            43,
            11,
            "warning",
            "there is no rule 'acton-owner' to ignore",
            "did you mean 'action-owner'?",
        ),
        (
            4,
            55,
            15,
            "warning",
            "there is no rule 'zzzzzzzzzzzzzzz' to ignore",
            "docs/rules.md lists the rules",
        ),
    ]


def test_a_rule_that_is_not_run_makes_no_comment_unused() -> None:
    text = "summary: Nobody  # deckgen: ignore=human-error\n"
    assert rules(text) == ["unused-ignore"]
    assert rules(text, Policy(rules={"human-error": "off"})) == []


def test_the_complaint_itself_follows_the_policy_and_can_be_silenced() -> None:
    text = "summary: Nobody  # deckgen: ignore=human-error"
    assert rules(text, Policy(rules={"unused-ignore": "off"})) == []
    (found,) = (
        it
        for it in check(text, Policy(rules={"unused-ignore": "error"})).findings
        if it.rule == "unused-ignore"
    )
    assert found.severity == "error"
    assert rules(f"{text},unused-ignore") == []


def test_what_reading_had_to_choose_can_be_silenced() -> None:
    text = 'timeline:\n  - {at: "23:00", text: A}\n  - {at: "01:00", text: B}'
    assert rules(text) == ["input", "input"]
    assert rules(text.replace("A}", "A} # deckgen: ignore=input")) == ["input"]
