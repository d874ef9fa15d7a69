"""Part names of the good deck, and edits that several faults share."""

from __future__ import annotations

import io
import zipfile

from tests.validators.planted.planting import Edit, Entries, swap

TYPES = "[Content_Types].xml"
MAIN = "ppt/presentation.xml"
MAIN_RELS = "ppt/_rels/presentation.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"
THEME = "ppt/theme/theme1.xml"
CHART = "ppt/charts/chart1.xml"
CORE = "docProps/core.xml"
NOTES = "ppt/notesSlides/notesSlide1.xml"
NOTES_RELS = "ppt/notesSlides/_rels/notesSlide1.xml.rels"
WORKBOOK = "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
TEXT_CELL = r"<a:tc>(?:(?!</a:tc>).)*</a:tc>"


def slide(number: int) -> str:
    return f"ppt/slides/slide{number}.xml"


def slide_rels(number: int) -> str:
    return f"ppt/slides/_rels/slide{number}.xml.rels"


def relate(rels: str, attributes: str) -> Edit:
    """One more relationship with the id rId90."""
    return swap(
        rels, "</Relationships>", f'<Relationship Id="rId90" {attributes}/></Relationships>'
    )


def external(kind: str, target: str) -> str:
    return f'Type="{OFFICE}{kind}" Target="{target}" TargetMode="External"'


def link(target: str) -> Edit:
    """Lead the link of slide 1 elsewhere."""
    return swap(slide_rels(1), "https://example.org/report", target)


def with_formula(entries: Entries) -> Entries:
    """Let a cell of the chart's workbook compute something."""
    changed, workbook = dict(entries), io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(changed[WORKBOOK])) as source,
        zipfile.ZipFile(workbook, "w") as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(b"<v>9</v>", b"<f>1+1</f><v>2</v>"))
    return [*(changed | {WORKBOOK: workbook.getvalue()}).items()]


def copy_of(part: str, name: str) -> Edit:
    return lambda entries: [*entries, (name, dict(entries)[part])]


def insert(number: int, xml: str) -> Edit:
    """Put XML at the end of a slide's shape tree."""
    return swap(slide(number), "</p:spTree>", xml + "</p:spTree>")


def fill(colour: str, modification: str = "") -> str:
    return f'<a:solidFill><a:srgbClr val="{colour}">{modification}</a:srgbClr></a:solidFill>'


def box(
    name: str,
    text: str = "",
    place: tuple[int, int, int, int] = (8000000, 5500000, 2000000, 400000),
    *,
    paint: str = "",
    font: str = "",
    attributes: str = 'sz="1400"',
    id_: int = 50,
    xfrm: str = "",
    body: str = "",
) -> str:
    """A rectangle with a text: `place` in EMU, `paint` its fill, `font` inside the run's rPr."""
    x, y, width, height = place
    run = f'<a:r><a:rPr lang="en-GB" {attributes}>{font}</a:rPr><a:t>{text}</a:t></a:r>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr><a:xfrm {xfrm}><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/>'
        f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{paint}</p:spPr>'
        f"<p:txBody><a:bodyPr>{body}</a:bodyPr><a:lstStyle/><a:p>{run if text else ''}</a:p>"
        "</p:txBody></p:sp>"
    )
