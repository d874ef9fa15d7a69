"""Outside programs that some tests need: their path, or a skip that says what is missing."""

from __future__ import annotations

import os
import shutil

import pytest


def require(program: str) -> str:
    """Return the path of `program`.

    Without it the calling test is skipped, with the reason. In continuous integration (`CI` is
    set) it fails instead: there the program is promised, and a skip would hide that it is gone.
    """
    path = shutil.which(program)
    if path is not None:
        return path
    reason = f"the program {program!r} is not installed"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
