"""Layouts by name: the built-in ones, and those that installed packages offer."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint, PathDistribution
from pathlib import Path

import pytest

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.layout import Layout
from deckgen.layout_plugins import GROUP
from deckgen.registry import load_layouts
from deckgen_layouts import BUILTIN

PLUGIN = """
from deckgen.layout import Layout


class Costs(Layout):
    name, section, share = "costs", "Appendix", 0.0

    def slides(self, postmortem, page):
        return iter(())


class Timeline(Costs):
    name = "timeline"


class Nameless(Layout):
    section = "Appendix"


number = 7
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of an importable module of layouts, forgotten after the test."""
    (tmp_path / "acme_slides.py").write_text(PLUGIN)
    (tmp_path / "broken_slides.py").write_text("import acme_slidse\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield "acme_slides"
    for module in ("acme_slides", "broken_slides"):
        sys.modules.pop(module, None)


def point(name: str, value: str) -> EntryPoint:
    return EntryPoint(name, value, GROUP)


def installed(folder: Path, distribution: str, name: str, value: str) -> EntryPoint:
    """An entry point as an installed distribution declares it on disk."""
    info = folder / f"{distribution}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\n{name} = {value}\n")
    [found] = PathDistribution(info).entry_points
    return found


def faults(*offered: EntryPoint) -> list[Diagnostic]:
    with pytest.raises(InputError) as caught:
        load_layouts(offered)
    return list(caught.value.diagnostics)


def test_the_built_in_layouts_stand_in_the_order_of_a_deck() -> None:
    assert list(load_layouts(()).items()) == list(BUILTIN.items())


def test_a_built_in_layout_is_found_by_the_name_it_calls_itself() -> None:
    assert {name: layout.name for name, layout in BUILTIN.items()} == {n: n for n in BUILTIN}


def test_every_built_in_layout_explains_itself() -> None:
    assert [
        name for name, layout in BUILTIN.items() if "Needs:" not in (layout.__doc__ or "")
    ] == []


def test_the_layouts_of_installed_packages_are_found() -> None:
    assert set(load_layouts()) >= set(BUILTIN)


def test_an_offered_layout_follows_the_built_in_ones(plugin: str) -> None:
    found = load_layouts([point("costs", f"{plugin}:Costs")])
    assert list(found) == [*BUILTIN, "costs"]
    assert issubclass(found["costs"], Layout)


def test_offered_layouts_stand_in_one_order_on_every_machine(plugin: str, tmp_path: Path) -> None:
    (tmp_path / "more_slides.py").write_text(PLUGIN.replace('"costs"', '"audit"'))
    offered = [point("costs", f"{plugin}:Costs"), point("audit", "more_slides:Costs")]
    assert list(load_layouts(offered)) == list(load_layouts(offered[::-1]))
    sys.modules.pop("more_slides", None)


def test_a_taken_name_names_both_owners(plugin: str, tmp_path: Path) -> None:
    offered = [
        installed(tmp_path, "acme-decks", "costs", f"{plugin}:Costs"),
        installed(tmp_path, "other-decks", "costs", f"{plugin}:Costs"),
        installed(tmp_path, "late-decks", "timeline", f"{plugin}:Timeline"),
    ]
    hint = "uninstall one of the two, or have one of them renamed"
    assert faults(*offered) == [
        Diagnostic("layout 'costs'", 0, 0, "is offered by acme-decks and by other-decks", hint),
        Diagnostic("layout 'timeline'", 0, 0, "is offered by deckgen and by late-decks", hint),
    ]


def test_an_owner_without_a_distribution_is_named_by_where_it_lies(plugin: str) -> None:
    [fault] = faults(point("actions", f"{plugin}:Costs"))
    assert fault.message == "is offered by deckgen and by acme_slides:Costs"


def test_a_plug_in_that_fails_to_import_is_named_with_its_error(
    plugin: str, tmp_path: Path
) -> None:
    assert faults(installed(tmp_path, "acme-decks", "costs", "broken_slides:Costs")) == [
        Diagnostic(
            "layout 'costs'",
            0,
            0,
            "of acme-decks does not load: ModuleNotFoundError: No module named 'acme_slidse'",
            "update or uninstall acme-decks",
        )
    ]


def test_an_attribute_that_a_plug_in_lacks_is_named(plugin: str) -> None:
    [fault] = faults(point("costs", f"{plugin}:Cost"))
    assert "does not load: AttributeError: module 'acme_slides' has no attribute" in fault.message


@pytest.mark.parametrize("value", ["number", "Layout.slides"])
def test_what_is_no_layout_class_is_refused(plugin: str, value: str) -> None:
    [fault] = faults(point("costs", f"{plugin}:{value}"))
    assert fault.message == f"of acme_slides:{value} is not a Layout class"


def test_a_layout_must_say_its_name_its_share_and_its_slides(plugin: str) -> None:
    [fault] = faults(point("costs", f"{plugin}:Nameless"))
    assert fault.message == "of acme_slides:Nameless does not say its name, share, slides"


def test_a_layout_must_be_offered_under_its_own_name(plugin: str) -> None:
    [fault] = faults(point("money", f"{plugin}:Costs"))
    assert fault.message == "of acme_slides:Costs calls itself 'costs'"


def test_every_fault_of_the_installed_packages_is_told_at_once(plugin: str) -> None:
    offered = [
        point("actions", f"{plugin}:Costs"),
        point("costs", "broken_slides:Costs"),
        point("money", f"{plugin}:Costs"),
    ]
    assert [fault.path for fault in faults(*offered)] == [
        "layout 'actions'",
        "layout 'costs'",
        "layout 'money'",
    ]
