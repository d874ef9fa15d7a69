"""Policy files: which one holds for a postmortem, what it says, and every fault with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.policy import Policy, SeverityLevel
from deckgen.policy_files import find_policy, load_policy, policies_for, policy_for
from deckgen.postmortem.vocabulary import Severity

PYPROJECT = '[project]\nname = "x"\n\n[tool.deckgen]\npublish_within_hours = 24\n'


def file(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def faults(path: Path) -> list[Diagnostic]:
    with pytest.raises(InputError) as caught:
        load_policy(path)
    return list(caught.value.diagnostics)


def said(folder: Path, text: str) -> list[tuple[int, int, str, str]]:
    found = faults(file(folder / "deckgen.toml", text))
    return [(it.line, it.column, it.message, it.hint) for it in found]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A folder in which a repository begins, so that nothing above it counts."""
    (tmp_path / ".git").mkdir()
    return tmp_path


def test_without_a_policy_file_the_policy_is_the_usual_one(repository: Path) -> None:
    assert find_policy(repository / "pm.yaml") is None
    assert policy_for(repository / "pm.yaml") == Policy()


def test_the_nearest_policy_file_holds(repository: Path) -> None:
    outer = file(repository / "deckgen.toml", "review_within_days = 1\n")
    inner = file(repository / "a/b/pyproject.toml", PYPROJECT)
    assert find_policy(repository / "pm.yaml") == outer
    assert find_policy(repository / "a/pm.yaml") == outer
    assert find_policy(repository / "a/b/c/pm.yaml") == inner
    assert policy_for(repository / "a/b/c/pm.yaml") == Policy(publish_within_hours=24)


def test_nothing_above_the_repository_holds(repository: Path) -> None:
    file(repository / "deckgen.toml", "review_within_days = 1\n")
    (repository / "inner").mkdir()
    file(repository / "inner/.git", "gitdir: elsewhere\n")
    assert find_policy(repository / "inner/pm.yaml") is None


def test_a_policy_file_is_named_from_the_working_directory(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file(repository / "a/deckgen.toml", "")
    monkeypatch.chdir(repository)
    assert find_policy(Path("a/b/pm.yaml")) == Path("a/deckgen.toml")
    monkeypatch.chdir(repository / "a")
    (repository / "a/b").mkdir()
    assert find_policy(Path("pm.yaml")) == Path("deckgen.toml")
    monkeypatch.chdir(repository / "a/b")
    assert find_policy(Path("../pm.yaml")) == repository / "a/deckgen.toml"


@pytest.mark.parametrize(
    "text",
    [
        '[project]\nname = "x"\n',
        "this is no TOML at all",
        '[project]\ndependencies = ["deckgen"]\n',
        f"# {'x' * 200_000}",
    ],
    ids=["another's", "broken", "a dependency", "large"],
)
def test_a_project_file_without_a_policy_is_passed_over(repository: Path, text: str) -> None:
    outer = file(repository / "deckgen.toml", "")
    file(repository / "a/pyproject.toml", text)
    assert find_policy(repository / "a/pm.yaml") == outer


def test_a_broken_project_file_that_speaks_of_deckgen_is_told(repository: Path) -> None:
    path = file(repository / "pyproject.toml", "[tool.deckgen]\nrules = \n")
    with pytest.raises(InputError) as caught:
        find_policy(repository / "pm.yaml")
    (fault,) = caught.value.diagnostics
    assert (fault.path, fault.line, fault.column) == (str(path), 2, 9)
    assert fault.message == "the project file is not TOML: Invalid value"


def test_two_policies_in_one_folder_are_a_fault(repository: Path) -> None:
    file(repository / "deckgen.toml", "")
    path = file(repository / "pyproject.toml", PYPROJECT)
    with pytest.raises(InputError) as caught:
        find_policy(repository / "pm.yaml")
    message = "[tool.deckgen] stands here, and a deckgen.toml beside it"
    assert caught.value.diagnostics == (
        Diagnostic(str(path), 4, 2, message, "keep one of the two", 12, "[tool.deckgen]"),
    )


def test_every_key_of_a_policy_is_read(tmp_path: Path) -> None:
    text = """\
publish_within_hours = 72
review_within_days = 30
[rules]
action-owner = "off"
[words]
blame = ["dropped the ball"]
[severities.sev1]
names = ["Blocker", "Sev One"]
due_within_days = 7
customers_from = 10_000
[severities.SEV2]
names = ["Major"]
percent_from = 0.5
[redaction]
internal_hosts = ["*.corp.example.com"]
secrets = ['CUST-\\d{6}']
"""
    policy = load_policy(file(tmp_path / "deckgen.toml", text))
    assert policy.model_dump(exclude_defaults=True) == {
        "publish_within_hours": 72,
        "review_within_days": 30,
        "rules": {"action-owner": "off"},
        "words": {"blame": ("dropped the ball",)},
        "severities": {
            Severity.SEV1: SeverityLevel(
                names=("Blocker", "Sev One"), due_within_days=7, customers_from=10_000
            ).model_dump(exclude_defaults=True),
            Severity.SEV2: {"names": ("Major",), "percent_from": 0.5},
        },
        "redaction": {
            "internal_hosts": ("*.corp.example.com",),
            "secrets": (r"CUST-\d{6}",),
        },
    }
    assert policy.severity_names == {
        "Blocker": Severity.SEV1,
        "Sev One": Severity.SEV1,
        "Major": Severity.SEV2,
    }


def test_a_policy_file_that_changes_is_read_anew(tmp_path: Path) -> None:
    path = file(tmp_path / "deckgen.toml", "review_within_days = 1\n")
    assert load_policy(path) is load_policy(path)
    file(path, "review_within_days = 10\n")
    assert load_policy(path) == Policy(review_within_days=10)


def test_a_named_project_file_must_hold_a_policy(tmp_path: Path) -> None:
    path = file(tmp_path / "pyproject.toml", '[project]\nname = "x"\n')
    hint = "or name a deckgen.toml"
    assert faults(path) == [
        Diagnostic(str(path), 0, 0, "holds no table [tool.deckgen]", hint),
    ]


def test_every_fault_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    text = """\
publish_within_hour = 24
review_within_days = "30"
[rules]
acton-owner = "off"
blame = "warn"
"no such thing at all" = "off"
[words]
peple = ["SRE"]
blame = "dropped the ball"
[severities.SEV9]
names = []
[severities.SEV1]
due_within_day = 3
due_within_days = -1
[redaction]
secrets = ["(", "x*"]
"""
    keys = "known: rules, words, severities, publish_within_hours, review_within_days or redaction"
    words = "known: people, blame, animated, vague_claims, vague_verbs, placeholders or not_names"
    level = "known: names, due_within_days, customers_from or percent_from"
    as_python = "write it as Python's module re reads it"
    found = said(tmp_path, text)
    assert found == [
        (
            1,
            1,
            "publish_within_hour: there is no such key",
            f"did you mean 'publish_within_hours'? {keys}",
        ),
        (2, 1, "review_within_days: is a whole number, without quotation marks", ""),
        (4, 1, "rules.acton-owner: there is no such rule", "did you mean 'action-owner'?"),
        (
            5,
            1,
            "rules.blame: 'warn' is no severity of findings",
            "did you mean 'warning'? known: off, info, warning or error",
        ),
        (
            6,
            1,
            "rules.no such thing at all: there is no such rule",
            "docs/rules.md lists the rules",
        ),
        (8, 1, "words.peple: there is no such key", f"did you mean 'people'? {words}"),
        (9, 1, "words.blame: is a list, in square brackets", ""),
        (
            10,
            2,
            "severities.SEV9: there is no such severity",
            "known: SEV0, SEV1, SEV2, SEV3, SEV4 or SEV5",
        ),
        (
            13,
            1,
            "severities.SEV1.due_within_day: there is no such key",
            f"did you mean 'due_within_days'? {level}",
        ),
        (14, 1, "severities.SEV1.due_within_days: is at least 0", ""),
        (
            16,
            1,
            "redaction.secrets: '(' is not a regular expression: "
            "missing ), unterminated subpattern at position 0",
            as_python,
        ),
        (
            16,
            1,
            "redaction.secrets: 'x*' also matches where nothing stands, "
            "so that it would mask everything",
            as_python,
        ),
    ]


def test_a_fault_in_a_project_file_has_its_place_there(tmp_path: Path) -> None:
    path = file(
        tmp_path / "pyproject.toml",
        "[tool.deckgen]\n[tool.deckgen.rules]\nblaem = 'off'\n"
        "[tool.deckgen.severities.SEV1]\nname = []\n[[tool.other]]\nblaem = 1\n",
    )
    assert [(it.line, it.column, it.message) for it in faults(path)] == [
        (3, 1, "rules.blaem: there is no such rule"),
        (5, 1, "severities.SEV1.name: there is no such key"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rules = 3", "rules: is a table"),
        ("[severities]\nSEV1 = 3", "severities.SEV1: is a table"),
        ("[words]\nblame = [3]", "words.blame.0: is a text, in quotation marks"),
        ('[words]\nblame = [""]', "words.blame.0: is empty"),
        (
            "review_within_days = true",
            "review_within_days: is a whole number, without quotation marks",
        ),
        (
            "review_within_days = 1.5",
            "review_within_days: is a whole number, without quotation marks",
        ),
        ("review_within_days = 9999", "review_within_days: is at most 3660"),
        (
            "[severities.SEV1]\ncustomers_from = nan",
            "severities.SEV1.customers_from: is a finite number",
        ),
        ("[rules]\nblame = true", "rules.blame: True is no severity of findings"),
        ("[rules]\ninput = 'off'", "rules.input: no policy changes this rule"),
        (
            '[severities.SEV1]\nnames = ["Top"]\n[severities.SEV2]\nnames = ["top"]',
            "severities.SEV2.names: 'top' is a name of SEV1, too",
        ),
        (
            '[severities.SEV1]\nnames = ["SEV2"]',
            "severities.SEV1.names: 'SEV2' is a name of SEV2, too",
        ),
        (
            "[severities.SEV1]\n[severities.sev-1]",
            "severities.sev-1: the same severity stands as 'SEV1', too",
        ),
        (f"review_within_days = {'9' * 5_000}", "the policy holds a number that is too long"),
        (f"a = {'[' * 2_000}{']' * 2_000}", "the policy is nested too deeply"),
        (f"# {'x' * 100_000}", "holds 0.2 MB; at most 0.1 MB are read"),
        ("rules = ", "the policy is not TOML: Invalid value (at end of document)"),
    ],
)
def test_what_does_not_fit_is_told_in_plain_words(tmp_path: Path, text: str, message: str) -> None:
    assert [it[2] for it in said(tmp_path, text)] == [message]


def test_a_policy_that_is_a_single_value_is_told(tmp_path: Path) -> None:
    path = file(tmp_path / "pyproject.toml", "[tool]\ndeckgen = 3\n")
    assert [(it.line, it.message) for it in faults(path)] == [(2, "tool.deckgen: is a table")]


def test_a_large_project_file_that_speaks_of_deckgen_is_refused(tmp_path: Path) -> None:
    path = file(tmp_path / "pyproject.toml", f"[tool.deckgen]\n# {'x' * 100_000}\n")
    assert [it.message for it in faults(path)] == ["holds 0.2 MB; at most 0.1 MB are read"]


def test_what_is_no_text_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    latin, missing, folder, pipe = (
        tmp_path / f"{name}.toml" for name in ("latin", "none", "folder", "pipe")
    )
    latin.write_bytes(b'[words]\nblame = ["caf\xe9"]')
    folder.mkdir()
    os.mkfifo(pipe)
    assert [faults(path)[0].message for path in (latin, missing, folder, pipe)] == [
        "the text is not UTF-8",
        "there is no such file",
        "is a folder, not a policy file",
        "is not a file that can be read twice",
    ]


def test_a_pipe_of_the_name_of_a_policy_file_is_told(repository: Path) -> None:
    os.mkfifo(repository / "deckgen.toml")
    with pytest.raises(InputError, match="is not a file that can be read twice"):
        policy_for(repository / "pm.yaml")


def test_the_tools_own_names_may_be_given_to_other_severities(tmp_path: Path) -> None:
    text = '[severities.SEV0]\nnames = ["P1"]\n[severities.SEV2]\nnames = ["Critical"]\n'
    policy = load_policy(file(tmp_path / "deckgen.toml", text))
    assert policy.severity_names == {"P1": Severity.SEV0, "Critical": Severity.SEV2}


def test_each_of_many_has_its_policy_or_the_one_that_is_named(repository: Path) -> None:
    file(repository / "a/deckgen.toml", "publish_within_hours = 24\n")
    named = file(repository / "named.toml", "publish_within_hours = 72\n")
    one, other = repository / "a/pm.yaml", repository / "pm.yaml"
    strict, usual = Policy(publish_within_hours=24), Policy()
    assert policies_for([one, other], None) == [(one, strict), (other, usual)]
    asked = Policy(publish_within_hours=72)
    assert policies_for([one, other], named) == [(one, asked), (other, asked)]


def test_the_faults_of_all_policy_files_are_told_at_once(repository: Path) -> None:
    broken = [file(repository / f"{name}/deckgen.toml", "x = 1\n") for name in "ab"]
    sources = [path.with_name(name) for path in broken for name in ("1.yaml", "2.yaml")]
    with pytest.raises(InputError) as caught:
        policies_for(sources, None)
    assert [Path(it.path) for it in caught.value.diagnostics] == broken
