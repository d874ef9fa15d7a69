"""`init`, `schema`, `layouts`, `--help` and `--version`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from deckgen.cli.group import COMMANDS, group
from deckgen.version import __version__
from deckgen_layouts import BUILTIN
from deckgen_layouts.quarter import QUARTER_LAYOUTS
from tests.cli.commands import ROOT, deckgen


def test_help_lists_every_command_with_its_own_words() -> None:
    said = deckgen("--help").stdout
    for name, summary in COMMANDS.items():
        assert name in said
        assert summary in said


def test_the_listed_words_are_those_of_the_command() -> None:
    for name in COMMANDS:
        context = group.make_context("deckgen", [], resilient_parsing=True)
        command = group.get_command(context, name)
        assert command is not None
        assert command.help


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys; from deckgen.cli import main; sys.argv[1:] = ['--help']\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'pptx', 'pydantic', 'yaml', 'rich', 'plotly', 'kaleido', 'lxml', 'PIL'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"


def test_building_imports_no_plotting_and_no_browser(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path.insert(0, 'layouts')\n"
        "from deckgen import build; build('samples/redis-cache-race.yaml')\n"
        "print(sorted({'plotly', 'kaleido', 'rich', 'numpy', 'pptx'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_version_is_the_packages_own() -> None:
    assert deckgen("--version").stdout == f"deckgen, version {__version__}\n"


def test_init_writes_a_file_that_builds_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "postmortem.yaml"
    assert deckgen("init", file).exit_code == 0
    assert deckgen("build", file).exit_code == 0
    first = file.read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=deckgen.schema.json"
    assert json.loads((tmp_path / "deckgen.schema.json").read_text("utf-8"))["$schema"]


def test_init_with_every_line_taken_in_builds_as_well(tmp_path: Path) -> None:
    file = tmp_path / "postmortem.yaml"
    assert deckgen("init", file).exit_code == 0
    lines = file.read_text("utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("title:"))
    taken_in = [_uncommented(line) for line in lines[start:]]
    (tmp_path / "img").mkdir()
    sample = ROOT / "samples" / "img" / "redis-cache-race-error-rate.png"
    (tmp_path / "img" / "dashboard.png").write_bytes(sample.read_bytes())
    file.write_text("\n".join(taken_in) + "\n", encoding="utf-8")
    result = deckgen("build", file)
    assert (result.exit_code, result.stderr) == (0, "")


def _uncommented(line: str) -> str:
    bare = line.lstrip()
    if not bare.startswith("# ") or bare.startswith(("# kind:", "#       ", "# The four")):
        return line
    indent = line[: len(line) - len(bare)]
    return indent + bare[2:]


def test_init_keeps_a_file_that_is_there(tmp_path: Path) -> None:
    file = tmp_path / "postmortem.yaml"
    file.write_text("title: mine\n", encoding="utf-8")
    result = deckgen("init", file)
    assert result.exit_code == 1
    assert "is there already" in result.stderr
    assert file.read_text("utf-8") == "title: mine\n"
    assert deckgen("init", file, "--force").exit_code == 0


def test_init_into_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    result = deckgen("init", tmp_path / "nowhere" / "p.yaml")
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr


def test_schema_prints_json_schema() -> None:
    schema = json.loads(deckgen("schema").stdout)
    assert set(schema["required"]) == {"title", "started_at"}


def test_layouts_lists_every_slide_type_with_its_profiles() -> None:
    lines = deckgen("layouts").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [*BUILTIN, *QUARTER_LAYOUTS]
    key_learning = next(line for line in lines if line.startswith("key-learning"))
    assert "review, executive" in key_learning
    assert [line.split()[2] for line in lines[len(BUILTIN) :]] == ["quarter"] * len(QUARTER_LAYOUTS)
