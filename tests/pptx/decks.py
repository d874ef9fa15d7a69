"""A deck by hand with every kind of item on it, and its smallest parts."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from datetime import UTC, datetime

from deckgen.postmortem.fields import Picture as PictureFile
from deckgen.postmortem.vocabulary import IconName
from deckgen.pptx import (
    EmbeddedSource,
    Provenance,
    Template,
    embedded_source,
    open_template,
    provenance,
    write_deck,
)
from deckgen.scene.deck import Deck, Footer, Placeholder, Properties, Section, Slide
from deckgen.scene.geometry import Box, Emu, points
from deckgen.scene.icons import icon
from deckgen.scene.shapes import (
    Cell,
    ChartLine,
    Geometry,
    Group,
    Item,
    Line,
    LineChart,
    LineTo,
    MoveTo,
    Path,
    Picture,
    Row,
    Shape,
    Table,
    TextBox,
)
from deckgen.scene.text import Align, Anchor, Paragraph, Run, TextFrame
from tests.builders import box

INK, ACCENT, PAPER, RULE = "#1F2A37", "#0B3C5D", "#FFFFFF", "#C9D1DA"
SOURCE = EmbeddedSource("checkout.yaml", b"title: Checkout down\r\n", "0.0")
PADDING = points(6)


def paragraph(
    text: str, size: float = 14, colour: str = INK, align: Align = Align.LEFT
) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph((Run(text, size, colour),), 1.2 * size, align)


def frame(*texts: str | Paragraph, anchor: Anchor = Anchor.TOP) -> TextFrame:
    """A frame with a small padding."""
    paragraphs = tuple(text if isinstance(text, Paragraph) else paragraph(text) for text in texts)
    return TextFrame(paragraphs, anchor, PADDING, PADDING, PADDING, PADDING)


def text_box(text: str | Paragraph, place: Box | None = None, name: str = "text") -> TextBox:
    """A text box with one paragraph."""
    return TextBox(name, place or box(1, 2, 4, 1), frame(text))


def png(red: int, side: int = 8) -> PictureFile:
    """A square picture of one colour."""
    row = b"\0" + bytes((red, 60, 90)) * side
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(row * side)), (b"IEND", b""))
    data = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
    return PictureFile("img/shot.png", data, "png", side, side)


def picture(file: PictureFile, place: Box | None = None) -> Picture:
    """The picture in a box."""
    return Picture("screenshot", place or box(9.5, 4.5, 2, 2), file, "Error rate of the checkout")


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>'


def drawing(svg: bytes = SVG, place: Box | None = None) -> Picture:
    """A picture for readers that draw SVG, with one behind it for all others."""
    return replace(picture(png(90), place), name="drawing", vector=svg)


def chart(*names: str, place: Box | None = None) -> LineChart:
    """A chart of 02:00 to 03:00 on 8 January 2025, a line of three readings for each name."""
    lines = tuple(
        ChartLine(
            name,
            ((45665.125, 0.5 * n), (45665.14, 40.25), (45665.15, 1e-05)),
            Line(ACCENT, points(2), dashed=n > 0),
            None if n else points(4),
        )
        for n, name in enumerate(names)
    )
    return LineChart(
        name="plot:1",
        box=place or box(1, 2, 6, 3),
        lines=lines,
        times=(45665.125, 45665 + 1 / 6),
        values=(0.0, 50.0),
        heading="Time (UTC)",
        alt="Line chart: Checkout errors, %.",
    )


def table(rows: int = 4) -> Table:
    """A table of a header and further rows, with a bullet list in the last cell."""
    header = Row(tuple(_cell(text, PAPER, ACCENT) for text in ("ID", "Action", "Due")), points(30))
    body = [
        Row(tuple(map(_cell, (f"A{n}", "Add a canary & measure <p99>", "2025-01-15"))), points(28))
        for n in range(1, rows)
    ]
    height = Emu(sum(row.height for row in (header, *body)))
    widths = (points(60), points(400), points(110))
    place = box(0.5, 1.5, 0, 0)
    place = Box(place.x, place.y, Emu(sum(widths)), height)
    return Table("deckgen:actions", place, widths, (header, *body), RULE, "Actions with due dates")


def _cell(text: str, colour: str = INK, fill: str | None = None) -> Cell:
    return Cell(frame(paragraph(text, 13, colour), anchor=Anchor.MIDDLE), fill)


def timeline() -> Group:
    """A group of labels, markers, a dashed leader and a rule without height."""
    place = box(0.5, 3.9, 8.5, 2.3)
    children: list[Item] = []
    for n in range(4):
        x = Emu(place.x + n * place.width // 4)
        label = Box(x, place.y, Emu(place.width // 4 - 90_000), points(40))
        marker = Box(x, Emu(place.y + points(80)), points(10), points(10))
        leader = Box(x, label.bottom, points(12), Emu(marker.y - label.bottom))
        children += [
            TextBox(f"event:E{n}:label", label, frame(paragraph(f"02:1{n} Deploy", 12))),
            Shape(f"event:E{n}:marker", marker, Geometry.ELLIPSE, ACCENT),
            Path(
                f"event:E{n}:leader",
                leader,
                (MoveTo(leader.x, leader.y), LineTo(leader.right, leader.bottom)),
                line=Line("#5B6776", points(1), dashed=True),
            ),
        ]
    axis = Box(place.x, Emu(place.y + points(100)), place.width, Emu(0))
    rule = (MoveTo(axis.x, axis.y), LineTo(axis.right, axis.y))
    children.append(Path("axis", axis, rule, line=Line(INK, points(1.5))))
    return Group("Timeline", place, tuple(children), "Timeline of four events from 02:10 to 02:13")


def shapes() -> list[Item]:
    """Each predefined outline once, with text in the first."""
    return [
        Shape(
            f"figure {geometry.value}",
            box(0.6 + 1.5 * n, 4.2, 1.2, 1.0),
            geometry,
            fill="#E3ECF3",
            line=Line(ACCENT, points(1)),
            frame=frame(paragraph("Text", 12)) if n == 0 else None,
            alt=None if n else "",
        )
        for n, geometry in enumerate(Geometry)
    ]


def paragraphs_of_every_kind() -> TextFrame:
    """Mixed looks, bullets, a link, an empty paragraph, and text from right to left."""
    link = Run("the incident's ticket", 14, "#175CD3", link="https://example.com/i?a=1&b=2")
    mixed = (Run("Bold", 14, INK, bold=True), Run(" and italic, ", 14, INK, italic=True), link)
    return frame(
        Paragraph(mixed, 16.8),
        Paragraph((Run("A bullet whose text hangs", 14, INK),), 16.8, bullet="•", hang=points(14)),
        Paragraph((Run("", 14, INK),), 16.8),
        Paragraph((Run("שלום עולם", 14, INK),), 16.8, space_before=4),
        paragraph("支払いが 45 分間停止", align=Align.RIGHT),
        paragraph('centred  <&> "quoted"', align=Align.CENTRE),
    )


def slide(
    title: str, *items: Item, layout: str = "Title Only", notes: tuple[str, ...] = ("Say it.",)
) -> Slide:
    """A slide with these items."""
    return Slide("sample", layout, Placeholder("title", box(0, 0, 1, 1), title), items, notes, 1.0)


def cover() -> Slide:
    """The first slide, with a title in a size of its own."""
    return Slide(
        layout="title",
        slide_layout="Title Slide",
        title=Placeholder("ctrTitle", box(0, 0, 1, 1), "Checkout <down> & out", 36),
        items=(text_box("12,000 customers could not pay", box(1, 4.4, 8, 0.6)),),
        notes=("Welcome.", "We are here to learn."),
        subtitle=Placeholder("subTitle", box(0, 0, 1, 1), "INC-1"),
    )


def deck(*slides: Slide) -> Deck:
    """A deck of one section."""
    return Deck(
        (Section("Summary", slides),),
        Footer("8 Jan 2025", "INC-2025-0115"),
        Properties("Checkout down", "Postmortem", ("cache",), datetime(2025, 1, 9, tzinfo=UTC)),
    )


def full_deck() -> Deck:
    """A deck that has everything a deck can have."""
    file = png(200)
    bulb = icon(IconName.LIGHTBULB, box(10, 1.6, 1.5, 1.5), ACCENT, "Light bulb")
    text = TextBox("body", box(0.5, 1.5, 8, 2.2), paragraphs_of_every_kind())
    first = (cover(), slide("Text of every kind", text), slide("Shapes", *shapes(), bulb))
    second = (
        slide("Table and pictures", table(), picture(file), picture(png(20), box(7, 4.5, 2, 2))),
        slide("Timeline", timeline(), picture(file)),
        slide("Impact", chart("Checkout errors", "Threshold 1%"), drawing()),
        slide("Key Learning", text_box("Canaries first"), layout="Key Learning"),
    )
    base = deck()
    return Deck(
        (Section("Summary", first), Section("What happened", second)), base.footer, base.properties
    )


def written(deck: Deck, template: Template | None = None, source: EmbeddedSource = SOURCE) -> bytes:
    """The .pptx file of a deck, on deckgen's own template where none is given."""
    return write_deck(deck, template or open_template(), source)


def origin(pptx: bytes) -> Provenance:
    """Where the file of these bytes comes from."""
    return provenance(io.BytesIO(pptx))


def inside(pptx: bytes) -> tuple[str, bytes] | None:
    """Name and content of the source inside a deck."""
    return embedded_source(io.BytesIO(pptx))
