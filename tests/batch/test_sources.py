"""Which files a batch is over: whatever way they are named, each once and under one name."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from deckgen.batch.sources import find_sources
from deckgen.diagnostics import InputError
from tests.batch.sources import small, write


@pytest.fixture
def q(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a postmortem and two more in folders within, from where we are."""
    monkeypatch.chdir(tmp_path)
    write(Path("q"), one=small())
    write(Path("q/web"), two=small())
    write(Path("q/web/.old"), old=small())
    return write(Path("q/db"), two=small(), values="image: x\n").parent


def found(*named: str | Path) -> dict[str, int]:
    """Return the path of each source, and how many parts of it its deck keeps."""
    sources = find_sources(map(Path, named), Path("decks"))
    assert sources.unlisted == ()
    return {source.path.as_posix(): source.below for source in sources.found}


def faults(*named: str) -> list[tuple[str, str]]:
    with pytest.raises(InputError) as caught:
        find_sources(map(Path, named), Path("decks"))
    return [(fault.path, fault.message) for fault in caught.value.diagnostics]


def test_a_file_that_is_named_is_taken_as_it_is(q: Path) -> None:
    assert found("q/one.yaml", "q/missing.yaml", "q/db/values.yaml") == {
        "q/db/values.yaml": 1,
        "q/missing.yaml": 1,
        "q/one.yaml": 1,
    }


def test_of_a_folder_the_postmortems_are_taken_with_their_way_down(q: Path) -> None:
    assert found(q) == {"q/db/two.yaml": 2, "q/one.yaml": 1, "q/web/two.yaml": 2}


@pytest.mark.parametrize(
    ("pattern", "meant"),
    [
        ("q/*.yaml", {"q/one.yaml": 1}),
        ("q/*/*.yaml", {"q/db/two.yaml": 1, "q/db/values.yaml": 1, "q/web/two.yaml": 1}),
        ("q/**/t*.yaml", {"q/db/two.yaml": 1, "q/web/two.yaml": 1}),
        ("q/[dw]?*", {"q/db/two.yaml": 1, "q/web/two.yaml": 1}),
    ],
)
def test_patterns_mean_what_they_mean_to_a_shell(
    q: Path, pattern: str, meant: dict[str, int]
) -> None:
    assert found(pattern) == meant


def test_a_name_that_is_a_file_is_no_pattern(q: Path) -> None:
    write(Path("."), **{"q[1]": small(), "q1": small()})
    assert found("q[1].yaml") == {"q[1].yaml": 1}


def test_links_that_lead_in_circles_are_not_followed(q: Path) -> None:
    for name in ("round", "about"):
        (q / "web" / name).symlink_to(q.resolve())
    assert found("q/**/two.yaml", q) == {
        "q/db/two.yaml": 2,
        "q/one.yaml": 1,
        "q/web/two.yaml": 2,
    }


def test_several_ways_to_one_file_are_one_source_whatever_their_order(q: Path) -> None:
    Path("latest.yaml").symlink_to(Path("q/one.yaml"))
    Path("link").symlink_to(q, target_is_directory=True)
    named = ("q", "latest.yaml", "q/web/two.yaml", "link")
    once = {"q/db/two.yaml": 2, "q/one.yaml": 1, "q/web/two.yaml": 2}
    assert [found(*order) for order in permutations(named)] == [once] * 24


def test_a_link_in_a_folder_is_not_preferred_to_the_file(q: Path) -> None:
    (q / "a-link.yaml").symlink_to("one.yaml")
    assert "q/one.yaml" in found(q)
    assert "q/a-link.yaml" not in found(q)


def test_decks_are_not_taken_for_sources(q: Path) -> None:
    (q / "one.pptx").write_bytes(b"PK")
    sources = find_sources([q / "one.*", q / "one.pptx"], q)
    assert [source.path for source in sources.found] == [q / "one.yaml"]


def test_every_name_that_means_nothing_is_told(q: Path) -> None:
    Path("empty").mkdir()
    assert faults("q", "empty", "q/*.yml", "-", "q/**x/**/") == [
        ("-", "a batch does not read standard input"),
        ("empty", "holds no postmortem"),
        ("q/**x/**", "matches no file"),
        ("q/*.yml", "matches no file"),
    ]


def test_a_pattern_that_cannot_be_one_is_told(q: Path) -> None:
    assert [path for path, _ in faults("q/**/x**y")] == ["q/**/x**y"]


def test_a_working_directory_that_is_gone_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    q = write(tmp_path / "q", one=small())
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    (tmp_path / "here").rmdir()
    with pytest.raises(InputError, match="the working directory: error: is not there any more"):
        find_sources([q], tmp_path / "decks")
