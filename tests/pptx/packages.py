"""Packages as parts by name, taken apart and put together by the standard library alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from hypothesis import strategies as st
from lxml import etree

from deckgen.assets import assets_dir
from deckgen.pptx.markup import NAMESPACES
from deckgen.pptx.scope import SlideScope

XML_TEXT = st.text(
    st.characters(
        exclude_categories=["Cs"],
        exclude_characters=[*map(chr, (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))],
    )
)
"""All text that an XML 1.0 document can hold."""

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def unzipped(pptx: bytes) -> dict[str, bytes]:
    """The content of each part by its name."""
    with zipfile.ZipFile(io.BytesIO(pptx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: Mapping[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The zip file of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", kind) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def own_template() -> dict[str, bytes]:
    """The parts of the template that comes with deckgen."""
    return unzipped((assets_dir() / "template.pptx").read_bytes())


def edited(parts: Mapping[str, bytes], name: str, old: str, new: str) -> dict[str, bytes]:
    """The parts with `old` replaced by `new` in one of them, where it must stand."""
    assert old.encode() in parts[name], f"{old!r} does not stand in {name}"
    return {**parts, name: parts[name].replace(old.encode(), new.encode())}


def related(
    parts: Mapping[str, bytes], source: str, id_: str, kind: str, target: str, mode: str = ""
) -> dict[str, bytes]:
    """The parts with a further relationship of `source`, the name of a part or empty."""
    folder, _, file = source.rpartition("/")
    name = f"{folder}/_rels/{file}.rels" if source else "_rels/.rels"
    row = f'<Relationship Id="{id_}" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    return edited(parts, name, "</Relationships>", row)


def typed(parts: Mapping[str, bytes], name: str, type_: str, content: bytes) -> dict[str, bytes]:
    """The parts with a further one and its content type."""
    row = f'<Override PartName="/{name}" ContentType="{type_}"/></Types>'
    return {**edited(parts, "[Content_Types].xml", "</Types>", row), name: content}


def fragment(xml: str) -> etree._Element:
    """The element that a piece of slide XML holds."""
    return etree.fromstring(f"<x {NAMESPACES}>{xml}</x>")[0]


def tree(pptx: bytes, name: str) -> etree._Element:
    """The root element of a part of a file."""
    return etree.fromstring(unzipped(pptx)[name])


def scope() -> SlideScope:
    """A scope whose relationship ids say what they lead to."""
    return SlideScope(
        lambda address: f"to {address}",
        lambda picture: f"shows {picture.name}",
        lambda svg: f"draws {len(svg)} bytes",
        lambda chart: f"charts {chart.name}",
    )
