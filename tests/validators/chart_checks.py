"""Charts: axes that refer to each other, and the workbook inside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.validators.package import Package, taken_apart
from tests.validators.xmlnames import SPREADSHEET, C

AXES = tuple(C + name for name in ("catAx", "valAx", "dateAx", "serAx"))


def chart_faults(package: Package) -> Iterator[str]:
    """Axes that no plot or axis answers to, and workbooks that compute or fetch something."""
    for part, type_ in package.content_types.items():
        if not type_.endswith("drawingml.chart+xml") or part not in package.trees:
            continue
        yield from (f"{part}: {fault}" for fault in _axis_faults(package.trees[part]))
        for workbook in package.related(part, "package"):
            if workbook in package.parts:
                faults = _workbook_faults(package.parts[workbook])
                yield from (f"{workbook}: {fault}" for fault in faults)


def _axis_faults(chart: etree._Element) -> Iterator[str]:
    axes = [axis for axis in chart.iter(*AXES)]
    ids = [_value(axis, "axId") for axis in axes]
    for id_, count in Counter(ids).items():
        if count > 1:
            yield f"{count} axes have the id {id_}"
    crosses = dict(zip(ids, (_value(axis, "crossAx") for axis in axes), strict=True))
    for id_, other in crosses.items():
        if crosses.get(other) != id_:
            yield f"the axis {id_} crosses {other}, which does not cross it"
    used = {e.get("val") or "" for e in chart.iter(C + "axId") if e.getparent() not in axes}
    for id_ in sorted(used ^ set(ids)):
        yield f"the axis {id_} is not both drawn and used"


def _value(axis: etree._Element, name: str) -> str:
    element = axis.find(C + name)
    return "" if element is None else element.get("val") or ""


def _workbook_faults(content: bytes) -> Iterator[str]:
    workbook = taken_apart(content)
    yield from workbook.faults
    for name, tree in workbook.trees.items():
        for cell in tree.iter(SPREADSHEET + "f"):
            yield f"{name} holds the formula {cell.text!r}"
    for relations in workbook.relations.values():
        yield from (f"links to {r.target}" for r in relations if r.external)
