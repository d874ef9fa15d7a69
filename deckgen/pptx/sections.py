"""Sections: the names under which PowerPoint's slide sorter groups slides."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from lxml import etree

from deckgen.pptx.markup import PRESENTATION_ML

_P = f"{{{PRESENTATION_ML}}}"
_P14_NAMESPACE = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_P14 = f"{{{_P14_NAMESPACE}}}"
_EXTENSION = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def add_sections(
    presentation: etree._Element, sections: Iterable[tuple[str, Sequence[int]]]
) -> None:
    """List the sections, each a name and the ids of its slides, in a `p:presentation` element."""
    extensions = presentation.find(f"{_P}extLst")
    if extensions is None:
        extensions = etree.SubElement(presentation, f"{_P}extLst")
    extension = etree.SubElement(extensions, f"{_P}ext", {"uri": _EXTENSION})
    rows = etree.SubElement(extension, f"{_P14}sectionLst", nsmap={"p14": _P14_NAMESPACE})
    for position, (name, slides) in enumerate(sections):
        row = etree.SubElement(rows, f"{_P14}section", {"name": name, "id": _guid(position, name)})
        listed = etree.SubElement(row, f"{_P14}sldIdLst")
        for slide in slides:
            etree.SubElement(listed, f"{_P14}sldId", {"id": str(slide)})


def _guid(position: int, name: str) -> str:
    """Return an id that is the same in every build (RFC 9562, version 8: custom)."""
    digits = hashlib.sha256(f"section {position} {name}".encode()).hexdigest().upper()
    groups = digits[:8], digits[8:12], f"8{digits[13:16]}", f"8{digits[17:20]}", digits[20:32]
    return f"{{{'-'.join(groups)}}}"
