"""The slide master and its layouts: where things stand on the page and how text is set."""

from __future__ import annotations

from dataclasses import dataclass

from assets.make_template.drawing import (
    COLOUR_MAP,
    NAMESPACES,
    SLIDE_NUMBER,
    Bar,
    Box,
    Level,
    Placeholder,
    Shape,
    inches,
    levels,
    paragraphs,
    shape_tree,
)

SLIDE_WIDTH, SLIDE_HEIGHT = 12_192_000, 6_858_000
_MARGIN = inches(0.5)
_CONTENT_WIDTH = SLIDE_WIDTH - 2 * _MARGIN
_BODY_TOP, _BODY_HEIGHT = inches(1.45), inches(5.4)
_HALF_WIDTH = inches(6)
_INDENT = inches(0.25)
_COVER_LEFT, _COVER_WIDTH = inches(0.95), inches(11.4)
_FIRST_LAYOUT_ID = 2_147_483_649

_TITLE_STYLE = Level(
    size=26, bold=True, colour="tx2", font="mj", align="l", line_spacing_percent=95, space_before=0
)
_BODY_STYLE = tuple(
    Level(
        size=size,
        colour="tx1",
        font="mn",
        align="l",
        margin=depth * _INDENT,
        hanging=_INDENT,
        bullet="\u2022" if depth % 2 else "\u2013",
        line_spacing_percent=100,
        space_before=8 if depth == 1 else 4,
    )
    for depth, size in enumerate((20, 18, 16, 14, 14, 14, 14, 14, 14), start=1)
)
_OTHER_STYLE = tuple(
    Level(size=18, colour="tx1", font="mn", align="l", margin=depth * _INDENT) for depth in range(9)
)


@dataclass(frozen=True, slots=True)
class Layout:
    """One slide layout; `kind` is its ST_SlideLayoutType, empty for one of our own making."""

    name: str
    kind: str
    shapes: tuple[Shape, ...]

    def xml(self) -> str:
        """Return the `p:sldLayout` document."""
        kind = f'type="{self.kind}"' if self.kind else 'userDrawn="1"'
        return f"""
            <p:sldLayout {NAMESPACES} {kind} preserve="1">
              <p:cSld name="{self.name}">{shape_tree((*self.shapes, *_footers()))}</p:cSld>
              <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>
            </p:sldLayout>"""


def layouts() -> tuple[Layout, ...]:
    """Return the layouts in the order in which PowerPoint offers them."""
    left = Box(_MARGIN, _BODY_TOP, _HALF_WIDTH, _BODY_HEIGHT)
    right = Box(SLIDE_WIDTH - _MARGIN - _HALF_WIDTH, _BODY_TOP, _HALF_WIDTH, _BODY_HEIGHT)
    return (
        Layout("Title Slide", "title", _cover("ctrTitle", "subTitle", 1.25, 1.75, 40)),
        Layout("Title and Content", "obj", (_title(), _content("Content", 1))),
        Layout(
            "Two Content",
            "twoObj",
            (_title(), _content("Left Content", 1, left), _content("Right Content", 2, right)),
        ),
        Layout("Title Only", "titleOnly", (_title(),)),
        Layout("Key Learning", "", (_edge_bar(0.12), _title("Key Learning"))),
        Layout("Section Header", "secHead", _cover("title", "body", 2.3, 1.5, 36)),
        Layout("Blank", "blank", ()),
    )


def master(layout_count: int) -> str:
    """Return the `p:sldMaster` document, whose relationships begin with its layouts."""
    layout_ids = "".join(
        f'<p:sldLayoutId id="{_FIRST_LAYOUT_ID + index}" r:id="rId{index + 1}"/>'
        for index in range(layout_count)
    )
    return f"""
        <p:sldMaster {NAMESPACES}>
          <p:cSld>
            <p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>
            {shape_tree(_master_shapes())}
          </p:cSld>
          {COLOUR_MAP}
          <p:sldLayoutIdLst>{layout_ids}</p:sldLayoutIdLst>
          <p:hf hdr="0" ftr="0" dt="0"/>
          <p:txStyles>
            <p:titleStyle>{levels((_TITLE_STYLE,))}</p:titleStyle>
            <p:bodyStyle>{levels(_BODY_STYLE)}</p:bodyStyle>
            <p:otherStyle>{levels(_OTHER_STYLE)}</p:otherStyle>
          </p:txStyles>
        </p:sldMaster>"""


def default_text_style() -> str:
    """Return the `p:defaultTextStyle` of the presentation: text boxes and new shapes."""
    return f"<p:defaultTextStyle>{levels(_OTHER_STYLE)}</p:defaultTextStyle>"


def _master_shapes() -> tuple[Shape, ...]:
    title = Placeholder(
        name="Title",
        kind="title",
        text=paragraphs("Click to edit the title"),
        box=Box(_MARGIN, inches(0.35), _CONTENT_WIDTH, inches(0.9)),
        anchor="b",
        zero_insets=True,
        shrinks=True,
    )
    body = Placeholder(
        name="Body",
        kind="body",
        index=1,
        text=paragraphs(
            "First level", "Second level", "Third level", "Fourth level", "Fifth level"
        ),
        box=Box(_MARGIN, _BODY_TOP, _CONTENT_WIDTH, _BODY_HEIGHT),
        zero_insets=True,
        shrinks=True,
    )
    return title, body, *_footers(boxes=True)


def _footers(boxes: bool = False) -> tuple[Placeholder, ...]:
    """Return date, footer and slide number; with `boxes` as the master sets them.

    None is empty: LibreOffice sets a slide's footer in Times where its layout has no text.
    """
    side, number_width = inches(3.6), inches(2.5)
    columns = (
        ("Date", "dt", "l", "half", paragraphs("Date"), _MARGIN, inches(2.9)),
        ("Footer", "ftr", "ctr", "quarter", paragraphs("Footer"), side, SLIDE_WIDTH - 2 * side),
        (
            "Slide Number",
            "sldNum",
            "r",
            "quarter",
            SLIDE_NUMBER,
            SLIDE_WIDTH - _MARGIN - number_width,
            number_width,
        ),
    )
    return tuple(
        Placeholder(
            name=name,
            kind=kind,
            index=index,
            share=share,
            text=text,
            box=Box(x, inches(7.02), width, inches(0.28)) if boxes else None,
            anchor="ctr" if boxes else None,
            zero_insets=boxes,
            style=(Level(size=10, colour="accent3", align=align, margin=0),) if boxes else (),
        )
        for index, (name, kind, align, share, text, x, width) in enumerate(columns, start=10)
    )


def _title(prompt: str = "The title states the finding") -> Placeholder:
    return Placeholder(name="Title", kind="title", text=paragraphs(prompt), prompt=True)


def _content(name: str, index: int, box: Box | None = None) -> Placeholder:
    return Placeholder(
        name=name,
        kind="obj",
        index=index,
        text=paragraphs("Text, a table or a chart"),
        box=box,
        share="half" if box else None,
        prompt=True,
    )


def _cover(
    title_kind: str, subtitle_kind: str, top_inches: float, height_inches: float, size: int
) -> tuple[Shape, ...]:
    """Return a slide without body: accent bar, large title, a grey line or two under it."""
    top, height = inches(top_inches), inches(height_inches)
    title = Placeholder(
        name="Title",
        kind=title_kind,
        text=paragraphs("Title"),
        box=Box(_COVER_LEFT, top, _COVER_WIDTH, height),
        anchor="b",
        style=(Level(size=size, bold=True),),
        prompt=True,
    )
    subtitle = Placeholder(
        name="Subtitle",
        kind=subtitle_kind,
        index=1,
        text=paragraphs("Subtitle"),
        box=Box(_COVER_LEFT, top + height + inches(0.15), _COVER_WIDTH, inches(1)),
        style=(Level(size=20, colour="accent3", margin=0),),
        prompt=True,
    )
    return _edge_bar(0.28), title, subtitle


def _edge_bar(width_inches: float) -> Bar:
    return Bar("Accent bar", Box(0, 0, inches(width_inches), SLIDE_HEIGHT), "accent1")
