"""Running the command as a user does, in this process or as one of its own."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from deckgen.cli.group import group

ROOT = Path(__file__).parents[2]


def deckgen(*arguments: str | Path) -> Result:
    """Return what `deckgen ARGUMENTS` did; what it raised is not hidden."""
    words = [str(argument) for argument in arguments]
    return CliRunner().invoke(group, words, catch_exceptions=False)


def deckgen_process(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """Return what `deckgen ARGUMENTS` did as a process of its own, run in `folder`."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "layouts")])
    command = [sys.executable, "-m", "deckgen", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": paths}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False)


def deckgen_shell(arguments: str, *, folder: Path) -> subprocess.CompletedProcess[str]:
    """Return what a shell made of `deckgen ARGUMENTS`, redirections included, in `folder`."""
    paths = os.pathsep.join([str(ROOT), str(ROOT / "layouts")])
    command = f"{shlex.quote(sys.executable)} -m deckgen {arguments}"
    environment = {**os.environ, "PYTHONPATH": paths}
    return subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
