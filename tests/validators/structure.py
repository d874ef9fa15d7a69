"""What openxml-audit does not see: the package as a whole, and how its parts fit together."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tests.validators.chart_checks import chart_faults
from tests.validators.package import Package, opened
from tests.validators.package_checks import container_faults, type_faults
from tests.validators.presentation_checks import (
    core_property_faults,
    kinship_faults,
    notes_faults,
    presentation_faults,
)
from tests.validators.relationship_checks import (
    reachability_faults,
    reference_faults,
    target_faults,
)
from tests.validators.slide_checks import shape_faults, table_faults, text_faults

Check = Callable[[Package], Iterable[str]]

CHECKS: tuple[Check, ...] = (
    container_faults,
    type_faults,
    target_faults,
    reference_faults,
    reachability_faults,
    presentation_faults,
    kinship_faults,
    notes_faults,
    core_property_faults,
    shape_faults,
    table_faults,
    text_faults,
    chart_faults,
)


def structure_findings(pptx: bytes) -> list[str]:
    """Every structural fault of a .pptx file, as `part: what is wrong`; empty when sound."""
    package = opened(pptx)
    if not package.parts:
        return list(package.faults)
    return [finding for check in CHECKS for finding in check(package)]
