"""The hook that pre-commit offers to others: it is run by pre-commit itself, in a repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.cli.commands import ROOT

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
HEAD = "title: Checkout down\nstarted_at: 2025-01-08 02:15\n"
UNOWNED = HEAD + "actions:\n  - {action: Add a canary stage, owner: TBD, due: 2025-03-03}\n"

ENVIRONMENT = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'layouts'}",
    "SOURCE_DATE_EPOCH": "1738368000",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**ENVIRONMENT, "PRE_COMMIT_HOME": str(folder / ".git" / "pre-commit")}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository that uses the hook as it is offered, with the deckgen that is installed."""
    (hook,) = yaml.safe_load(MANIFEST.read_text("utf-8"))
    config = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    assert run("git", "init", "-q", folder=tmp_path).returncode == 0
    return tmp_path


def hook(repository: Path, **files: str) -> subprocess.CompletedProcess[str]:
    """Return what the hook does with files, each given by its path and its text."""
    for name, text in files.items():
        path = repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert run("git", "add", ".", folder=repository).returncode == 0
    return run(sys.executable, "-m", "pre_commit", "run", "--all-files", folder=repository)


def test_the_manifest_is_one_that_pre_commit_accepts(tmp_path: Path) -> None:
    done = run(
        sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST), folder=tmp_path
    )
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_a_commit_with_an_error_in_a_postmortem_is_stopped(repository: Path) -> None:
    done = hook(repository, **{"docs/postmortems/2025-01-08.yaml": UNOWNED})
    assert done.returncode == 1
    assert "docs/postmortems/2025-01-08.yaml:4:41: error: " in done.stdout
    assert "[action-owner]" in done.stdout


def test_a_commit_with_warnings_alone_goes_through(repository: Path) -> None:
    done = hook(repository, **{"INCIDENTS/checkout.yml": HEAD})
    assert (done.returncode, "Passed" in done.stdout) == (0, True)


def test_files_that_are_no_postmortems_are_left_alone(repository: Path) -> None:
    files = {"values.yaml": "a: b\n", ".github/ISSUE_TEMPLATE/incident.yml": "a: b\n"}
    done = hook(repository, **files, **{"incident.txt": "a"})
    assert (done.returncode, "Skipped" in done.stdout) == (0, True)
