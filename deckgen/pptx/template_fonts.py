"""The font families of a template: which it names, and how to set it in another."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from deckgen.pptx.markup import DRAWING_ML
from deckgen.pptx.relationships import Parts, serialised

_A = f"{{{DRAWING_ML}}}"
_OF_THEME = "+"
"""How a typeface starts that is the theme's: `+mj-lt` for titles, `+mn-lt` for the rest."""


def fonts_of(parts: Parts, presentation: str) -> frozenset[str]:
    """Return the families that slides inherit for Latin letters, by the theme or named outright."""
    return frozenset(
        font.get("typeface", "")
        for name in _styled(parts, presentation)
        for font in _named_fonts(parts.tree(name))
    )


def set_in(parts: Parts, presentation: str, family: str) -> Parts:
    """Return the parts with every inherited font replaced by `family`.

    It is named in the themes and nowhere else, so that one choice in PowerPoint changes it again.
    """
    names = _styled(parts, presentation)
    return parts.replaced({**parts.content, **{n: _part_set_in(parts, n, family) for n in names}})


def _part_set_in(parts: Parts, name: str, family: str) -> bytes:
    tree = parts.copied_tree(name)
    fonts = list(_named_fonts(tree))
    for font in fonts:
        is_theme = tree.tag == f"{_A}theme"
        font.set("typeface", family if is_theme else f"{_OF_THEME}mn-lt")
    return serialised(tree) if fonts else parts.content[name]


def _styled(parts: Parts, presentation: str) -> list[str]:
    """Return the parts whose text styles slides inherit."""
    masters = parts.related(presentation, "slideMaster")
    names = [presentation, *masters]
    for master in masters:
        names += parts.related(master, "slideLayout") + parts.related(master, "theme")
    return list(dict.fromkeys(names))


def _named_fonts(tree: etree._Element) -> Iterator[etree._Element]:
    scheme = tree.iterfind(f"{_A}themeElements/{_A}fontScheme/*/{_A}latin")
    inherited = (
        font for style in tree.iter(f"{_A}defRPr") for font in style.iterchildren(f"{_A}latin")
    )
    for font in (*scheme, *inherited):
        if not font.get("typeface", _OF_THEME).startswith(_OF_THEME):
            yield font
