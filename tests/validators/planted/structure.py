"""Structural faults, each with what `structure_findings` says of it.

A fault without findings is one that openxml-audit sees and `structure_findings` leaves to it.
"""

from __future__ import annotations

from tests.validators.planted.parts import (
    CHART,
    CORE,
    MAIN,
    MAIN_RELS,
    MASTER,
    TEXT_CELL,
    THEME,
    TYPES,
    copy_of,
    external,
    relate,
    slide,
    slide_rels,
)
from tests.validators.planted.planting import Fault, add, both, drop, swap

CLASSIC: dict[str, Fault] = {
    "two shapes have one id": Fault(
        swap(slide(2), 'id="5" name="plain"', 'id="4" name="plain"'),
        ("ppt/slides/slide2.xml: 2 shapes have the id 4",),
    ),
    "a chart's relationship does not exist": Fault(
        swap(slide(3), '(<c:chart [^>]*)"rId3"', r'\1"rId77"'),
        (
            "ppt/slides/slide3.xml: chart refers to rId77, which does not exist",
            "ppt/slides/slide3.xml: nothing uses rId3 (chart ppt/charts/chart1.xml)",
        ),
    ),
    "a related part is missing": Fault(
        drop(CHART),
        (
            "[Content_Types].xml: types the part /ppt/charts/chart1.xml, which does not exist",
            "ppt/slides/_rels/slide3.xml.rels: rId3 leads to ppt/charts/chart1.xml, "
            "which does not exist",
        ),
    ),
    "a slide has no content type of its own": Fault(
        swap(TYPES, r'<Override PartName="/ppt/slides/slide2.xml"[^>]*>', ""),
        (
            "ppt/_rels/presentation.xml.rels: rId9 (slide) leads to "
            "ppt/slides/slide2.xml, typed application/xml",
            "ppt/notesSlides/_rels/notesSlide2.xml.rels: rId2 (slide) leads to "
            "ppt/slides/slide2.xml, typed application/xml",
        ),
    ),
    "run properties stand in the wrong order": Fault(
        swap(slide(2), "(<a:solidFill>)(?=<a:schemeClr val=.bg2)", r'<a:latin typeface="A"/>\1'),
    ),
    "a text size is not a number": Fault(
        swap(slide(2), 'sz="1400"', 'sz="abc"'),
    ),
    "a table row lacks a cell": Fault(
        swap(slide(4), TEXT_CELL, ""),
        ("ppt/slides/slide4.xml: row 1 of a table has 2 cells in a grid of 3",),
    ),
    "a text body has no paragraph": Fault(
        swap(slide(1), "<a:p>.*?</a:p>", ""),
    ),
    "a section lists a slide that is not there": Fault(
        swap(MAIN, '<p14:sldId id="256"', '<p14:sldId id="999"'),
        (
            "ppt/presentation.xml: a section lists the slide 999, which does not exist",
            "ppt/presentation.xml: no section lists the slide 256",
        ),
    ),
    "two slides have one id": Fault(
        swap(MAIN, '<p:sldId id="257"', '<p:sldId id="256"'),
        (
            "ppt/presentation.xml: the slide id 256 stands twice",
            "ppt/presentation.xml: a section lists the slide 257, which does not exist",
        ),
    ),
    "a part that nothing leads to": Fault(
        copy_of(slide(1), slide(99)),
        (
            "ppt/slides/slide99.xml: hlinkClick refers to rId3, which does not exist",
            "ppt/slides/slide99.xml: nothing leads to this part",
        ),
    ),
    "a zip entry stands twice": Fault(
        copy_of(slide(1), slide(1)),
        ("ppt/slides/slide1.xml: stands in the zip file more than once",),
    ),
    "a layout has no master": Fault(
        swap("ppt/slideLayouts/_rels/slideLayout8.xml.rels", "<Relationship [^>]*>", ""),
        ("ppt/slideLayouts/slideLayout8.xml: has 0 relationships to a slideMaster",),
    ),
    "a chart axis crosses nothing": Fault(
        swap(CHART, '<c:crossAx val="1"', '<c:crossAx val="9"'),
        (
            "ppt/charts/chart1.xml: the axis 1 crosses 2, which does not cross it",
            "ppt/charts/chart1.xml: the axis 2 crosses 9, which does not cross it",
        ),
    ),
    "a slide is not well-formed": Fault(
        swap(slide(2), "</p:spTree>", ""),
        ("ppt/slides/slide2.xml: is not well-formed XML",),
    ),
    "two layouts have one id": Fault(
        swap(MASTER, "2147483650", "2147483649"),
    ),
    "a cell spans one that does not say so": Fault(
        swap(slide(4), "<a:tc>", '<a:tc gridSpan="2">'),
        ("ppt/slides/slide4.xml: row 1, cell 2 of a table: gridSpan and hMerge disagree",),
    ),
    "an extent is negative": Fault(
        swap(slide(2), 'cx="3810000"', 'cx="-5"'),
    ),
    "a colour starts with a hash": Fault(
        swap(slide(2), '<a:schemeClr val="bg2"/>', '<a:srgbClr val="#1F2A37"/>'),
    ),
    "a link's relationship does not exist": Fault(
        swap(slide(1), '<a:rPr lang="en-GB"/>', '<a:rPr><a:hlinkClick r:id="rId99"/></a:rPr>'),
        ("ppt/slides/slide1.xml: hlinkClick refers to rId99, which does not exist",),
    ),
    "a group has no properties": Fault(
        swap(slide(2), r"(</p:nvGrpSpPr>)<p:grpSpPr><a:xfrm>.*?</p:grpSpPr>", r"\1"),
    ),
    "a shape tree has no name": Fault(
        swap(slide(1), "<p:nvGrpSpPr>.*?</p:nvGrpSpPr>", ""),
    ),
    "an element nobody knows": Fault(
        swap(slide(1), "<p:clrMapOvr>", "<p:odd/><p:clrMapOvr>"),
    ),
    "a theme lacks a colour": Fault(
        swap(THEME, "<a:accent6>.*?</a:accent6>", ""),
    ),
    "a theme has two fills instead of three": Fault(
        swap(THEME, r"(<a:fillStyleLst>)<a:solidFill>.*?</a:solidFill>", r"\1"),
    ),
    "a core property stands twice": Fault(
        swap(CORE, "</cp:coreProperties>", "<dc:title>again</dc:title></cp:coreProperties>"),
        ("docProps/core.xml: title stands more than once",),
    ),
    "a custom property has a reserved number": Fault(
        swap("docProps/custom.xml", 'pid="2"', 'pid="1"'),
    ),
    "two relationships have one id": Fault(
        swap(slide_rels(3), '"rId3"', '"rId1"'),
        (
            "ppt/slides/_rels/slide3.xml.rels: the id 'rId1' stands 2 times",
            "ppt/slides/slide3.xml: chart refers to rId3, which does not exist",
            "ppt/slides/slide3.xml: nothing uses rId1 (chart ppt/charts/chart1.xml)",
        ),
    ),
    "an extension has no content type": Fault(
        swap(TYPES, '<Default Extension="xlsx"[^>]*>', ""),
        ("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx: has no content type",),
    ),
    "a text holds a control character": Fault(
        swap(slide(1), "What happened", "What\x0bhappened"),
        ("ppt/slides/slide1.xml: is not well-formed XML",),
    ),
    "the presentation's children are out of order": Fault(
        swap(MAIN, "(<p:sldIdLst>.*?</p:sldIdLst>)(<p:sldSz[^>]*>)", r"\2\1"),
    ),
    "a slide has two titles": Fault(
        swap(slide(1), 'type="subTitle" idx="1"', 'type="title"'),
        ("ppt/slides/slide1.xml: has more than one title",),
    ),
    "an extension list stands too early": Fault(
        swap(slide(2), "<a:lstStyle/>", "<a:extLst/><a:lstStyle/>"),
    ),
    "an image lies outside the file": Fault(
        relate(slide_rels(3), external("image", "http://example.org/x.png")),
        (
            "ppt/slides/_rels/slide3.xml.rels: rId90 (image) leads out of the file "
            "to http://example.org/x.png",
            "ppt/slides/slide3.xml: nothing uses rId90 (image http://example.org/x.png)",
        ),
    ),
    "an entry's name leads out of the package": Fault(
        add("../odd.txt", b"odd"),
        (
            "../odd.txt: is not a part name",
            "../odd.txt: has no content type",
            "../odd.txt: nothing leads to this part",
        ),
    ),
    "a macro project": Fault(
        both(
            add("ppt/vbaProject.bin", b"macro"),
            swap(
                TYPES,
                '<Default Extension="bin"[^>]*>',
                '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>',
            ),
            relate(
                MAIN_RELS,
                'Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
                'Target="vbaProject.bin"',
            ),
        ),
        (
            "ppt/_rels/presentation.xml.rels: rId90 (vbaProject) brings in foreign "
            "or active content",
        ),
    ),
}
"""36 faults of files that PowerPoint offers to repair, refuses or should not be given."""
