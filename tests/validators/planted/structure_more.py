"""Further structural faults, each with what `structure_findings` says of it."""

from __future__ import annotations

from tests.validators.planted.parts import (
    CHART,
    CORE,
    MAIN,
    MAIN_RELS,
    MASTER,
    NOTES_RELS,
    OFFICE,
    TYPES,
    WORKBOOK,
    external,
    link,
    relate,
    slide,
    slide_rels,
    with_formula,
)
from tests.validators.planted.planting import Edit, Fault, both, swap

FURTHER: dict[str, Fault] = {
    "a content type for a part that is not there": Fault(
        swap(TYPES, "</Types>", '<Override PartName="/ppt/odd.xml" ContentType="a/b"/></Types>'),
        ("[Content_Types].xml: types the part /ppt/odd.xml, which does not exist",),
    ),
    "a part is typed twice": Fault(
        swap(TYPES, '(<Override PartName="/ppt/viewProps.xml"[^>]*>)', r"\1\1"),
        ("[Content_Types].xml: types /ppt/viewprops.xml more than once",),
    ),
    "a macro-enabled presentation": Fault(
        swap(
            TYPES,
            r"application/vnd.openxmlformats-officedocument.presentationml.presentation.main\+xml",
            "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        ),
        (
            "/ppt/presentation.xml: is typed as "
            "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
            "_rels/.rels: rId1 (officeDocument) leads to ppt/presentation.xml, typed "
            "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        ),
    ),
    "a document type declaration": Fault(
        swap(CORE, "<cp:core", "<!DOCTYPE odd><cp:core"),
        ("docProps/core.xml: has a document type declaration",),
    ),
    "no notes master is declared": Fault(
        swap(MAIN, "<p:notesMasterIdLst>.*</p:notesMasterIdLst>", ""),
        ("ppt/presentation.xml: has notes, but declares 0 notes masters",),
    ),
    "notes without their master": Fault(
        swap(NOTES_RELS, "<Relationship [^>]*rId1[^>]*>", ""),
        ("ppt/notesSlides/notesSlide1.xml: has 0 relationships to a notesMaster",),
    ),
    "notes without their slide": Fault(
        swap(NOTES_RELS, "<Relationship [^>]*rId2[^>]*>", ""),
        ("ppt/notesSlides/notesSlide1.xml: has 0 relationships to a slide",),
    ),
    "notes of another slide": Fault(
        swap(NOTES_RELS, "slides/slide1", "slides/slide2"),
        (
            "ppt/notesSlides/notesSlide1.xml: are notes of ppt/slides/slide2.xml, "
            "which does not know them",
        ),
    ),
    "a slide removed from the list alone": Fault(
        both(
            swap(MAIN, '<p:sldId id="259"[^>]*>', ""),
            swap(MAIN, '<p14:sldId id="259"[^>]*>', ""),
        ),
        ("ppt/presentation.xml: nothing uses rId11 (slide ppt/slides/slide4.xml)",),
    ),
    "a slide without a section": Fault(
        swap(MAIN, '<p14:sldId id="259"[^>]*>', ""),
        ("ppt/presentation.xml: no section lists the slide 259",),
    ),
    "a slide in two sections": Fault(
        swap(MAIN, '(<p14:sldId id="258"/>)', r'<p14:sldId id="257"/>\1'),
        ("ppt/presentation.xml: sections list the slide 257 twice",),
    ),
    "sections out of order": Fault(
        both(
            swap(MAIN, '<p14:sldId id="256"/>', ""),
            swap(MAIN, '(<p14:sldId id="257"/>)', r'\1<p14:sldId id="256"/>'),
        ),
        ("ppt/presentation.xml: the sections' slides are not in the order of the slides",),
    ),
    "two sections with one id": Fault(
        swap(MAIN, "000000000002}", "000000000001}"),
        (
            "ppt/presentation.xml: the section id "
            "{00000000-0000-4000-8000-000000000001} stands twice",
        ),
    ),
    "a slide id below 256": Fault(
        both(
            swap(MAIN, '<p:sldId id="259"', '<p:sldId id="25"'),
            swap(MAIN, '<p14:sldId id="259"', '<p14:sldId id="25"'),
        ),
        ("ppt/presentation.xml: 25 is not a slide id",),
    ),
    "a slide shown twice": Fault(
        swap(MAIN, '"rId11"', '"rId10"'),
        (
            "ppt/presentation.xml: nothing uses rId11 (slide ppt/slides/slide4.xml)",
            "ppt/presentation.xml: the slide rId10 stands twice",
        ),
    ),
    "a theme of two masters": Fault(
        swap("ppt/notesMasters/_rels/notesMaster1.xml.rels", "theme2", "theme1"),
        (
            "ppt/theme/theme2.xml: nothing leads to this part",
            "ppt/theme/theme1.xml: is the theme of more than one master",
        ),
    ),
    "a layout that its master does not list": Fault(
        both(
            swap(MASTER, "<p:sldLayoutId [^>]*rId11[^>]*>", ""),
            swap(
                "ppt/slideMasters/_rels/slideMaster1.xml.rels", "<Relationship [^>]*rId11[^>]*>", ""
            ),
        ),
        (
            "ppt/slideLayouts/slideLayout11.xml: nothing leads to this part",
            "ppt/slideLayouts/_rels/slideLayout11.xml.rels: nothing leads to this part",
            "ppt/slideLayouts/slideLayout11.xml: its master "
            "ppt/slideMasters/slideMaster1.xml does not list it",
        ),
    ),
    "a script behind a link": Fault(
        link("javascript:alert(1)"),
        (
            "ppt/slides/_rels/slide1.xml.rels: rId3 (hyperlink) leads out of the "
            "file to javascript:alert(1)",
        ),
    ),
    "a local file behind a link": Fault(
        link("file:///etc/passwd"),
        (
            "ppt/slides/_rels/slide1.xml.rels: rId3 (hyperlink) leads out of the "
            "file to file:///etc/passwd",
        ),
    ),
    "an attached template": Fault(
        relate(MAIN_RELS, external("attachedTemplate", "https://a.b")),
        (
            "ppt/_rels/presentation.xml.rels: rId90 (attachedTemplate) brings in "
            "foreign or active content",
        ),
    ),
    "a picture nobody shows": Fault(
        relate(slide_rels(4), f'Type="{OFFICE}image" Target="../media/image1.png"'),
        ("ppt/slides/slide4.xml: nothing uses rId90 (image ppt/media/image1.png)",),
    ),
    "a picture that is a chart": Fault(
        relate(slide_rels(2), f'Type="{OFFICE}image" Target="../charts/chart1.xml"'),
        (
            "ppt/slides/_rels/slide2.xml.rels: rId90 (image) leads to "
            "ppt/charts/chart1.xml, typed "
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            "ppt/slides/slide2.xml: nothing uses rId90 (image ppt/charts/chart1.xml)",
        ),
    ),
    "a reference of another kind": Fault(
        swap(slide(2), 'r:embed="rId3"', 'r:embed="rId2"'),
        (
            "ppt/slides/slide2.xml: blip refers to rId2, which is a notesSlide",
            "ppt/slides/slide2.xml: nothing uses rId3 (image ppt/media/image1.png)",
        ),
    ),
    "an empty reference": Fault(
        swap(slide(1), 'r:id="rId3"', 'r:id=""'),
        (
            "ppt/slides/slide1.xml: hlinkClick has an empty relationship id",
            "ppt/slides/slide1.xml: nothing uses rId3 (hyperlink https://example.org/report)",
        ),
    ),
    "no core properties": Fault(
        swap("_rels/.rels", "<Relationship [^>]*core.xml[^>]*>", ""),
        (
            "docProps/core.xml: nothing leads to this part",
            "_rels/.rels: leads to no core properties",
        ),
    ),
    "no presentation": Fault(
        swap("_rels/.rels", "<Relationship [^>]*presentation.xml[^>]*>", ""),
        ("_rels/.rels: leads to no presentation",),
    ),
    "two placeholders of one index": Fault(
        swap(slide(1), 'type="ctrTitle"', 'type="subTitle" idx="1"'),
        ("ppt/slides/slide1.xml: 2 placeholders have the index 1",),
    ),
    "a placeholder that the layout lacks": Fault(
        swap(slide(1), 'idx="1"', 'idx="7"'),
        ("ppt/slides/slide1.xml: the layout has no placeholder idx 7",),
    ),
    "a connector to nothing": Fault(
        swap(
            slide(2), "<p:cNvCxnSpPr/>", '<p:cNvCxnSpPr><a:endCxn id="99" idx="0"/></p:cNvCxnSpPr>'
        ),
        ("ppt/slides/slide2.xml: a connector ends at the shape 99, which does not exist",),
    ),
    "a cell that spans beyond the grid": Fault(
        swap(slide(4), "<a:tc>", '<a:tc gridSpan="4">'),
        (
            "ppt/slides/slide4.xml: row 1, cell 2 of a table: gridSpan and hMerge disagree",
            "ppt/slides/slide4.xml: row 1, cell 3 of a table: gridSpan and hMerge disagree",
        ),
    ),
    "a cell that hangs from none": Fault(
        swap(slide(4), "<a:tc>", '<a:tc vMerge="1">'),
        ("ppt/slides/slide4.xml: row 1, cell 1 of a table: rowSpan and vMerge disagree",),
    ),
    "a text that turns the writing direction": Fault(
        swap(slide(1), "Read ", "Read \u202e"),
        ("ppt/slides/slide1.xml: a text holds the control character '\\u202e'",),
    ),
    "a control character as Office escapes it": Fault(
        swap(slide(1), "Read ", "Read_x001B_"),
        ("ppt/slides/slide1.xml: a text holds the control character '_x001B_'",),
    ),
    "two axes of one id": Fault(
        swap(CHART, '<c:valAx><c:axId val="2"', '<c:valAx><c:axId val="1"'),
        (
            "ppt/charts/chart1.xml: 2 axes have the id 1",
            "ppt/charts/chart1.xml: the axis 2 is not both drawn and used",
        ),
    ),
    "a formula in the workbook": Fault(
        with_formula,
        (
            "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx: xl/worksheets/sheet1.xml "
            "holds the formula '1+1'",
        ),
    ),
    "a workbook that is no zip file": Fault(
        lambda entries: [*(dict(entries) | {WORKBOOK: b"odd"}).items()],
        (
            "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx: not a readable zip file: "
            "File is not a zip file",
        ),
    ),
}
"""Faults that no list is known of, or that matter to Keynote and to security alone."""

HARMLESS: dict[str, Edit] = {
    "no sections": swap(MAIN, "<p:extLst>.*</p:extLst>", ""),
    "a jump to the next slide": swap(
        slide(2),
        '<a:rPr lang="en-GB"/>',
        '<a:rPr lang="en-GB"><a:hlinkClick r:id="" action="ppaction://hlinkshowjump?jump=nextslide"/>'
        "</a:rPr>",
    ),
    "a link for mail": link("mailto:status@example.org"),
    "merged cells that say so": swap(
        slide(4), "<a:tc>(.*?</a:tc>)<a:tc>", r'<a:tc gridSpan="2">\1<a:tc hMerge="1">'
    ),
}
"""Edits that may look like faults."""
