"""The reference pages of docs/ are what the code makes of itself."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from deckgen.findings.plain_json import plain_json
from deckgen.policy_files import load_policy
from deckgen.postmortem.vocabulary import Severity
from deckgen.quarter.definitions import DEFINITIONS
from deckgen.quarter_formats.csv_format import HEADINGS
from tests.findings.made import RUN, SOURCE

DOCS = Path(__file__).parents[2] / "docs"


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATED: dict[str, str] = _generator().pages()


def test_every_reference_page_is_generated() -> None:
    assert set(GENERATED) == {
        "commands.md",
        "file-format.md",
        "layouts.md",
        "policy.md",
        "postmortem.schema.json",
        "quarter.md",
        "rules.md",
    }


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_the_committed_page_is_what_the_code_says(name: str) -> None:
    committed = (DOCS / name).read_text("utf-8")
    assert committed == GENERATED[name], f"{name} is stale: run python docs/generate.py"


def test_the_policy_shown_is_one(tmp_path: Path) -> None:
    example = GENERATED["policy.md"].split("```toml\n")[1].split("```")[0]
    (tmp_path / "deckgen.toml").write_text(example, encoding="utf-8")
    assert load_policy(tmp_path / "deckgen.toml").due_within_days(Severity.SEV1) == 14


def test_every_figure_and_every_object_of_the_json_is_told() -> None:
    page = GENERATED["quarter.md"]
    assert [
        name for name in DEFINITIONS.values() if f"| {name.name} | {name.meaning} |" not in page
    ] == []
    assert [
        one
        for one in (
            "QuarterReview",
            "Incident",
            "Action",
            "Period",
            "LatePostmortem",
            "EarlierAction",
        )
        if f"| {one} | `" not in page
    ] == []
    assert ",".join(HEADINGS) in page


def test_the_json_shown_is_what_a_check_makes() -> None:
    text = (DOCS / "check.md").read_text("utf-8")
    shown = json.loads(text.split("```json\n")[1].split("```")[0])
    made = json.loads("".join(plain_json([SOURCE], RUN)))
    (source,), (made_source,) = shown["sources"], made["sources"]
    assert (shown.keys(), source.keys()) == (made.keys(), made_source.keys())
    assert source["findings"][0].keys() == made_source["findings"][0].keys()


@pytest.mark.parametrize("number", [1, 2])
def test_the_yaml_shown_for_other_programs_is_yaml(number: int) -> None:
    text = (DOCS / "check.md").read_text("utf-8")
    assert yaml.safe_load(text.split("```yaml\n")[number].split("```")[0])


def test_the_links_of_all_pages_lead_somewhere() -> None:
    root = DOCS.parent
    pages = [*DOCS.glob("*.md"), *root.glob("*.md")]
    links = [
        (page.name, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if not link.startswith(("http://", "https://")) and not (page.parent / link).exists()
    ]
    assert len(pages) >= 6
    assert links == []
