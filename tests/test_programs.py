"""Programs that tests need: missing ones skip a test by hand, and fail it where they are due."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.programs import require


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program, the only one on the path."""
    path = tmp_path / "painter"
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CI", raising=False)
    return path


def test_a_program_is_found_by_its_name(program: Path) -> None:
    assert require(program.name) == str(program)


@pytest.mark.usefixtures("program")
def test_a_missing_program_skips_the_test() -> None:
    with pytest.raises(pytest.skip.Exception, match="'sculptor' is not installed"):
        require("sculptor")


@pytest.mark.usefixtures("program")
def test_a_missing_program_fails_in_continuous_integration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="'sculptor' is not installed"):
        require("sculptor")
