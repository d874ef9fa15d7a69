"""A batch makes what has changed, keeps what was edited, and loses nothing."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import deckgen.batch.request as request_module
from deckgen import build
from deckgen.diagnostics import InputError
from deckgen.pipeline import Options
from tests.batch.runs import USUAL, Run, batch
from tests.batch.sources import AS_OF, contents, edit, picture, small, with_action, write
from tests.batch.test_work import CSV, MEASURED

SHOWN = "evidence: [{image: a.png, caption: Errors, alt: A curve that rises}]\n"
ALL = ["dated.pptx", "measured.pptx", "plain.pptx", "shown.pptx"]


@pytest.fixture
def q(tmp_path: Path) -> Path:
    """A folder of postmortems, one for each thing that a deck may depend on."""
    folder = write(
        tmp_path / "q",
        plain=small(),
        dated=with_action(),
        measured=MEASURED,
        shown=small() + SHOWN,
    )
    (folder / "errors.csv").write_text(CSV)
    (folder / "a.png").write_bytes(picture(4))
    return folder


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    return tmp_path / "decks"


def test_each_source_becomes_the_deck_that_build_makes(q: Path, decks: Path) -> None:
    assert batch(q, decks) == Run(built=ALL)
    made = {name: deck for name, deck in contents(decks).items() if not name.startswith(".")}
    assert made == {
        f"{source.stem}.pptx": build(source, Options(as_of=AS_OF)).pptx
        for source in q.glob("*.yaml")
    }


def test_an_unchanged_run_makes_nothing_and_changes_nothing(q: Path, decks: Path) -> None:
    batch(q, decks)
    before = contents(decks)
    assert batch(q, decks) == Run(unchanged=ALL)
    assert contents(decks) == before


def test_a_source_that_was_only_touched_is_unchanged(q: Path, decks: Path) -> None:
    batch(q, decks)
    for path in q.iterdir():
        os.utime(path, (1, 1))
    assert batch(q, decks) == Run(unchanged=ALL)


def test_a_change_that_keeps_size_and_time_is_seen(q: Path, decks: Path) -> None:
    batch(q, decks)
    plain, times = q / "plain.yaml", (q / "plain.yaml").stat()
    plain.write_text(small("Checkout gone"))
    os.utime(plain, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert plain.stat().st_size == times.st_size
    assert batch(q, decks).built == ["plain.pptx"]


CHANGES: dict[str, tuple[Callable[[Path], object], list[str]]] = {
    "source": (lambda q: (q / "plain.yaml").write_text(small("Other")), ["plain.pptx"]),
    "values": (lambda q: (q / "errors.csv").write_text(CSV + "2025-01-08 02:30,3\n"),
               ["measured.pptx"]),
    "picture": (lambda q: (q / "a.png").write_bytes(picture(5)), ["shown.pptx"]),
    "policy": (lambda q: (q / "deckgen.toml").write_text("publish_within_hours = 72\n"), ALL),
    "policy of a project": (
        lambda q: (q / "pyproject.toml").write_text("[tool.deckgen]\npublish_within_hours = 7\n"),
        ALL,
    ),
    "another project's settings": (
        lambda q: (q / "pyproject.toml").write_text("[tool.other]\n"), []),
    "a file beside that none refers to": (lambda q: (q / "b.png").write_bytes(b"?"), []),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_what_a_deck_is_made_of_makes_it_anew(q: Path, decks: Path, change: str) -> None:
    batch(q, decks)
    make_it, rebuilt = CHANGES[change]
    make_it(q)
    unchanged = [deck for deck in ALL if deck not in rebuilt]
    assert batch(q, decks) == Run(built=rebuilt, unchanged=unchanged)
    assert batch(q, decks) == Run(unchanged=ALL)


@pytest.mark.parametrize(
    "asked",
    [
        {"profile": "executive"}, {"only": ("title",)}, {"skip": ("title",)},
        {"strict": True},
    ],
    ids=str,
)  # fmt: skip
def test_other_options_make_all_decks_anew(q: Path, decks: Path, asked: dict[str, object]) -> None:
    batch(q, decks)
    run = batch(q, decks, replace(USUAL, **asked))  # type: ignore[arg-type]
    assert (run.unchanged, sorted(run.built + run.outdated)) == ([], ALL)


def test_a_theme_file_counts_by_what_it_says(q: Path, decks: Path, tmp_path: Path) -> None:
    theme = tmp_path / "own.toml"
    theme.write_text('[colour]\naccent = "#005A9C"\n')
    asked = replace(USUAL, theme=str(theme))
    assert batch(q, decks, asked).built == ALL
    assert batch(q, decks, asked).unchanged == ALL
    theme.write_text('[colour]\naccent = "#00509C"\n')
    assert batch(q, decks, asked).built == ALL


def test_a_template_counts_by_its_bytes(q: Path, decks: Path, tmp_path: Path) -> None:
    template = tmp_path / "company.pptx"
    batch(q / "plain.yaml", tmp_path / "first")
    shutil.copyfile(tmp_path / "first" / "plain.pptx", template)
    asked = replace(USUAL, template=template)
    assert batch(q, decks, asked).built == ALL
    assert batch(q, decks, asked).unchanged == ALL
    batch(q / "plain.yaml", tmp_path / "first", replace(USUAL, profile="executive"))
    shutil.copyfile(tmp_path / "first" / "plain.pptx", template)
    assert batch(q, decks, asked).built == ALL


def test_a_day_counts_only_where_it_changes_what_is_drawn(q: Path, decks: Path) -> None:
    batch(q, decks)
    later = replace(USUAL, as_of=date(2025, 3, 1))
    assert batch(q, decks, later).built == ["dated.pptx"]
    assert batch(q, decks, later).unchanged == ALL


def test_another_version_makes_all_decks_anew(
    q: Path, decks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    batch(q, decks)
    monkeypatch.setattr(request_module, "__version__", "99.0")
    assert batch(q, decks).built == ALL


def test_force_makes_all_decks_anew(q: Path, decks: Path) -> None:
    batch(q, decks)
    before = contents(decks)
    assert batch(q, decks, force=True) == Run(built=ALL)
    assert contents(decks) == before


def test_a_deck_that_was_deleted_is_made_again(q: Path, decks: Path) -> None:
    batch(q, decks)
    before = contents(decks)
    (decks / "plain.pptx").unlink()
    assert batch(q, decks).built == ["plain.pptx"]
    assert contents(decks) == before


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (small(), "nothing else has changed"),
        (small("Other"), "what it is made of has changed since"),
    ],
)
def test_an_edited_deck_stays_until_it_is_forced(q: Path, decks: Path, text: str, why: str) -> None:
    batch(q, decks)
    content = edit(decks / "plain.pptx")
    (q / "plain.yaml").write_text(text)
    run = batch(q, decks)
    assert (run.built, run.kept) == ([], ["plain.pptx"])
    said = f"was edited since deckgen wrote it, and stays as it is; {why}"
    assert [one.message for one in run.said] == [said]
    assert (decks / "plain.pptx").read_bytes() == content
    batch(q, decks, force=True)
    assert (decks / "plain.pptx").read_bytes() != content


def test_a_deck_that_build_made_since_is_nobodys_work(q: Path, decks: Path) -> None:
    batch(q, decks)
    before = contents(decks)
    other = build(q / "plain.yaml", Options(profile="executive", as_of=AS_OF))
    (decks / "plain.pptx").write_bytes(other.pptx)
    assert batch(q, decks).built == ["plain.pptx"]
    assert contents(decks) == before


def test_a_file_of_somebody_else_is_not_replaced(q: Path, decks: Path) -> None:
    decks.mkdir()
    (decks / "plain.pptx").write_bytes(b"PK mine")
    run = batch(q, decks)
    assert (run.failed, run.outdated) == (["plain.yaml"], [])
    assert run.said[0].hint == "name another folder with -o, or overwrite it with --force"
    assert (decks / "plain.pptx").read_bytes() == b"PK mine"
    assert batch(q, decks, force=True).built == ALL


def test_a_source_with_faults_stops_no_other_and_is_not_taken_for_done(
    q: Path, decks: Path
) -> None:
    batch(q, decks)
    before = (decks / "plain.pptx").read_bytes()
    (q / "plain.yaml").write_text("title: x\nstarted_at: 25:00\n")
    (q / "errors.csv").write_text(CSV + "2025-01-08 02:30,3\n")
    for _ in range(2):
        run = batch(q, decks)
        assert (run.failed, run.outdated) == (["plain.yaml"], ["plain.pptx"])
        assert [fault.line for fault in run.said] == [2]
    assert run.unchanged == ["dated.pptx", "measured.pptx", "shown.pptx"]
    assert (decks / "plain.pptx").read_bytes() == before


def test_faults_of_a_policy_stop_only_the_sources_it_holds_for(q: Path, decks: Path) -> None:
    write(q / "web", one=small())
    (q / "web" / "deckgen.toml").write_text("publish_within_hours = -1\n")
    run = batch(q, decks)
    assert (run.built, run.failed) == (ALL, ["one.yaml"])
    assert [Path(fault.path).name for fault in run.said] == ["deckgen.toml"]


def test_with_strict_there_is_no_deck_where_a_check_finds_an_error(q: Path, decks: Path) -> None:
    (q / "dated.yaml").write_text(small() + "actions: [{action: Add a canary}]\n")
    run = batch(q, decks, replace(USUAL, strict=True))
    assert "dated.yaml" in run.failed
    assert {fault.severity for fault in run.said} == {"error"}


def test_what_is_no_file_fails_alone(q: Path, decks: Path) -> None:
    os.mkfifo(q / "pipe.yaml")
    run = batch([q, q / "pipe.yaml", Path("/dev/null"), q / "missing.yaml"], decks)
    assert (run.built, sorted(run.failed)) == (ALL, ["missing.yaml", "null", "pipe.yaml"])


def test_a_name_that_is_too_long_for_a_deck_fails_alone(tmp_path: Path, decks: Path) -> None:
    q = write(tmp_path / "q", one=small())
    (q / f"{'x' * 251}.yml").write_text(small())
    run = batch(q, decks)
    assert (run.built, len(run.failed)) == (["one.pptx"], 1)
    assert run.said[0].message == f"cannot be written: {os.strerror(errno.ENAMETOOLONG)}"


def test_a_place_that_is_taken_fails_alone(q: Path, decks: Path) -> None:
    write(q / "web", one=small())
    decks.mkdir()
    (decks / "web").write_text("a file")
    (decks / "plain.pptx").mkdir()
    run = batch(q, decks)
    assert sorted(run.failed) == ["one.yaml", "plain.yaml"]
    assert run.built == ["dated.pptx", "measured.pptx", "shown.pptx"]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(
    q: Path, decks: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    decks.mkdir()
    write(q / "web", one=small())
    (decks / "web").symlink_to(outside)
    (decks / "plain.pptx").symlink_to(outside / "plain.pptx")
    run = batch(q, decks, force=True)
    assert sorted(run.failed) == ["one.yaml", "plain.yaml"]
    assert {fault.message for fault in run.said} == {"leads out of the folder of the decks"}
    assert list(outside.iterdir()) == []


def test_a_file_name_that_is_no_utf_8_makes_a_deck_once(tmp_path: Path, decks: Path) -> None:
    q = write(tmp_path / "q", one=small())
    try:
        os.rename(q / "one.yaml", os.fsencode(q) + b"/on\xe9.yaml")
    except OSError:  # a file system that only takes UTF-8
        return
    assert len(batch(q, decks).built) == 1
    assert len(batch(q, decks, prune=True).unchanged) == 1


def test_two_sources_of_one_name_in_two_runs_do_not_replace_each_other(
    tmp_path: Path, decks: Path
) -> None:
    a, b = write(tmp_path / "a", one=small("A")), write(tmp_path / "b", one=small("B"))
    batch(a, decks)
    before = contents(decks)
    run = batch(b, decks)
    assert run.failed == ["one.yaml"]
    assert run.said[0].message == f"is the deck of {a / 'one.yaml'}"
    assert contents(decks) == before
    shutil.rmtree(a)
    assert batch(b, decks).built == ["one.pptx"]


def test_a_source_that_was_moved_keeps_its_deck(q: Path, decks: Path) -> None:
    batch(q, decks)
    moved = q.rename(q.with_name("moved"))
    assert batch(moved, decks, prune=True) == Run(unchanged=ALL)
    assert batch(moved, decks, prune=True) == Run(unchanged=ALL)


@pytest.mark.parametrize(
    "content", [b"{", b'{"format": 99}', b'{"format": 1, "decks": {"../../x.pptx": {}}}']
)
def test_a_damaged_manifest_costs_time_and_nothing_else(
    q: Path, decks: Path, content: bytes
) -> None:
    batch(q, decks)
    before = contents(decks)
    (decks / ".deckgen" / "manifest.json").write_bytes(content)
    run = batch(q, decks)
    assert run.built == ALL
    assert [one.severity for one in run.said] == ["warning"]
    assert contents(decks) == before


def test_the_manifest_is_the_same_after_any_history(q: Path, decks: Path, tmp_path: Path) -> None:
    later = replace(USUAL, as_of=date(2025, 3, 1))
    batch(q, decks)
    text = (q / "plain.yaml").read_text()
    (q / "plain.yaml").write_text(small("Other"))
    batch(q, decks, later)
    (q / "plain.yaml").write_text(text)
    batch([q / "shown.yaml"], decks, replace(USUAL, profile="executive"))
    batch(q, decks, later, force=True)
    batch(q, decks)
    batch(q, tmp_path / "fresh")
    assert contents(decks) == contents(tmp_path / "fresh")


def test_a_request_with_faults_makes_nothing(q: Path, decks: Path) -> None:
    for asked in (
        replace(USUAL, theme="nothing"),
        replace(USUAL, theme="missing.toml"),
        replace(USUAL, template=q / "plain.yaml"),
        replace(USUAL, only=("covr",)),
        replace(USUAL, policy=q / "plain.yaml"),
    ):
        with pytest.raises(InputError):
            batch(q, decks, asked)
    assert list(decks.glob("*.pptx")) == []
