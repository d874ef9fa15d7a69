"""The zip container and its content types."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tests.validators.package import TYPES_PART, Package


def container_faults(package: Package) -> Iterator[str]:
    """Unreadable parts, entries of one name, names that lead out of the package."""
    yield from package.faults
    for name in _repeated(name.lower() for name in package.names):
        yield f"{name}: stands in the zip file more than once"
    for name in package.names:
        segments = name.split("/")
        if "\\" in name or re.match(r"[A-Za-z]:", name) or {"", ".", ".."} & set(segments):
            yield f"{name}: is not a part name"


def type_faults(package: Package) -> Iterator[str]:
    """Parts without a content type, types without a part, types declared twice, macros."""
    for part in package.parts:
        if part != TYPES_PART and part not in package.content_types:
            yield f"{part}: has no content type"
    for name, declared in package.overrides:
        if name.lstrip("/") not in package.parts:
            yield f"{TYPES_PART}: types the part {name}, which does not exist"
        if "macroEnabled" in declared or "vbaProject" in declared:
            yield f"{name}: is typed as {declared}"
    declared_names = [name.lower() for name, _ in package.overrides]
    for name in _repeated([*declared_names, *(extension for extension, _ in package.defaults)]):
        yield f"{TYPES_PART}: types {name} more than once"


def _repeated(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]
