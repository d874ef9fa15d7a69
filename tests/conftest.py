"""What all tests share: hypothesis settings that suit a shared machine, and one browser."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from deckgen.rendering import FigureBrowser
from tests.programs import require

pytest.register_assert_rewrite("tests.rendering.processes")

settings.register_profile(
    "deckgen",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile("deckgen")


@pytest.fixture(scope="session")
def browser() -> Iterator[FigureBrowser]:
    """A browser that draws for many tests."""
    require("chromium")
    with FigureBrowser() as drawing:
        yield drawing
