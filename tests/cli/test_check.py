"""`deckgen check`: what it finds, in which form, with which exit status, and how it refuses."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

import deckgen as face
from deckgen.cli.check import command
from deckgen.diagnostics import InputError
from deckgen.findings import FORMATS
from deckgen.findings.tally import FailOn
from deckgen.manual import pages
from deckgen.policy import Policy
from tests.cli.commands import ROOT, deckgen, deckgen_shell

CLEAN = """\
title: Checkout down for 45 minutes
started_at: 2025-01-08 02:15
"""
UNOWNED = CLEAN + "actions:\n  - {action: Add a canary stage, owner: TBD, due: 2025-03-03}\n"
QUIET = "[rules]\n" + "".join(
    f"{rule} = 'off'\n" for rule in pages() if rule not in {"action-owner", "input", "human-error"}
)
"""A policy that leaves two rules, so that a new one changes nothing here."""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder of its own, with a policy of few rules, on a day that stays the same."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1738368000")  # 2025-02-01
    Path(".git").mkdir()
    Path("deckgen.toml").write_text(QUIET, encoding="utf-8")


def file(name: str, text: str = UNOWNED) -> Path:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_findings_go_to_standard_output_and_their_number_to_standard_error() -> None:
    result = deckgen("check", file("pm.yaml"))
    assert result.stdout == (
        "pm.yaml:4:41: error: action A1: 'TBD' is nobody [action-owner]\n"
        "4 |   - {action: Add a canary stage, owner: TBD, due: 2025-03-03}\n"
        "  |                                         ^^^\n"
        "  help: name the one person or team that answers for it: owner: Platform\n\n"
    )
    assert result.stderr == "1 postmortem: 1 error\n"
    assert result.exit_code == 1


def test_nothing_to_object_to_is_said_and_succeeds() -> None:
    result = deckgen("check", file("pm.yaml", CLEAN))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 postmortem: nothing to object to\n"


def test_a_source_that_cannot_be_read_is_reported_and_the_others_are_checked() -> None:
    broken = file("broken.yaml", "title: Down\nstarted_at: 2025-02-30 02:15\n")
    result = deckgen("check", broken, "missing.yaml", file("pm.yaml"), "--fail-on", "never")
    heads = [line for line in result.stdout.splitlines() if ": error: " in line]
    assert [head.split(": error: ")[0] for head in heads] == [
        "broken.yaml:2:13",
        "missing.yaml",
        "pm.yaml:4:41",
    ]
    assert [head.rpartition(" ")[2] for head in heads] == ["[input]", "[input]", "[action-owner]"]
    assert result.stderr == "3 postmortems: 3 errors; 2 could not be read\n"
    assert result.exit_code == 1


def test_what_reading_had_to_choose_is_a_warning() -> None:
    text = CLEAN + 'timeline:\n  - {at: "23:55", text: A}\n'
    result = deckgen("check", file("pm.yaml", text), "--fail-on", "warning")
    assert re.match(r"pm\.yaml:4:10: warning: .+ \[input\]\n", result.stdout)
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("level", "fail_on", "status"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("info", "warning", 0),
        ("error", "never", 0),
    ],
)
def test_the_exit_status_follows_the_severity(level: str, fail_on: str, status: int) -> None:
    file("deckgen.toml", QUIET + f"action-owner = '{level}'\n")
    assert deckgen("check", file("pm.yaml"), "--fail-on", fail_on).exit_code == status


def test_a_folder_is_searched_and_what_is_passed_over_is_counted() -> None:
    file("incidents/2025/pm.yaml")
    file("incidents/values.yml", "image: x\n")
    result = deckgen("check", "incidents", "incidents/2025/pm.yaml")
    assert result.stdout.startswith("incidents/2025/pm.yaml:4:41: error: ")
    assert result.stderr == "1 postmortem: 1 error; 1 other YAML file passed over\n"


def test_a_folder_without_a_postmortem_is_a_fault() -> None:
    Path("empty").mkdir()
    result = deckgen("check", "empty")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("empty: error: holds no postmortem\n")


def test_standard_input_is_read_for_a_dash(tmp_path: Path) -> None:
    file("pm.yaml")
    done = deckgen_shell("check - --format github < pm.yaml", folder=tmp_path)
    assert done.stdout.startswith("::error file=<stdin>,line=4,col=41,endColumn=44,")
    closed = deckgen_shell("check - <&-", folder=tmp_path)
    assert closed.stdout == "<stdin>: error: is closed [input]\n\n"
    assert (done.returncode, closed.returncode) == (1, 1)


def test_each_source_has_the_policy_nearest_to_it() -> None:
    file("loose/deckgen.toml", QUIET + "action-owner = 'info'\n")
    result = deckgen("check", file("pm.yaml"), file("loose/pm.yaml"))
    assert re.findall(r"^(\S+?):\d+:\d+: (\w+):", result.stdout, re.MULTILINE) == [
        ("pm.yaml", "error"),
        ("loose/pm.yaml", "info"),
    ]


def test_a_policy_that_is_named_holds_for_all() -> None:
    loose = file("loose.toml", QUIET + "action-owner = 'info'\n")
    result = deckgen("check", file("pm.yaml"), "--policy", loose)
    assert result.stderr == "1 postmortem: 1 remark\n"


def test_faults_of_policies_are_told_once_and_before_anything_is_checked() -> None:
    file("deckgen.toml", "[rules]\nblaem = 'off'\n")
    file("other/deckgen.toml", "[rule]\n")
    result = deckgen("check", file("a.yaml"), file("b.yaml"), file("other/c.yaml"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert re.findall(r"^(\S+): error: (\S+)", result.stderr, re.MULTILINE) == [
        ("deckgen.toml:2:1", "rules.blaem:"),
        ("other/deckgen.toml:1:2", "rule:"),
    ]


def test_the_companys_own_severities_are_read() -> None:
    file("deckgen.toml", QUIET + "[severities.SEV1]\nnames = ['Blocker']\n")
    result = deckgen("check", file("pm.yaml", CLEAN + "severity: blocker\n"))
    assert (result.exit_code, result.stdout) == (0, "")


def test_the_day_is_that_of_the_option() -> None:
    file("deckgen.toml", QUIET.replace("action-overdue = 'off'\n", ""))
    due = file("pm.yaml", UNOWNED.replace("TBD", "Platform"))
    before, after = (deckgen("check", due, "--as-of", f"2025-03-{n}") for n in ("03", "04"))
    assert "overdue" not in before.stdout
    assert "[action-overdue]" in after.stdout


def test_a_comment_silences_a_finding_and_is_counted() -> None:
    text = UNOWNED.replace("03}", "03}  # deckgen: ignore=action-owner")
    result = deckgen("check", file("pm.yaml", text))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 postmortem: nothing to object to; 1 silenced by comments\n"


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_goes_to_a_file_as_it_does_to_standard_output(form: str) -> None:
    pm = file("pm.yaml")
    printed = deckgen("check", pm, "--format", form)
    written = deckgen("check", pm, "--format", form, "-o", "found.txt")
    assert (written.exit_code, written.stdout) == (1, "")
    assert "action-owner" in printed.stdout
    assert Path("found.txt").read_text("utf-8") == printed.stdout


def test_json_and_sarif_are_ascii_whatever_the_text_is() -> None:
    pm = file("pm.yaml", UNOWNED.replace("TBD", "TBD").replace("canary", "canäry"))
    for form in ("json", "sarif"):
        result = deckgen("check", pm, "--format", form)
        assert result.stdout.isascii()
        assert json.loads(result.stdout)


def test_an_output_that_cannot_be_written_is_refused_before_anything_is_checked() -> None:
    pm = file("pm.yaml")
    for target, message in (
        ("pm.yaml", "is one of the files to check"),
        ("none/x", "there is no folder"),
    ):
        result = deckgen("check", pm, "-o", target)
        assert (result.exit_code, result.stdout) == (1, "")
        assert message in result.stderr
    assert pm.read_text("utf-8") == UNOWNED


@pytest.mark.parametrize("redirection", [">&-", "> /dev/full"])
def test_a_standard_output_that_takes_nothing_is_a_clear_error(
    tmp_path: Path, redirection: str
) -> None:
    file("pm.yaml")
    done = deckgen_shell(f"check pm.yaml {redirection}", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("standard output: error: ")
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_ends_the_check_quietly(tmp_path: Path) -> None:
    for n in range(300):
        file(f"{n}.yaml")
    done = deckgen_shell("check . | head -n 1", folder=tmp_path)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_words_that_the_terminals_encoding_lacks_are_escaped(tmp_path: Path) -> None:
    pm = file("pm.yaml", UNOWNED.replace("canary", "canäry 🔥"))
    environment = {
        **os.environ,
        "PYTHONIOENCODING": "ascii",
        "PYTHONPATH": f"{ROOT}:{ROOT}/layouts",
    }
    command = [sys.executable, "-m", "deckgen", "check", str(pm)]
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert rb"can\xe4ry \U0001f525" in done.stdout


def test_a_terminal_gets_colours() -> None:
    file("pm.yaml")
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": f"{ROOT}:{ROOT}/layouts"}
    command = [sys.executable, "-m", "deckgen", "check", "pm.yaml"]
    with subprocess.Popen(command, env=environment, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 65_536):
                shown += part
        except OSError:  # how Linux says that the other end is closed
            pass
    os.close(ours)
    assert process.returncode == 1
    text = re.sub(r"\x1b\[[\d;]*m", "", shown.decode())
    assert text.startswith("pm.yaml:4:41: error: action A1: 'TBD' is nobody [action-owner]")
    assert "\x1b[1;31merror:" in shown.decode()


def test_a_rule_is_explained_without_a_source() -> None:
    result = deckgen("check", "--explain", "action-owner")
    assert result.exit_code == 0
    assert result.stdout.startswith("action-owner (error)\n\nAn action that nobody owns.\n\n")
    assert "Fails:\n\n    actions:\n" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--explain", "acton-owner"], "did you mean 'action-owner'?"),
        (["--explain", "zzzzzzzzzz"], "known: action-owner, "),
        ([], "name a postmortem, or a folder of them"),
        (["pm.yaml", "--format", "xml"], "'xml' is not one of"),
        (["pm.yaml", "--fail-on", "info"], "'info' is not one of"),
    ],
)
def test_a_wrong_command_line_exits_with_2(arguments: list[str], said: str) -> None:
    result = deckgen("check", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_the_choices_are_those_there_are() -> None:
    choices = {option.name: option.type for option in command.params}
    assert list(choices["form"].choices) == list(FORMATS)  # type: ignore[attr-defined]
    assert tuple(choices["fail_on"].choices) == get_args(FailOn)  # type: ignore[attr-defined]


def test_a_working_directory_that_was_removed_is_told(tmp_path: Path) -> None:
    (tmp_path / "gone").mkdir()
    pm = file("pm.yaml").absolute()
    script = f"cd gone && rmdir ../gone && {sys.executable} -m deckgen check {pm}"
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT}/layouts"}
    done = subprocess.run(
        ["sh", "-c", script], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == "the working directory: error: is not there any more\n"


def test_the_library_checks_as_the_command_does() -> None:
    pm = file("pm.yaml")
    assert [str(it) + "\n\n" for it in face.check(pm)] == [deckgen("check", pm).stdout]
    assert len(face.check(pm, Policy())) > 1
    with pytest.raises(InputError, match="there is no such file"):
        face.check("missing.yaml")
