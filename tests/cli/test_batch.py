"""`deckgen batch` as a user runs it: what it prints, how it ends, and what a terminal shows."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.processes import processes_marked, soon
from tests.batch.runs import batch_process
from tests.batch.sources import contents, edit, small, with_action, write
from tests.cli.commands import ROOT, deckgen, deckgen_process

NOBODY = 65534
BROKEN = "title: x\nstarted_at: 25:00\n"
DAY = ("--as-of", "2025-02-01")


@pytest.fixture
def q(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two postmortems, from where we are."""
    monkeypatch.chdir(tmp_path)
    return write(Path("q"), one=small(), two=with_action())


def without_times(text: str) -> str:
    return re.sub(r"\d+\.\d( s| a second)", r"N\1", text)


def test_each_deck_is_a_line_and_the_last_line_counts_them(q: Path) -> None:
    done = deckgen("batch", q, "-o", "decks", *DAY)
    assert (done.exit_code, done.stderr) == (0, "")
    assert without_times(done.stdout) == (
        "decks/one.pptx: 5 slides\ndecks/two.pptx: 6 slides\n2 built in N s (N a second)\n"
    )


def test_an_unchanged_run_says_so_in_one_line(q: Path) -> None:
    deckgen("batch", q, "-o", "decks", *DAY)
    done = deckgen("batch", q, "-o", "decks", *DAY)
    assert without_times(done.output) == "2 unchanged in N s\n"


def test_an_unchanged_run_starts_no_process_and_imports_nothing_that_makes_decks(q: Path) -> None:
    deckgen("batch", q, "-o", "decks", *DAY)
    script = (
        "import sys\n"
        "from deckgen.cli.group import group\n"
        f"sys.argv = ['deckgen', 'batch', 'q', '-o', 'decks', *{DAY}]\n"
        "try:\n    group()\nfinally:\n    print(*sys.modules)\n"
    )
    done = run_python(script)
    assert "2 unchanged" in done.stdout
    heavy = {"pydantic", "yaml", "lxml", "rich", "PIL", "multiprocessing", "deckgen.batch.work"}
    assert heavy & set(done.stdout.split()) == set()


def run_python(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Return what a script did in a process of its own, where we are."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "layouts")])
    environment = {**os.environ, "PYTHONPATH": paths}
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_source_with_faults_is_told_as_build_tells_it_and_the_others_are_done(q: Path) -> None:
    deckgen("batch", q, "-o", "decks", *DAY)
    write(q, one=BROKEN, three=small())
    done = deckgen("batch", q, "-o", "decks", *DAY)
    assert done.exit_code == 1
    faults = deckgen("build", q / "one.yaml").stderr
    assert done.stderr == f"{faults}decks/one.pptx: stays as it was, out of date\n"
    assert without_times(done.stdout) == (
        "decks/three.pptx: 5 slides\n1 built, 1 unchanged and 1 failed in N s (N a second)\n"
    )


def test_what_several_sources_have_in_common_is_told_once(q: Path) -> None:
    (q / "deckgen.toml").write_text("publish_within_hours = -1\n")
    done = deckgen("batch", q, "-o", "decks")
    assert (done.exit_code, done.stderr.count("deckgen.toml:1:")) == (1, 1)
    assert "2 failed" in done.stdout


def test_what_happens_to_other_decks_is_told(q: Path) -> None:
    write(Path("other"), one=small())
    deckgen("batch", q, "-o", "decks", *DAY)
    edit(Path("decks/two.pptx"))
    done = deckgen("batch", q, "other", "-o", "decks", "--prune", *DAY)
    assert done.exit_code == 0
    assert done.stderr.splitlines() == [
        "decks/other/one.pptx: info: is called so, as the deck of another source would have the "
        "same name",
        "decks/q/one.pptx: info: is called so, as the deck of another source would have the "
        "same name",
        "decks/two.pptx: warning: was edited since deckgen wrote it, and stays as it is; nothing "
        "else has changed",
        "  help: --force makes it anew, without what was edited; or move it away",
        "decks/one.pptx: removed, as its source has gone",
    ]
    said = "2 built, 1 kept as edited and 1 removed in N s (N a second)"
    assert without_times(done.stdout).splitlines()[-1] == said


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("-o", "decks"), 2, "name postmortems, or folders of them"),
        (("q",), 2, "Missing option '-o'"),
        (("q", "-o", "decks", "--jobs", "0"), 2, "0 is not in the range"),
        (("q", "-o", "decks", "--jobs", "-1"), 2, "-1 is not in the range"),
        (("q", "-o", "decks", "--jobs", "1", "--dask", "tcp://h:1"), 2, "leave it out"),
        (("nothing*", "-o", "decks"), 1, "nothing*: error: matches no file"),
        (("empty", "-o", "decks"), 1, "empty: error: holds no postmortem"),
        (("-", "-o", "decks"), 1, "-: error: a batch does not read standard input"),
        (("q", "-o", "q/one.yaml"), 1, "q/one.yaml: error: is not a folder"),
        (("q", "-o", "decks", "--theme", "drak"), 1, "drak: error: there is no theme"),
        (("q", "-o", "decks", "--only", "covr"), 1, "there is no layout of this name"),
        (("q", "-o", "decks", "--template", "q/one.yaml"), 1, "q/one.yaml: error:"),
        (("q", "-o", "decks", "--policy", "missing.toml"), 1, "missing.toml: error:"),
    ],
)
def test_what_cannot_be_done_is_told_and_makes_no_deck(
    q: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    Path("empty").mkdir()
    done = deckgen("batch", *arguments)
    assert (done.exit_code, said in done.stderr) == (status, True), done.stderr
    assert list(Path().rglob("*.pptx")) == []


def test_decks_may_lie_among_their_sources(q: Path) -> None:
    assert deckgen("batch", q, "-o", q, *DAY).exit_code == 0
    assert "2 unchanged" in deckgen("batch", "q/*", "-o", q, *DAY).stdout


def test_a_folder_that_cannot_be_looked_into_is_told_and_nothing_is_removed() -> None:
    with tempfile.TemporaryDirectory(prefix="deckgen-batch-") as place:
        folder = Path(place)
        write(folder / "q", one=small())
        write(folder / "q" / "closed", two=small())
        (folder / "q" / "web").mkdir()
        first = batch_as_nobody(folder)
        (folder / "q" / "closed").chmod(0)
        second = batch_as_nobody(folder)
        (folder / "q" / "closed").chmod(0o755)
        decks = sorted(path.name for path in (folder / "decks").rglob("*.pptx"))
    assert (first.returncode, second.returncode) == (0, 1), first.stderr
    assert "q/closed: error: cannot be looked into: Permission denied" in second.stderr
    assert "warning: no deck is removed" in second.stderr
    assert "1 unchanged and 1 failed" in second.stdout
    assert decks == ["one.pptx", "two.pptx"]


def test_a_folder_that_cannot_be_written_to_is_told() -> None:
    with tempfile.TemporaryDirectory(prefix="deckgen-batch-") as place:
        folder = write(Path(place) / "q", one=small()).parent
        (folder / "decks").mkdir()
        done = batch_as_nobody(folder, closed=True)
    assert done.returncode == 1
    assert f"{folder}/decks: error: cannot be written to: Permission denied" in done.stderr


def batch_as_nobody(folder: Path, *, closed: bool = False) -> subprocess.CompletedProcess[str]:
    """Run a batch with pruning as a user without a superuser's rights."""
    for path in (folder, *folder.rglob("*")):
        if os.geteuid() == 0 and not closed:
            os.chown(path, NOBODY, NOBODY)
        if path.is_dir() and path.stat().st_mode & 0o777:
            path.chmod(0o555 if closed else 0o755)
    # The checkout may be closed to that user: all is imported before, and no process is started.
    script = (
        "import os, sys, tempfile\n"
        "import deckgen.cli.batch as batch\n"
        "from tests.batch.runs import in_this_process\n"
        "batch._crew = lambda works, jobs, dask: in_this_process(works)\n"
        "with tempfile.TemporaryDirectory() as place:\n"
        "    warm = [sys.argv[1], '-o', place, *sys.argv[4:]]\n"
        "    batch.command.main(warm, standalone_mode=False)\n"
        f"os.geteuid() or (os.setgid({NOBODY}), os.setuid({NOBODY}))\n"
        "batch.command.main(sys.argv[1:], 'batch')\n"
    )
    arguments = [str(folder / "q"), "-o", str(folder / "decks"), "--prune", *DAY]
    return run_python(script, *arguments)


@pytest.fixture
def mark() -> Iterator[str]:
    """A mark for processes, none of which is left in the end."""
    name = f"deckgen-batch-{os.getpid()}"
    yield name
    assert soon(lambda: not processes_marked(name))


def test_a_second_run_into_the_folder_ends_at_once_and_says_who_has_it(q: Path, mark: str) -> None:
    write(q, **{f"more-{n}": small() for n in range(40)})
    with batch_process(q, Path("decks"), mark) as first:
        assert first.stdout is not None
        first.stdout.readline()
        first.send_signal(signal.SIGSTOP)
        second = deckgen_process("batch", q, "-o", "decks", folder=Path())
        first.send_signal(signal.SIGCONT)
        out, _ = first.communicate()
    assert (second.returncode, second.stdout) == (1, b"")
    said = rf"decks: error: another 'deckgen batch' is writing into it: process {first.pid} on "
    assert re.match(said, second.stderr.decode())
    assert "42 built" in out


def test_ctrl_c_keeps_what_is_done_and_the_next_run_does_the_rest(q: Path, mark: str) -> None:
    write(q, **{f"more-{n}": small() for n in range(60)})
    with batch_process(q, Path("decks"), mark) as run:
        assert run.stdout is not None
        done = [run.stdout.readline() for _ in range(5)]
        run.send_signal(signal.SIGINT)
        done += run.communicate()[0].splitlines()
    assert run.returncode == 130
    rest = deckgen("batch", q, "-o", "decks", *DAY)
    unchanged = re.search(r"(\d+) unchanged", rest.stdout)
    assert unchanged is not None
    assert 5 <= len(done) <= int(unchanged[1]) < 62
    deckgen("batch", q, "-o", "undisturbed", *DAY)
    assert contents(Path("decks")) == contents(Path("undisturbed"))


def on_a_terminal(*arguments: str, log: Path | None = None, **environment: str) -> str:
    """Return what the command shows on a terminal; its standard output may go to a file `log`."""
    ours, theirs = pty.openpty()
    paths = os.pathsep.join([str(ROOT), str(ROOT / "layouts")])
    with (log or Path(os.devnull)).open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "deckgen", *arguments],
            env={**os.environ, "PYTHONPATH": paths, "TERM": "xterm", **environment},
            stdout=file if log else theirs,
            stderr=theirs,
        )
    os.close(theirs)
    shown = b""
    while chunk := _read(ours):
        shown += chunk
    os.close(ours)
    assert process.wait() in {0, 1}
    return shown.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # the other end has been closed
        return b""


def test_a_terminal_shows_a_bar_and_faults_above_it(q: Path) -> None:
    write(q, broken=BROKEN)
    shown = on_a_terminal("batch", "q", "-o", "decks")
    assert "3/3" in shown
    assert "\x1b[1;31merror:" in shown
    assert "2 built and 1 failed" in shown
    assert "decks/one.pptx: 5 slides" not in shown


def test_a_log_has_the_lines_while_the_terminal_has_the_bar(q: Path) -> None:
    shown = on_a_terminal("batch", "q", "-o", "decks", log=Path("log"))
    assert "2/2" in shown
    assert Path("log").read_text().startswith("decks/one.pptx: 5 slides\ndecks/two.pptx: 6 slides")


def test_a_terminal_without_colour_has_none(q: Path) -> None:
    write(q, broken=BROKEN)
    shown = on_a_terminal("batch", "q", "-o", "decks", NO_COLOR="1")
    assert "broken.yaml:2:13: error: 25:00 is no time of day" in re.sub(
        r"\x1b\[[0-9;]*m", "", shown
    )
    assert not re.search(r"\x1b\[[0-9;]*3[0-9]m", shown)
