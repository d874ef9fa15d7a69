"""Layouts by name: the built-in ones, then those that installed packages offer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import EntryPoint
from inspect import isabstract

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.layout import Layout
from deckgen.layout_plugins import layout_plugins
from deckgen_layouts import BUILTIN

_WORDS = ("name", "section", "share")


def load_layouts(offered: Iterable[EntryPoint] | None = None) -> Mapping[str, type[Layout]]:
    """Return every layout class by name, the built-in ones in their order first.

    `offered` are the entry points of the group `deckgen.layouts`; default: those installed.
    Raises InputError with every name that is taken, naming both owners, and every layout that
    does not load or is none.
    """
    found: dict[str, type[Layout]] = dict(BUILTIN)
    owners = dict.fromkeys(found, "deckgen")
    faults: list[Diagnostic] = []
    points = layout_plugins() if offered is None else offered
    for point in sorted(points, key=lambda point: (point.name, point.value)):
        owner = point.dist.name if point.dist else point.value
        try:
            found[point.name] = _loaded(point, owner, owners.get(point.name))
            owners[point.name] = owner
        except InputError as error:
            faults += error.diagnostics
    if faults:
        raise InputError(faults)
    return found


def _loaded(point: EntryPoint, owner: str, taken_by: str | None) -> type[Layout]:
    place = f"layout {point.name!r}"
    if taken_by:
        message = f"is offered by {taken_by} and by {owner}"
        hint = "uninstall one of the two, or have one of them renamed"
        raise InputError.about(place, message, hint)
    try:
        layout = point.load()
    except Exception as error:  # a plug-in may fail in any way while it is imported
        message = f"of {owner} does not load: {type(error).__name__}: {error}"
        raise InputError.about(place, message, f"update or uninstall {owner}") from error
    if not (isinstance(layout, type) and issubclass(layout, Layout)):
        raise InputError.about(place, f"of {owner} is not a Layout class")
    lacking = [word for word in _WORDS if not hasattr(layout, word)]
    if lacking or isabstract(layout):
        lacks = ", ".join([*lacking, *sorted(layout.__abstractmethods__)])
        raise InputError.about(place, f"of {owner} does not say its {lacks}")
    if layout.name != point.name:
        raise InputError.about(place, f"of {owner} calls itself {layout.name!r}")
    return layout
