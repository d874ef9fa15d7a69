from __future__ import annotations

from deckgen.checking import Checked
from deckgen.diagnostics import Diagnostic
from deckgen.findings.github import github
from tests.findings.made import CLEAN, RUN, SOURCE, UNREAD


def test_each_finding_is_a_command_at_its_place() -> None:
    words = "'We forgot' blames 'We'%0Ahelp: say what the tool lacked"
    owner = "col=8,endColumn=11,title=action-owner"
    assert list(github([SOURCE, CLEAN], RUN)) == [
        f"::warning file=pm.yaml,line=2,col=12,endColumn=21,title=blame::{words}\n",
        f"::error file=pm.yaml,line=3,{owner}::{words}\n",
        f"::notice file=pm.yaml,line=4,{owner}::{words}\n",
    ]


def test_what_a_command_would_misread_is_escaped() -> None:
    (line,) = github([UNREAD], RUN)
    assert line == (
        "::error file=b%3A c%2Cd%25/100%25.yaml,title=input::is a folder,%0Anot a postmortem file\n"
    )


def test_a_file_is_named_from_the_working_directory() -> None:
    inside = Checked("", (Diagnostic("/repo/a/../b/pm.yaml", 1, 1, "x", rule="blame"),))
    outside = Checked("", (Diagnostic("../pm.yaml", 1, 1, "x", rule="blame"),))
    files = [line.split(",")[0] for line in github([inside, outside], RUN)]
    assert files == ["::error file=b/pm.yaml", "::error file=/pm.yaml"]
