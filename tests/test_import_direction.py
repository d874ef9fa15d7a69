"""Imports run one way, libraries stay where they belong, and only the command prints."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter
from itertools import pairwise

import pytest

from tests.sources import Source, sources

LAYERS = (
    ("deckgen.diagnostics", "deckgen.assets", "deckgen.layout_plugins", "deckgen.version"),
    ("deckgen.files", "deckgen.processes", "deckgen.writing", "deckgen.today"),
    ("deckgen.toml_places",),
    ("deckgen.toml_files",),
    ("deckgen.postmortem",),
    ("deckgen.policy", "deckgen.prose"),
    ("deckgen.language",),
    ("deckgen.rule",),
    ("deckgen.review", "deckgen.redaction"),
    ("deckgen.rules", "deckgen.public_rules"),
    ("deckgen.quarter",),
    ("deckgen.theme",),
    ("deckgen.theme_files",),
    ("deckgen.scene",),
    ("deckgen.figures",),
    ("deckgen.scene.figure",),
    ("deckgen.layout",),
    ("deckgen.typeset",),
    ("deckgen.fitting",),
    ("deckgen_layouts",),
    (
        "deckgen.imprint",
        "deckgen.known_names",
        "deckgen.minutes",
        "deckgen.profiles",
        "deckgen.registry",
    ),
    ("deckgen.deck", "deckgen.readers", "deckgen.writers", "deckgen.pptx", "deckgen.rendering"),
    ("deckgen.audience", "deckgen.ignoring", "deckgen.legibility", "deckgen.searching"),
    ("deckgen.importing",),
    ("deckgen.manual",),
    ("deckgen.checking", "deckgen.policy_faults"),
    ("deckgen.findings", "deckgen.policy_files"),
    ("deckgen.drawing",),
    ("deckgen.pipeline", "deckgen.chart"),
    ("deckgen.quarter_deck", "deckgen.batch"),
    ("deckgen.quarter_reading",),
    ("deckgen.report",),
    ("deckgen.tracker",),
    ("deckgen.quarter_formats",),
    ("deckgen",),
    ("deckgen.cli",),
    ("deckgen.__main__",),
)
"""The parts of the program: each may import itself and what stands in a layer before its own.

`deckgen` is the public face alone, not what is in the package.
"""

RANKS = {part: rank for rank, layer in enumerate(LAYERS) for part in layer}
HOMES = {
    "lxml": "deckgen.pptx",
    "click": "deckgen.cli",
    "rich": "deckgen.cli",
}
"""Libraries that only one part may know."""

HEAVY = {"plotly", "kaleido", "choreographer", "pptx", "xlsxwriter"}
"""Libraries that take long to import: never before they are needed."""

ALL = sources()


def part(module: str) -> str:
    """The part that a module, or a name imported from one, belongs to; empty for none."""
    pieces = module.split(".")
    prefixes = (".".join(pieces[:length]) for length in range(len(pieces), 0, -1))
    known = (one for one in prefixes if one in RANKS and (one != "deckgen" or is_face(pieces)))
    return next(known, "")


def is_face(pieces: list[str]) -> bool:
    """Whether a name is the package itself, or something that its `__init__` defines."""
    modules = {source.module for source in ALL}
    return len(pieces) == 1 or ".".join(pieces[:2]) not in modules


def is_ours(name: str) -> bool:
    return name.split(".")[0] in {"deckgen", "deckgen_layouts"}


def wrong_way(found: Iterable[Source]) -> list[tuple[str, str]]:
    """The imports that run against the layers."""
    return [
        (source.module, name)
        for source in found
        for name in source.imports()
        if is_ours(name)
        and part(name) != part(source.module)
        and RANKS[part(name)] >= RANKS[part(source.module)]
    ]


def away_from_home(found: Iterable[Source]) -> list[tuple[str, str]]:
    """The imports of a library outside the one part that may know it."""
    return [
        (source.module, name)
        for source in found
        for name in source.imports()
        if (home := HOMES.get(name.split(".")[0])) and part(source.module) != home
    ]


def too_early(found: Iterable[Source]) -> list[tuple[str, str]]:
    """The imports of a heavy library that happen with the import of the module."""
    return [
        (source.module, name)
        for source in found
        for name in source.imports_at_once()
        if name.split(".")[0] in HEAVY
    ]


def loud(found: Iterable[Source]) -> list[str]:
    """The modules outside the command that print or end the program."""
    return [s.module for s in found if part(s.module) != "deckgen.cli" and any(_talk(s.tree))]


def _talk(tree: ast.Module) -> Iterator[bool]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id in {"print", "exit", "quit", "SystemExit", "input"}
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield (node.value.id, node.attr) in {
                ("sys", "exit"),
                ("sys", "stdout"),
                ("sys", "stderr"),
                ("os", "_exit"),
            }


def test_the_tests_see_the_program() -> None:
    assert len(ALL) > 80
    assert {part(source.module) for source in ALL} == set(RANKS)


def test_every_module_belongs_to_a_layer() -> None:
    assert [source.module for source in ALL if not part(source.module)] == []


def test_imports_run_one_way() -> None:
    assert wrong_way(ALL) == []


def test_the_postmortem_imports_nothing_of_ours_but_the_leaves() -> None:
    allowed = {"deckgen.postmortem", *LAYERS[0]}
    names = [
        (source.module, name)
        for source in ALL
        if part(source.module) == "deckgen.postmortem"
        for name in source.imports()
        if is_ours(name) and part(name) not in allowed
    ]
    assert names == []


def test_no_module_needs_itself_to_be_imported() -> None:
    modules = {source.module for source in ALL}
    needs = {
        source.module: {
            module
            for name in source.imports_at_once()
            if (module := name if name in modules else name.rpartition(".")[0]) in modules
        }
        for source in ALL
    }
    assert len(list(TopologicalSorter(needs).static_order())) == len(modules)


def test_libraries_stay_where_they_belong() -> None:
    assert away_from_home(ALL) == []


def test_heavy_libraries_are_imported_only_when_they_are_needed() -> None:
    assert too_early(ALL) == []


def test_only_the_command_prints_and_exits() -> None:
    assert loud(ALL) == []


@pytest.mark.parametrize(("lower", "upper"), list(pairwise(layer[0] for layer in LAYERS)))
def test_an_import_against_a_layer_would_be_seen(lower: str, upper: str) -> None:
    offending = Source.of(lower, f"def late():\n    from {upper} import anything\n")
    assert wrong_way([offending]) == [(lower, f"{upper}.anything")]
    assert wrong_way([Source.of(upper, f"import {lower}\n")]) == []


def test_an_import_of_a_neighbour_in_one_layer_would_be_seen() -> None:
    offending = Source.of("deckgen.readers.order", "from deckgen.pptx.writer import write_deck\n")
    assert wrong_way([offending]) == [("deckgen.readers.order", "deckgen.pptx.writer.write_deck")]


def test_a_library_away_from_home_would_be_seen() -> None:
    offending = Source.of("deckgen.scene.flow", "import lxml.etree\nfrom rich import text\n")
    assert away_from_home([offending]) == [
        ("deckgen.scene.flow", "lxml.etree"),
        ("deckgen.scene.flow", "rich.text"),
    ]


def test_a_heavy_import_would_be_seen_unless_it_is_late() -> None:
    early = "try:\n    from plotly import io\nexcept ImportError:\n    pass\n"
    late = "def draw():\n    import kaleido\n"
    found = [Source.of("deckgen.pipeline", text) for text in (early, late)]
    assert too_early(found) == [("deckgen.pipeline", "plotly.io")]


@pytest.mark.parametrize(
    "text",
    ["print('x')", "import sys\nsys.exit(1)", "raise SystemExit(1)", "import sys\nsys.stdout"],
)
def test_a_module_that_prints_or_exits_would_be_seen(text: str) -> None:
    assert loud([Source.of("deckgen.readers.source", text)]) == ["deckgen.readers.source"]
    assert loud([Source.of("deckgen.cli.build", text)]) == []
