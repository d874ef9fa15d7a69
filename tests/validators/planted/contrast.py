"""Texts that are hard to read, and ones that are not, each with what the judge says of it."""

from __future__ import annotations

from tests.validators.planted.parts import MASTER, THEME, box, fill, insert, slide
from tests.validators.planted.planting import Edit, Fault, both, swap

TITLE_LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
LAYOUT = "ppt/slideLayouts/slideLayout6.xml"
DARK, PALE, GREY = "101828", "F2F4F7", "8A8A8A"
"""On white: 17.6:1, 1.1:1 and 3.45:1."""

AROUND = (7900000, 5400000, 2200000, 600000)
ON_PICTURE = (508000, 3302000, 700000, 400000)
BESIDE = (8500000, 5400000, 2200000, 600000)


def on(*shapes: str) -> Edit:
    return insert(3, "".join(shapes))


def panel(paint: str, place: tuple[int, int, int, int] = AROUND) -> str:
    decorative = (
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><d:decorative val="1" '
        'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst>'
    )
    plain = box("panel", place=place, paint=paint, id_=60)
    return plain.replace('name="panel"/>', f'name="panel">{decorative}</p:cNvPr>')


def gradient(*colours: str) -> str:
    stops = "".join(f'<a:gs pos="0"><a:srgbClr val="{colour}"/></a:gs>' for colour in colours)
    return f"<a:gradFill><a:gsLst>{stops}</a:gsLst></a:gradFill>"


def background(part: str, colour: str) -> Edit:
    bg = f"<p:bg><p:bgPr>{fill(colour)}<a:effectLst/></p:bgPr></p:bg>"
    return swap(part, "<p:cSld([^>]*)>(<p:bg>.*?</p:bg>)?", rf"<p:cSld\1>{bg}")


def cells(properties: str) -> Edit:
    return swap(slide(4), "<a:tcPr/>", f"<a:tcPr>{properties}</a:tcPr>")


HARD: dict[str, Fault] = {
    "on the white slide": Fault(
        on(box("text", "pale", font=fill(PALE))),
        ("slide 3: 'text': F2F4F7 on FFFFFF has a contrast of 1.10, not 4.5",),
    ),
    "on its own fill": Fault(
        on(box("text", "dark", font=fill(DARK), paint=fill("333333"))),
        ("slide 3: 'text': 101828 on 333333 has a contrast of 1.40, not 4.5",),
    ),
    "on a panel behind": Fault(
        on(panel(fill(DARK)), box("text", "dark", font=fill("333333"))),
        ("slide 3: 'text': 333333 on 101828 has a contrast of 1.40, not 4.5",),
    ),
    "on the slide's background": Fault(
        background(slide(3), DARK),
        ("slide 3: 'Title 1': 000000 on 101828 has a contrast of 1.18, not 3.0",),
    ),
    "on the layout's background": Fault(
        background(TITLE_LAYOUT, DARK),
        (
            "slide 1: 'Title 1': 000000 on 101828 has a contrast of 1.18, not 3.0",
            "slide 1: 'Subtitle 2': 0000FF on 101828 has a contrast of 2.07, not 3.0",
        ),
    ),
    "on the master's background": Fault(
        both(background(MASTER, DARK), background(LAYOUT, "FFFFFF")),
        (
            "slide 1: 'Title 1': 000000 on 101828 has a contrast of 1.18, not 3.0",
            "slide 1: 'Subtitle 2': 0000FF on 101828 has a contrast of 2.07, not 3.0",
        ),
    ),
    "on a shape of the layout": Fault(
        swap(
            LAYOUT,
            "</p:spTree>",
            box("band", place=(0, 0, 12192000, 1500000), paint=fill(DARK)) + "</p:spTree>",
        ),
        (
            "slide 2: 'Title 1': 000000 on 101828 has a contrast of 1.18, not 3.0",
            "slide 3: 'Title 1': 000000 on 101828 has a contrast of 1.18, not 3.0",
            "slide 4: 'Title 1': 000000 on 101828 has a contrast of 1.18, not 3.0",
        ),
    ),
    "in a cell": Fault(
        cells(fill(DARK)),
        ("slide 4: 'table': 000000 on 101828 has a contrast of 1.18, not 3.0",),
    ),
    "in a table of a style that the file does not hold": Fault(
        swap(slide(4), "{2D5ABB26-[^}]*}", "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"),
        ("slide 4: 'table': the contrast of its text cannot be told",),
    ),
    "on a picture": Fault(
        swap(slide(2), "(</p:pic>)", r"\1" + box("text", "over", ON_PICTURE)),
        ("slide 2: 'text': the contrast of its text cannot be told",),
    ),
    "on one colour of a gradient": Fault(
        on(box("text", "pale", font=fill(PALE), paint=gradient(DARK, "D0D0D0"))),
        ("slide 3: 'text': F2F4F7 on D0D0D0 has a contrast of 1.40, not 4.5",),
    ),
    "on a panel that lets the slide through": Fault(
        on(panel(fill("000000", '<a:alpha val="20000"/>')), box("text", "pale", font=fill(PALE))),
        ("slide 3: 'text': F2F4F7 on CCCCCC has a contrast of 1.46, not 4.5",),
    ),
    "half transparent": Fault(
        on(box("text", "half", font=fill("000000", '<a:alpha val="40000"/>'))),
        ("slide 3: 'text': 999999 on FFFFFF has a contrast of 2.85, not 4.5",),
    ),
    "without any paint": Fault(
        on(box("text", "none", font="<a:noFill/>")),
        ("slide 3: 'text': FFFFFF on FFFFFF has a contrast of 1.00, not 4.5",),
    ),
    "a theme colour made lighter": Fault(
        on(
            box(
                "text",
                "light",
                font='<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="50000"/>'
                '<a:lumOff val="50000"/></a:schemeClr></a:solidFill>',
            )
        ),
        ("slide 3: 'text': 808080 on FFFFFF has a contrast of 3.98, not 4.5",),
    ),
    "a theme colour by itself": Fault(
        on(box("text", "orange", font='<a:solidFill><a:schemeClr val="accent6"/></a:solidFill>')),
        ("slide 3: 'text': F79646 on FFFFFF has a contrast of 2.23, not 4.5",),
    ),
    "a link in a pale theme": Fault(
        swap(THEME, '<a:srgbClr val="0000FF"/>', f'<a:srgbClr val="{PALE}"/>'),
        ("slide 1: 'Subtitle 2': F2F4F7 on FFFFFF has a contrast of 1.10, not 3.0",),
    ),
    "a preset colour": Fault(
        on(box("text", "white", font='<a:solidFill><a:prstClr val="white"/></a:solidFill>')),
        ("slide 3: 'text': FFFFFF on FFFFFF has a contrast of 1.00, not 4.5",),
    ),
    "a colour outside the sRGB notations": Fault(
        on(
            box(
                "text",
                "some",
                font='<a:solidFill><a:scrgbClr r="0" g="0" b="0"/></a:solidFill>',
            )
        ),
        ("slide 3: 'text': the contrast of its text cannot be told",),
    ),
    "a gradient with such a colour": Fault(
        on(box("text", "some", paint=gradient("odd"))),
        ("slide 3: 'text': the contrast of its text cannot be told",),
    ),
    "under a pale veil over a picture": Fault(
        swap(
            slide(2),
            "(</p:pic>)",
            r"\1"
            + panel(fill("FFFFFF", '<a:alpha val="50000"/>'), ON_PICTURE)
            + box("text", "over", ON_PICTURE),
        ),
        ("slide 2: 'text': the contrast of its text cannot be told",),
    ),
    "a link that keeps the colour of its text": Fault(
        on(
            box(
                "text",
                "pale report",
                font=fill(PALE) + '<a:hlinkClick r:id="rId2"><a:extLst>'
                '<a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><l:hlinkClr val="tx" '
                'xmlns:l="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"/>'
                "</a:ext></a:extLst></a:hlinkClick>",
            )
        ),
        ("slide 3: 'text': F2F4F7 on FFFFFF has a contrast of 1.10, not 4.5",),
    ),
    "grey below 18 points": Fault(
        on(box("text", "grey", font=fill(GREY), attributes='sz="1700"')),
        ("slide 3: 'text': 8A8A8A on FFFFFF has a contrast of 3.45, not 4.5",),
    ),
    "grey and bold below 14 points": Fault(
        on(box("text", "grey", font=fill(GREY), attributes='sz="1300" b="1"')),
        ("slide 3: 'text': 8A8A8A on FFFFFF has a contrast of 3.45, not 4.5",),
    ),
    "from the master's title style": Fault(
        swap(MASTER, '(<p:titleStyle>.*?<a:schemeClr val=")tx1', r"\1bg2"),
        (
            "slide 1: 'Title 1': EEECE1 on FFFFFF has a contrast of 1.19, not 3.0",
            "slide 2: 'Title 1': EEECE1 on FFFFFF has a contrast of 1.19, not 3.0",
            "slide 3: 'Title 1': EEECE1 on FFFFFF has a contrast of 1.19, not 3.0",
            "slide 4: 'Title 1': EEECE1 on FFFFFF has a contrast of 1.19, not 3.0",
        ),
    ),
}

EASY: dict[str, Edit] = {
    "grey of 18 points": on(box("text", "grey", font=fill(GREY), attributes='sz="1800"')),
    "grey of 14 points, bold": on(
        box("text", "grey", font=fill(GREY), attributes='sz="1400" b="1"')
    ),
    "pale on a dark panel behind": on(panel(fill(DARK)), box("text", "pale", font=fill(PALE))),
    "pale on its own dark fill": on(box("text", "pale", font=fill(PALE), paint=fill(DARK))),
    "dark beside a dark panel": on(panel(fill(DARK), BESIDE), box("text", "dark", font=fill(DARK))),
    "dark under a dark panel": on(box("text", "dark", font=fill(DARK)), panel(fill(DARK))),
    "pale in a dark cell": both(
        cells(fill(DARK)),
        swap(slide(4), '(<a:tc>.*?<a:rPr lang="en-GB")/>', rf"\1>{fill(PALE)}</a:rPr>"),
    ),
    "white, by the shape's style, on its own dark fill": swap(
        slide(2),
        '(name="panel".*?)<a:p>',
        r'\1<a:p><a:r><a:rPr lang="en-GB"/><a:t>white</a:t></a:r></a:p><a:p>',
    ),
    "pale on a gradient of dark colours": on(
        box("text", "pale", font=fill(PALE), paint=gradient(DARK, "303030"))
    ),
}
