"""Templates: a file whose layouts a deck is drawn on, deckgen's own or a user's."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from pathlib import Path

from deckgen.assets import assets_dir
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.files import read_file
from deckgen.layout import PageBoxes, TitleSizes
from deckgen.pptx.archive import OF_TEMPLATE, ArchiveError, archive_entries
from deckgen.pptx.markup import PRESENTATION_ML
from deckgen.pptx.relationships import PACKAGE, PartError, Parts
from deckgen.pptx.slide_layouts import SlideLayout, int_of, required, slide_layouts
from deckgen.pptx.template_backgrounds import background_of
from deckgen.pptx.template_choice import (
    COVER,
    TITLE_ONLY,
    Size,
    check_places,
    chosen_layouts,
    footer,
    page_boxes,
)
from deckgen.pptx.template_fonts import fonts_of, set_in
from deckgen.pptx.template_properties import without_properties
from deckgen.scene.geometry import EMU_PER_INCH

_OWN = "deckgen's own template"
_OLD_OR_ENCRYPTED = b"\xd0\xcf\x11\xe0"
_SAVE_AS = "save it in PowerPoint as a presentation (.pptx) or a template (.potx)"
_WIDE = 16 / 9
_TOLERANCE = 0.01
_KEPT = 2
"""How many templates a process keeps open; one may take hundreds of megabytes."""


@dataclass(frozen=True, eq=False)
class Template:
    """Where a template has room, and what slides are drawn on.

    `boxes` are the placeholders' less their insets, and the body; `slide_size` is width and height
    in EMU. `fonts` are the families its masters and layouts name. `remarks` say what of the file
    was left out. `backgrounds` are the colours behind the layouts, by their parts.
    """

    name: str
    slide_size: Size
    boxes: PageBoxes
    title_sizes: TitleSizes
    fonts: frozenset[str]
    remarks: tuple[Diagnostic, ...]
    presentation: str = field(repr=False)
    parts: Parts = field(repr=False)
    layouts: Mapping[str, SlideLayout] = field(repr=False)
    backgrounds: Mapping[str, str | None] = field(repr=False)

    def layout(self, name: str) -> SlideLayout:
        """Return the layout of that name, or the one with nothing but a title."""
        return self.layouts.get(name, self.layouts[TITLE_ONLY])

    def background(self, name: str) -> str | None:
        """Return the colour `#RRGGBB` of the layout of that name, None where it is not just one."""
        return self.backgrounds[self.layout(name).part]

    def with_font(self, family: str) -> Template:
        """Return the template set in `family`: its theme, and whatever it sets in another font.

        Texts are measured in one family, and inherit it from here.
        """
        if self.fonts == {family}:
            return self
        parts = set_in(self.parts, self.presentation, family)
        return replace(self, parts=parts, fonts=frozenset((family,)))

    def without_properties(self) -> Template:
        """Return the template without the properties and labels of its file, for the public."""
        return replace(self, parts=without_properties(self.parts))


@dataclass(frozen=True)
class TemplateFile:
    """A .pptx or .potx file as it was read: how faults name it, and its bytes."""

    name: str
    data: bytes = field(repr=False)


def read_template(path: Path) -> TemplateFile:
    """Return the template file `path`, not opened yet; raise InputError where it cannot be read."""
    name = str(path)
    return TemplateFile(name, read_file(path, name, "template", OF_TEMPLATE.bytes_together))


def open_template(file: TemplateFile | None = None) -> Template:
    """Return the template in a .pptx or .potx file, deckgen's own without a `file`.

    Slides, macros and links out of it are left out. A process opens a file once. Raises InputError
    that names the file when it cannot be read safely, is no presentation, is not 16:9, or has no
    layouts with enough room.
    """
    return _own_template() if file is None else _opened(file)


@cache
def _own_template() -> Template:
    # It has nothing to clean away, which a test holds.
    parts = _parts((assets_dir() / "template.pptx").read_bytes())
    return _described(_OWN, parts, parts.related(PACKAGE, "officeDocument")[0])


@lru_cache(_KEPT)
def _opened(file: TemplateFile) -> Template:
    from deckgen.pptx.template_cleaning import cleaned  # deckgen's own template does without

    name, data = file.name, file.data
    if data.startswith(_OLD_OR_ENCRYPTED):
        raise InputError.about(
            name, "is protected by a password, or an old .ppt file", f"{_SAVE_AS}, without password"
        )
    try:
        return _described(name, *cleaned(_parts(data)))
    except (ArchiveError, PartError) as fault:
        raise InputError.about(name, str(fault), fault.hint or _SAVE_AS) from fault


def _parts(data: bytes) -> Parts:
    return Parts(dict(archive_entries(io.BytesIO(data), OF_TEMPLATE)))


def _described(
    name: str, parts: Parts, presentation: str, remarks: tuple[str, ...] = ()
) -> Template:
    size = _slide_size(name, parts, presentation)
    layouts = slide_layouts(parts, presentation)
    chosen = chosen_layouts(layouts)
    check_places(chosen, size)
    cover, foot = chosen[COVER], footer(chosen)
    return Template(
        name=name,
        slide_size=size,
        boxes=page_boxes(layouts, chosen, size),
        title_sizes=TitleSizes(
            cover_title=required(cover.title).size,
            cover_subtitle=required(cover.subtitle).size,
            title=required(chosen[TITLE_ONLY].title).size,
            footer=0.0 if foot is None else foot.size,
        ),
        fonts=fonts_of(parts, presentation),
        remarks=tuple(Diagnostic(name, 0, 0, r, severity="warning") for r in remarks),
        presentation=presentation,
        parts=parts,
        layouts=chosen,
        backgrounds={x.part: background_of(parts, x.part) for x in chosen.values()},
    )


def _slide_size(name: str, parts: Parts, presentation: str) -> Size:
    element = parts.tree(presentation).find(f"{{{PRESENTATION_ML}}}sldSz")
    width, height = (int_of(element, side) if element is not None else 0 for side in ("cx", "cy"))
    if not height or abs(width / height / _WIDE - 1) > _TOLERANCE:
        shape = f"{width / EMU_PER_INCH:.1f} x {height / EMU_PER_INCH:.1f} inches"
        hint = "in PowerPoint: Design, Slide Size, Widescreen (16:9)"
        raise InputError.about(name, f"has slides of {shape}; a deck is 16:9", hint)
    return width, height
