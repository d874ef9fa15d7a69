"""The rules of Microsoft's accessibility checker, as far as the file can answer them.

Beyond the checker: the least text sizes, the language of every run, speaker notes on every slide,
and the contrast with whatever lies behind a text instead of with its own box alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.validators.alt_text import alt_text_findings
from tests.validators.colours import Palette
from tests.validators.contrast import contrast_findings
from tests.validators.language import language_findings
from tests.validators.link_texts import link_faults
from tests.validators.package import Package, opened
from tests.validators.shapes import Shape, Slide, slides_of
from tests.validators.text_style import Run, Styles
from tests.validators.xmlnames import DUBLIN_CORE, P14, A, P

LEAST_SIZE, LEAST_TABLE_SIZE, LEAST_NOTE_SIZE = 12.0, 11.0, 10.0
NOTE_NAMES = ("axis", "note")

GENERIC_SECTION = re.compile(r"((default|untitled) section|section \d*)?", re.IGNORECASE)


def accessibility_findings(pptx: bytes) -> list[str]:
    """Every breach of the rules, as `slide n: 'shape': what is wrong`; empty when there is none.

    Expects a file in which `structure_findings` finds nothing; raises ValueError when it cannot
    follow the slides to their layouts and themes.
    """
    package = opened(pptx)
    slides = slides_of(package)
    found = [*_document_findings(package), *_section_findings(package), *_same_titles(slides)]
    for slide in slides:
        found += _slide_findings(package, slide)
    return found + list(language_findings(package))


def _slide_findings(package: Package, slide: Slide) -> Iterator[str]:
    palette = Palette(slide)
    main = package.related_tree("", "officeDocument")
    styles = Styles(slide, palette, None if main is None else main[1].find(P + "defaultTextStyle"))
    targets = {relation.id: relation.target for relation in package.relations[slide.part]}
    where = f"slide {slide.number}"
    yield from (f"{where}: {fault}" for fault in _title_faults(slide))
    yield from (f"{where}: {fault}" for fault in _order_faults(slide))
    yield from (f"{where}: {fault}" for fault in alt_text_findings(slide.shapes))
    if not _notes_text(slide):
        yield f"{where}: has no speaker notes"
    for shape in slide.walk():
        runs = list(styles.runs(shape))
        faults = [*_table_faults(shape), *_size_faults(shape, runs), *link_faults(runs, targets)]
        yield from (f"{where}: {shape.name!r}: {fault}" for fault in faults)
    yield from contrast_findings(slide, palette, styles)


def _document_findings(package: Package) -> Iterator[str]:
    core = package.related_tree("", "core-properties")
    for name in ("title", "language"):
        if core is None or not (core[1].findtext(DUBLIN_CORE + name) or "").strip():
            yield f"document: has no {name}"


def _section_findings(package: Package) -> Iterator[str]:
    main = package.related_tree("", "officeDocument")
    sections = [] if main is None else list(main[1].iter(P14 + "section"))
    names = [(section.get("name") or "").strip() for section in sections]
    for position, name in enumerate(names):
        if GENERIC_SECTION.fullmatch(name):
            yield f"document: the section name {name!r} says nothing"
        elif name.casefold() in (other.casefold() for other in names[:position]):
            yield f"document: two sections are named {name!r}"


def _titles(slide: Slide) -> list[Shape]:
    return [shape for shape in slide.walk() if shape.is_title]


def _title_text(slide: Slide) -> str:
    return " ".join(" ".join(title.text for title in _titles(slide)).split())


def _title_faults(slide: Slide) -> Iterator[str]:
    titles = _titles(slide)
    if not titles:
        yield "has no title"
    if len(titles) > 1:
        yield "has more than one title"
    if titles and not _title_text(slide):
        yield "has an empty title"


def _same_titles(slides: tuple[Slide, ...]) -> Iterator[str]:
    first: dict[str, int] = {}
    for slide in slides:
        title = _title_text(slide)
        if title and (other := first.setdefault(title.casefold(), slide.number)) != slide.number:
            yield f"slide {slide.number}: has the title of slide {other}: {title!r}"


def _order_faults(slide: Slide) -> Iterator[str]:
    """The title is read first, dates, footers and slide numbers last."""
    titles = _titles(slide)
    if titles and slide.shapes[0] is not titles[0]:
        yield "the title is not first in the reading order"
    is_footer = [shape.is_footer for shape in slide.shapes]
    if is_footer != sorted(is_footer):
        yield "a footer is not last in the reading order"


def _notes_text(slide: Slide) -> str:
    bodies = [] if slide.notes is None else list(slide.notes.iter(P + "sp"))
    texts = (
        text.text or ""
        for body in bodies
        if any(ph.get("type") == "body" for ph in body.iter(P + "ph"))
        for text in body.iter(A + "t")
    )
    return "".join(texts).strip()


def _table_faults(shape: Shape) -> Iterator[str]:
    if shape.kind != "table":
        return
    properties = next(shape.element.iter(A + "tblPr"), None)
    if properties is None or properties.get("firstRow") not in ("1", "true"):
        yield "has no header row"
    spans = ("gridSpan", "rowSpan", "hMerge", "vMerge")
    if any(cell.get(name) for cell in shape.element.iter(A + "tc") for name in spans):
        yield "has merged cells"


def _size_faults(shape: Shape, runs: list[Run]) -> Iterator[str]:
    least = _least_size(shape)
    for size in sorted({run.size for run in runs if run.size < least}):
        yield f"text of {size:g} pt, less than {least:g} pt"


def _least_size(shape: Shape) -> float:
    if shape.kind == "table":
        return LEAST_TABLE_SIZE
    is_note = shape.is_footer or shape.name.casefold().startswith(NOTE_NAMES)
    return LEAST_NOTE_SIZE if is_note else LEAST_SIZE
