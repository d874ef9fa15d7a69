"""Reading the postmortems of a review: by one process or several, with what is said of ids."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.policy import Policy, SeverityLevel
from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter_reading import Read, each_once, hours_of, read_incidents

MANY = 200
"""More than one process reads alone."""


def postmortem(folder: Path, name: str, day: str = "2025-08-04", more: str = "") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"title: Down\nstarted_at: {day} 02:15\n{more}", encoding="utf-8")
    return file


def read(*files: Path, policy: Policy | None = None) -> list[Read]:
    return list(read_incidents((file, policy or Policy()) for file in files))


def many(folder: Path) -> list[Path]:
    files = [postmortem(folder, f"inc-{n:03}.yaml") for n in range(MANY)]
    files[100].write_text("title: x\n", encoding="utf-8")
    return files


def names(reads: Sequence[Read]) -> list[str | None]:
    return [one.incident.id if one.incident else None for one in reads]


def test_what_comes_of_a_file_comes_in_the_order_of_the_files(tmp_path: Path) -> None:
    good, bad = postmortem(tmp_path, "b.yaml"), tmp_path / "a.yaml"
    bad.write_text("title: x\n", encoding="utf-8")
    reads = read(good, bad, tmp_path / "none.yaml")
    assert names(reads) == ["b", None, None]
    assert [[it.message for it in one.faults] for one in reads] == [
        [],
        ["a postmortem needs 'started_at'"],
        ["there is no such file"],
    ]


def test_the_names_of_severities_are_those_of_its_company(tmp_path: Path) -> None:
    policy = Policy(severities={Severity.SEV1: SeverityLevel(names=("Blocker",))})
    (found,) = read(postmortem(tmp_path, "a.yaml", more="severity: Blocker\n"), policy=policy)
    assert found.incident
    assert found.incident.severity is Severity.SEV1


def test_several_processes_read_what_one_does(tmp_path: Path) -> None:
    files = many(tmp_path)
    assert read(*files) == [one for file in files for one in read(file)]
    assert multiprocessing.active_children() == []


def test_when_the_processes_are_killed_this_one_reads_on(tmp_path: Path) -> None:
    files = many(tmp_path)
    reads = read_incidents((file, Policy()) for file in files)
    first = next(reads)
    for process in multiprocessing.active_children():
        process.kill()
    assert names([first, *reads]) == [None if n == 100 else f"inc-{n:03}" for n in range(MANY)]


def said(*reads: Read) -> list[tuple[str, str]]:
    return [(one.severity, one.message) for one in each_once(reads)[1]]


def test_a_copy_is_left_out_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    copies = [postmortem(Path(), name, more="id: INC-1\n") for name in ("a.yaml", "b.yaml")]
    assert each_once(read(*reversed(copies))) == (
        (read(copies[0])[0].incident,),
        [
            Diagnostic(
                "b.yaml", 0, 0, "has the id 'INC-1' of a.yaml, and is left out",
                "give one of them an id of its own, if they are two incidents",
                severity="warning",
            )
        ],
    )  # fmt: skip


def test_incidents_that_share_a_file_name_are_told_apart_and_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    files = [postmortem(Path(), f"{day}/pm.yaml", day) for day in ("2025-08-04", "2025-08-05")]
    incidents, _ = each_once(read(*files))
    assert [one.id for one in incidents] == ["2025-08-04/pm", "2025-08-05/pm"]
    assert said(*read(*files)) == [
        ("info", "has no id, as others of this file name: it is called '2025-08-04/pm'"),
        ("info", "has no id, as others of this file name: it is called '2025-08-05/pm'"),
    ]


def test_a_repeat_of_what_is_not_among_the_files_is_told(tmp_path: Path) -> None:
    file = postmortem(tmp_path, "a.yaml", more="root_cause: {repeats: [INC-9]}\n")
    assert said(*read(file)) == [
        (
            "warning",
            "repeats 'INC-9', but no incident of this id that began earlier is among the files",
        )
    ]


def test_the_hours_are_those_that_all_policies_ask_for() -> None:
    one, other = (Policy(publish_within_hours=hours) for hours in (24, 72))
    assert hours_of([(Path("a"), one), (Path("b"), one)]) == 24
    assert hours_of([]) == 48
    with pytest.raises(InputError) as caught:
        hours_of([(Path("a"), one), (Path("b"), other)])
    (fault,) = caught.value.diagnostics
    assert fault.message == "its policy says publish_within_hours 24, that of b 72"
    assert fault.hint == "name the policy that holds for the review with --policy"
