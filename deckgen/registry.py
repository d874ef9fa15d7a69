"""Layouts by name: the built-in ones, then those that installed packages offer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import EntryPoint, entry_points

from deckgen.diagnostics import InputError
from deckgen.layout import Layout
from deckgen_layouts import BUILTIN

GROUP = "deckgen.layouts"


def load_layouts(offered: Iterable[EntryPoint] | None = None) -> Mapping[str, type[Layout]]:
    """Return every layout class by name, the built-in ones in their order first.

    `offered` are the entry points of the group `deckgen.layouts`; default: those installed.
    Raises InputError for a name that is taken, naming both owners, and for a layout that does
    not load or is none.
    """
    found: dict[str, type[Layout]] = dict(BUILTIN)
    owners = {name: "deckgen" for name in found}
    points = entry_points(group=GROUP) if offered is None else offered
    for point in sorted(points, key=lambda point: (point.name, point.value)):
        owner = point.dist.name if point.dist else point.value
        if point.name in found:
            raise InputError.about(
                f"layout {point.name!r}",
                f"is offered by {owners[point.name]} and by {owner}",
                "uninstall one of the two, or have one of them renamed",
            )
        found[point.name] = _loaded(point, owner)
        owners[point.name] = owner
    return found


def _loaded(point: EntryPoint, owner: str) -> type[Layout]:
    try:
        layout = point.load()
    except Exception as error:  # a plug-in may fail in any way while it is imported
        message = f"of {owner} does not load: {type(error).__name__}: {error}"
        raise InputError.about(f"layout {point.name!r}", message) from error
    if not (isinstance(layout, type) and issubclass(layout, Layout)):
        raise InputError.about(f"layout {point.name!r}", f"of {owner} is not a Layout class")
    if layout.name != point.name:
        message = f"of {owner} calls itself {layout.name!r}"
        raise InputError.about(f"layout {point.name!r}", message)
    return layout
