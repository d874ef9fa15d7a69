"""`deckgen quarter` as a user runs it: what it writes, what it says, and how it ends."""

from __future__ import annotations

import io
import json
import random
import re
from pathlib import Path

import pytest
from pptx import Presentation

from deckgen.pptx import embedded_source
from tests.cli.commands import ROOT, deckgen, deckgen_process
from tests.test_searching import too_deep

DAY = ("--as-of", "2025-10-10")
BROKEN = "title: x\nstarted_at: 25:00\n"

PM = """\
id: {id}
title: {id} was down
severity: SEV2
started_at: {day} 09:00
mitigated_at: {day} 10:00
resolved_at: {day} 11:00
published_at: {day}
services: [login]
root_cause: {{primary_cause: A certificate ran out}}
actions: [{{action: Renew certificates without hands, owner: Identity, due: 2025-09-01}}]
"""


def write(folder: Path, **days: str) -> Path:
    """Write ID.yaml of an incident of each day, and return `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, day in days.items():
        (folder / f"{name}.yaml").write_text(PM.format(id=name, day=day), encoding="utf-8")
    return folder


@pytest.fixture
def q(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three postmortems of two quarters, from where we are."""
    monkeypatch.chdir(tmp_path)
    return write(Path("q"), A="2025-07-02", B="2025-08-05", C="2025-05-06")


def without_times(text: str) -> str:
    return re.sub(r"\d+\.\d s", "N s", text)


def figures(*arguments: str | Path) -> dict[str, object]:
    done = deckgen("quarter", *arguments, "-o", "-", "--format", "json", *DAY)
    assert done.exit_code == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def period(*arguments: str | Path) -> str:
    return str(figures(*arguments)["period"]["name"])  # type: ignore[index]


def test_the_deck_is_of_the_quarter_of_the_newest_incident_and_the_line_says_so(q: Path) -> None:
    drill = write(Path("q"), D="2025-10-06") / "D.yaml"
    drill.write_text(drill.read_text("utf-8") + "drill: true\n", encoding="utf-8")
    done = deckgen("quarter", q, *DAY)
    assert (done.exit_code, done.stderr) == (0, "")
    slides = len(Presentation("incident-review-2025-Q3.pptx").slides)
    assert without_times(done.stdout) == (
        f"incident-review-2025-Q3.pptx: {slides} slides; "
        "2 incidents in 2025-Q3, 1 in 2025-Q2; N s\n"
    )


def test_the_deck_carries_its_figures(q: Path) -> None:
    deckgen("quarter", q, "-o", "review.pptx", *DAY)
    found = embedded_source(io.BytesIO(Path("review.pptx").read_bytes()))
    assert found is not None
    name, content = found
    assert (name, json.loads(content)) == ("2025-Q3.json", figures(q))


@pytest.mark.parametrize("form", ["pptx", "json", "csv", "md"])
def test_the_same_files_give_the_same_bytes_in_whatever_order_and_from_wherever(
    q: Path, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = sorted(path.absolute() for path in q.iterdir())
    random.Random(2).shuffle(files)
    deckgen("quarter", q, "-o", f"one.{form}", *DAY)
    Path("elsewhere").mkdir()
    monkeypatch.chdir("elsewhere")
    deckgen("quarter", *files, "-o", f"two.{form}", *DAY)
    assert Path(f"two.{form}").read_bytes() == Path(f"../one.{form}").read_bytes()


@pytest.mark.parametrize(
    ("name", "begins"),
    [("r.json", "{"), ("r.CSV", "section,"), ("r.md", "# Incident review 2025-Q3")],
)
def test_the_ending_of_the_file_says_what_to_write(q: Path, name: str, begins: str) -> None:
    done = deckgen("quarter", q, "-o", name, *DAY)
    assert without_times(done.stdout) == f"{name}: 2 incidents in 2025-Q3, 1 in 2025-Q2; N s\n"
    assert Path(name).read_text("utf-8").startswith(begins)


def test_standard_output_takes_the_file_alone(q: Path) -> None:
    done = deckgen_process("quarter", "q", "-o", "-", *DAY, folder=Path.cwd())
    assert done.returncode == 0
    assert len(Presentation(io.BytesIO(done.stdout)).slides) > 5
    assert done.stderr.decode().startswith("standard output: ")


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ((), "2025-Q3"),
        (("--quarter", "2025-q2"), "2025-Q2"),
        (("--fiscal-year-starts", "2"), "FY2026-Q3"),
        (("--fiscal-year-starts", "8", "--quarter", "FY2025-Q4"), "FY2025-Q4"),
        (("--from", "2025-05-01", "--to", "2025-08-31"), "2025-05-01 to 2025-08-31"),
    ],
)
def test_the_period_is_the_one_that_is_asked_for(
    q: Path, options: tuple[str, ...], name: str
) -> None:
    assert period(q, *options) == name


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name files, or folders of them: deckgen quarter SOURCES"),
        (("-", "q"), "name files, or folders of them: deckgen quarter SOURCES"),
        (("q", "--quarter", "2025-Q5"), "'2025-Q5' is no quarter: a year has Q1 to Q4."),
        (("q", "--quarter", "Q3 2025"), "'Q3 2025' is no quarter: write it like 2025-Q3."),
        (("q", "--quarter", "FY2025-Q3"), "'FY2025-Q3' is of a fiscal year: say the month in "),
        (
            ("q", "--quarter", "2025-Q3", "--from", "2025-01-01"),
            "give --quarter, or --from and --to, not both",
        ),
        (("q", "--from", "2025-01-01"), "give both --from and --to"),
        (
            ("q", "--from", "2025-02-01", "--to", "2025-01-01"),
            "2025-01-01 lies before 2025-02-01: give the first day first.",
        ),
        (
            ("q", "-o", "x.csv", "--format", "md"),
            "--format md does not go into a file called x.csv",
        ),
        (("q", "-o", "x.md", "--only", "quarter-weeks"), "--only, --skip and --template are about"),
    ],
)
def test_a_slip_on_the_command_line_is_told_and_nothing_is_read(
    q: Path, arguments: tuple[str, ...], said: str
) -> None:
    write(q, E="2025-99-99")
    done = deckgen("quarter", *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"Error: {said}" in done.stderr
    assert "E.yaml" not in done.stderr


def test_a_file_with_faults_is_told_and_counted_and_the_rest_is_shown(q: Path) -> None:
    (q / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    done = deckgen("quarter", q, "-o", "r.pptx", *DAY)
    assert done.exit_code == 1
    assert done.stderr == deckgen("build", q / "broken.yaml").stderr
    assert without_times(done.stdout).endswith(
        "2 incidents in 2025-Q3, 1 in 2025-Q2; left out: 1 source with faults; N s\n"
    )
    texts = [
        shape.text_frame.text
        for slide in Presentation("r.pptx").slides
        for shape in slide.shapes
        if shape.has_text_frame
    ]
    assert any("file with faults" in text for text in texts)


def test_without_an_incident_there_is_no_quarter_to_take(q: Path) -> None:
    for file in q.iterdir():
        file.write_text(BROKEN, encoding="utf-8")
    done = deckgen("quarter", q)
    assert done.exit_code == 1
    assert done.stderr.endswith(
        "the sources: error: hold no incident to take the quarter from\n"
        "  help: name the quarter with --quarter, or more sources\n"
    )
    assert [path.name for path in Path().iterdir()] == ["q"]


def test_a_quarter_in_which_nothing_happened_has_its_deck_with_a_warning(q: Path) -> None:
    done = deckgen("quarter", q, "--quarter", "2024-Q1", "-o", "r.pptx", *DAY)
    assert done.exit_code == 0
    assert done.stderr == (
        "2024-Q1: warning: has no incident; the newest of the files began on 5 August 2025\n"
    )
    assert "0 incidents in 2024-Q1; left out: 3 later incidents;" in done.stdout


def test_a_quarter_that_is_not_over_is_said_to_be_so(q: Path) -> None:
    done = deckgen("quarter", q, "-o", "r.md", "--as-of", "2025-08-31")
    assert done.stderr == (
        "2025-Q3: info: ends on 30 September 2025: its figures of 31 August 2025 may still change\n"
    )


def test_one_incident_in_two_files_is_said_and_counted_once(q: Path) -> None:
    (q / "copy.yaml").write_bytes((q / "A.yaml").read_bytes())
    done = deckgen("quarter", q, "-o", "r.json", *DAY)
    assert done.stderr.startswith(
        "q/copy.yaml: warning: has the id 'A' of q/A.yaml, and is left out\n"
    )
    assert "2 incidents in 2025-Q3" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("q", "-o", "r.pptx", "--theme", "drak"), "drak: error: there is no theme"),
        (("q", "-o", "r.pptx", "--only", "weeks"), "there is no layout of this name"),
        (("q", "-o", "r.pptx", "--template", "q/A.yaml"), "q/A.yaml: error:"),
        (("q", "-o", "none/r.pptx"), "none/r.pptx: error: there is no folder"),
        (("q", "-o", "none/r.md"), "none/r.md: error: there is no folder"),
        (("q", "-o", "q"), "q: error: PowerPoint opens decks only as .pptx"),
        (("q", "-o", "."), ".: error: is a folder"),
        (("q", "-o", "q/A.yaml"), "q/A.yaml: error: is one of the sources"),
        (("q", "-o", "r.md", "--policy", "none.toml"), "none.toml: error: there is no such file"),
        (("empty", "-o", "r.md"), "empty: error: holds no postmortem"),
    ],
)
def test_what_cannot_be_done_is_told_before_anything_is_read(
    q: Path, arguments: tuple[str, ...], said: str
) -> None:
    Path("empty").mkdir()
    (q / "broken.yaml").write_text(BROKEN, encoding="utf-8")
    done = deckgen("quarter", *arguments)
    assert (done.exit_code, done.stdout) == (1, "")
    assert said in done.stderr
    assert "broken.yaml" not in done.stderr
    assert {path.name for path in Path().iterdir()} == {"q", "empty"}


def test_a_deck_that_was_edited_is_kept_unless_forced(q: Path) -> None:
    Path("r.pptx").write_bytes(b"mine")
    done = deckgen("quarter", q, "-o", "r.pptx", *DAY)
    assert (done.exit_code, Path("r.pptx").read_bytes()) == (1, b"mine")
    assert deckgen("quarter", q, "-o", "r.pptx", "--force", *DAY).exit_code == 0
    assert deckgen("quarter", q, "-o", "r.pptx", *DAY).exit_code == 0


def test_the_policy_says_within_how_many_hours(q: Path) -> None:
    (q / "deckgen.toml").write_text("publish_within_hours = 24\n", encoding="utf-8")
    Path("other.toml").write_text("publish_within_hours = 72\n", encoding="utf-8")
    write(Path("p"), D="2025-07-09")
    hours = [
        figures("q", *options)["publication"]["within_hours"]  # type: ignore[index]
        for options in ((), ("--policy", "other.toml"))
    ]
    assert hours == [24, 72]
    done = deckgen("quarter", "q", "p", "-o", "r.md")
    assert done.exit_code == 1
    assert "its policy says publish_within_hours 48, that of q/A.yaml 24" in done.stderr


def test_a_pattern_and_a_folder_within_name_their_files(q: Path) -> None:
    write(q / "team", D="2025-07-09")
    assert len(figures("q/**/*.yaml")["incidents"]) == 3  # type: ignore[arg-type]
    assert len(figures("q/team")["incidents"]) == 1  # type: ignore[arg-type]


def test_a_folder_that_cannot_be_looked_into_is_told_and_counted(q: Path) -> None:
    too_deep(q, 20)
    done = deckgen("quarter", q, "-o", "r.md", *DAY)
    assert (done.exit_code, "cannot be looked into" in done.stderr) == (1, True)
    assert "2 incidents in 2025-Q3, 1 in 2025-Q2; left out: 1 source with faults" in done.stdout


def test_the_samples_make_a_review() -> None:
    samples = ROOT / "samples" / "quarter"
    done = deckgen("quarter", samples, "-o", "-", "--format", "md", "--as-of", "2018-05-01")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "# Incident review 2018-Q1")
    assert "standard output: 10 incidents in 2018-Q1, 2 in 2017-Q4; left out: 1 exer" in done.stderr
