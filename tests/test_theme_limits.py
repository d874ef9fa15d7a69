"""Within its limits a theme may set any size and space: nothing leaves a slide or overlaps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckgen import read
from deckgen.pipeline import Options, build_deck
from deckgen.profiles import PROFILES
from deckgen.theme import Sizes, Spaces
from deckgen.theme_files import load_theme
from tests.themes import file, messages
from tests.validators.geometry import geometry_findings

SAMPLES = Path(__file__).parents[1] / "samples"

Chosen = Callable[[str], bool]
CORNERS: dict[str, Chosen] = {
    "all least": lambda _: False,
    "all most": lambda _: True,
    "large texts close together": lambda role: role.startswith("size."),
    "small texts far apart": lambda role: role.startswith("space."),
    "texts that cannot shrink": lambda role: role.endswith("_min") or role.startswith("size."),
}


def limits() -> dict[str, tuple[float, float]]:
    """The least and the most of each role of a size or space, in points."""
    found = {}
    for table, model in (("size", Sizes), ("space", Spaces)):
        for role, field in model.model_json_schema()["properties"].items():
            least = field.get("minimum", field.get("exclusiveMinimum", 0) + 0.01)
            found[f"{table}.{role}"] = (least, field["maximum"])
    return found


def theme(corner: Chosen) -> str:
    """A theme file's text in which the chosen roles have their most and the others their least."""
    return "\n".join(
        f"{role} = {most if corner(role) else least}" for role, (least, most) in limits().items()
    )


@pytest.mark.parametrize("sample", ["redis-cache-race", "gitlab-2017-01-31"])
@pytest.mark.parametrize("corner", CORNERS)
def test_nothing_leaves_a_slide_at_the_limits(tmp_path: Path, corner: str, sample: str) -> None:
    document = read(SAMPLES / f"{sample}.yaml")
    path = file(tmp_path, theme(CORNERS[corner]))
    for profile in PROFILES:
        built = build_deck(document, Options(profile=profile, theme=load_theme(path)))
        assert geometry_findings(built.pptx) == []


@pytest.mark.parametrize("role", limits())
def test_beyond_its_limits_no_role_is_set(tmp_path: Path, role: str) -> None:
    most = limits()[role][1]
    assert messages(tmp_path, f"{role} = {most + 0.5}") == [f"{role}: is at most {most:g} points"]
