"""A company's own names of severities are read, and unknown words list them."""

from __future__ import annotations

from pathlib import Path

import pytest

import deckgen
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.policy import Policy
from deckgen.postmortem.vocabulary import Severity
from deckgen.readers import read_postmortem

NAMES = {"Blocker": Severity.SEV1, "Sev One": Severity.SEV1, "Critical": Severity.SEV2}


def file(folder: Path, severity: str) -> Path:
    path = folder / "pm.yaml"
    path.write_text(f"title: Down\nstarted_at: 2025-01-08 02:15\nseverity: {severity}\n")
    return path


@pytest.mark.parametrize(
    ("written", "severity"),
    [
        ("Blocker", Severity.SEV1),
        ("BLOCKER", Severity.SEV1),
        ("sev   one", Severity.SEV1),
        ("critical", Severity.SEV2),
        ("SEV3", Severity.SEV3),
        ("p1", Severity.SEV1),
        ("~", None),
    ],
)
def test_a_companys_own_name_goes_before_the_usual_spellings(
    tmp_path: Path, written: str, severity: Severity | None
) -> None:
    assert read_postmortem(file(tmp_path, written), NAMES).postmortem.severity is severity


def test_without_such_names_the_usual_spellings_are_read(tmp_path: Path) -> None:
    assert read_postmortem(file(tmp_path, "critical")).postmortem.severity is Severity.SEV1


def test_an_unknown_word_is_one_fault_that_lists_the_companys_names_too(tmp_path: Path) -> None:
    path = file(tmp_path, "Bloker")
    with pytest.raises(InputError) as caught:
        read_postmortem(path, NAMES)
    known = "known: SEV0, SEV1, SEV2, SEV3, SEV4, SEV5, Blocker, Sev One or Critical"
    assert caught.value.diagnostics == (
        Diagnostic(
            str(path), 3, 11, "'severity' cannot be 'Bloker'", f"did you mean 'Blocker'? {known}",
            6, "severity: Bloker",
        ),
    )  # fmt: skip


def test_a_severity_of_another_kind_is_told_as_ever(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="'severity' expects one word, found a list"):
        read_postmortem(file(tmp_path, "[SEV1]"), NAMES)


def test_reading_takes_the_names_from_the_nearest_policy(tmp_path: Path) -> None:
    (tmp_path / "deckgen.toml").write_text('[severities.SEV2]\nnames = ["Blocker"]\n')
    path = file(tmp_path, "Blocker")
    assert deckgen.read(path).postmortem.severity is Severity.SEV2
    with pytest.raises(InputError):
        deckgen.read(path, Policy())
