"""Misplaced shapes, each with what `geometry_findings` says of it."""

from __future__ import annotations

from tests.validators.planted.parts import MAIN, box, fill, insert, slide
from tests.validators.planted.planting import Edit, Fault, swap

WIDTH, HEIGHT = 12192000, 6858000


def moved(number: int, name: str, pattern: str, replacement: str) -> Edit:
    """Change the first place after a shape's name."""
    return swap(slide(number), f'(name="{name}".*?){pattern}', rf"\g<1>{replacement}")


MISPLACED: dict[str, Fault] = {
    "a slide that is not 16:9": Fault(
        swap(MAIN, 'cx="12192000"', 'cx="13000000"'),
        ("document: the slides are 13000000 x 6858000 EMU, not 16:9",),
    ),
    "a slide declared as 4:3": Fault(
        swap(MAIN, 'cy="6858000"/', 'cy="6858000" type="screen4x3"/'),
        ("document: the slides are declared as screen4x3",),
    ),
    "beyond the right side": Fault(
        moved(2, "picture", 'x="508000"', 'x="11430001"'),
        ("slide 2: 'picture': leaves the slide (11430001, 3302000 to 12192001, 4064000)",),
    ),
    "beyond the bottom": Fault(
        moved(2, "picture", 'y="3302000"', 'y="6096001"'),
        ("slide 2: 'picture': leaves the slide (508000, 6096001 to 1270000, 6858001)",),
    ),
    "left of the slide": Fault(
        moved(2, "picture", 'x="508000"', 'x="-1"'),
        ("slide 2: 'picture': leaves the slide (-1, 3302000 to 761999, 4064000)",),
    ),
    "in a group, by the group": Fault(
        moved(2, "group", '<a:ext cx="3810000"', '<a:ext cx="11430000"'),
        (
            "slide 2: 'group': leaves the slide (5080000, 3810000 to 16510000, 4953000)",
            "slide 2: 'line': leaves the slide (5080000, 3810000 to 16510000, 4064000)",
            "slide 2: 'axis label': leaves the slide (5842000, 4572000 to 13462000, 4953000)",
        ),
    ),
    "in a group, by the child": Fault(
        moved(2, "axis label", 'cx="2540000"', 'cx="6985000"'),
        ("slide 2: 'axis label': leaves the slide (5334000, 4572000 to 12319000, 4953000)",),
    ),
    "in a choice for newer versions": Fault(
        insert(
            3,
            '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
            'markup-compatibility/2006"><mc:Choice Requires="a">'
            + box("chosen", "text", (WIDTH, 0, 2000000, 400000))
            + "</mc:Choice></mc:AlternateContent>",
        ),
        ("slide 3: 'chosen': leaves the slide (12192000, 0 to 14192000, 400000)",),
    ),
    "turned out of the slide": Fault(
        insert(3, box("turned", "text", (9600000, 6200000, 2000000, 400000), xfrm='rot="5400000"')),
        ("slide 3: 'turned': leaves the slide (10400000, 5400000 to 10800000, 7400000)",),
    ),
    "no width": Fault(
        moved(2, "line", 'cx="3810000"', 'cx="0"'),
        ("slide 2: 'line': has no area (0 x 254000)",),
    ),
    "no height": Fault(
        moved(2, "line", 'cy="254000"', 'cy="0"'),
        ("slide 2: 'line': has no area (3810000 x 0)",),
    ),
    "negative": Fault(
        moved(2, "panel", 'cx="3810000"', 'cx="-3810000"'),
        ("slide 2: 'panel': has no area (-3810000 x 1270000)",),
    ),
    "a group that maps from nothing": Fault(
        moved(2, "group", '<a:chExt cx="3810000"', '<a:chExt cx="0"'),
        ("slide 2: 'group': has no area (3810000 x 1143000)",),
    ),
    "without a place": Fault(
        moved(2, "picture", "<a:xfrm>.*?</a:xfrm>", ""),
        ("slide 2: 'picture': has no place",),
    ),
    "a table frame lower than its rows": Fault(
        moved(4, "table", 'cy="1143000"', 'cy="1142000"'),
        ("slide 4: 'table': the rows are 1143000 high, the frame 1142000",),
    ),
    "a table frame wider than its columns": Fault(
        moved(4, "table", 'cx="7620000"', 'cx="7620001"'),
        ("slide 4: 'table': the columns are 7620000 wide, the frame 7620001",),
    ),
    "a table in the footers": Fault(
        moved(4, "table", 'y="1524000"', 'y="5207001"'),
        ("slide 4: 'table': reaches into the footers",),
    ),
    "text on text": Fault(
        insert(3, box("first", "a", id_=51) + box("second", "b", (8000000, 5890000, 9600, 400000))),
        ("slide 3: 'first' and 'second' overlap (1.0 x 1.0 px)",),
    ),
    "text on a chart": Fault(
        insert(3, box("on chart", "a", (508000, 1524000, 400000, 400000))),
        ("slide 3: 'chart' and 'on chart' overlap (42.0 x 42.0 px)",),
    ),
    "text on a table": Fault(
        insert(4, box("on table", "a", (508000, 1524000, 400000, 400000))),
        ("slide 4: 'table' and 'on table' overlap (42.0 x 42.0 px)",),
    ),
    "text on a text in a group": Fault(
        insert(2, box("on group", "a", (5334000, 4572000, 400000, 400000))),
        ("slide 2: 'axis label' and 'on group' overlap (42.0 x 40.0 px)",),
    ),
}

WELL_PLACED: dict[str, Edit] = {
    "texts that share a pixel": insert(
        3, box("first", "a", id_=51) + box("second", "b", (8000000, 5890475, 2000000, 400000))
    ),
    "text on an empty filled shape": insert(
        3, box("panel", id_=51, paint=fill("101828")) + box("label", "b", font=fill("FFFFFF"))
    ),
    "to the last EMU of the slide": insert(
        3, box("corner", "a", (WIDTH - 400000, HEIGHT - 400000, 400000, 400000))
    ),
    "a table that touches the footers": moved(4, "table", 'y="1524000"', 'y="5207000"'),
}
