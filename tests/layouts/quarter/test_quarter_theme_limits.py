"""Within its limits a theme may set any size and space for the slides of a review as well."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckgen.quarter_deck import QuarterOptions, build_quarter
from deckgen.theme_files import load_theme
from tests.layouts.quarter.hard_reviews import hard_reviews
from tests.test_theme_limits import CORNERS, theme
from tests.themes import file
from tests.validators.geometry import geometry_findings


@pytest.mark.parametrize("case", ["1 incidents", "40 incidents", "5 with 300 words"])
@pytest.mark.parametrize("corner", CORNERS)
def test_nothing_leaves_a_slide_at_the_limits(tmp_path: Path, corner: str, case: str) -> None:
    chosen = load_theme(file(tmp_path, theme(CORNERS[corner])))
    built = build_quarter(hard_reviews()[case], b"{}", QuarterOptions(theme=chosen))
    assert geometry_findings(built.pptx) == []
