"""The colour behind everything on a slide layout, as far as it is one (ECMA-376 part 1, p:bg)."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping

from lxml import etree

from deckgen.pptx.markup import DRAWING_ML, PRESENTATION_ML
from deckgen.pptx.relationships import PartError, Parts

_A, _P = f"{{{DRAWING_ML}}}", f"{{{PRESENTATION_ML}}}"
_WHITE = "#FFFFFF"
_PRESETS = {"white": _WHITE, "black": "#000000"}
_OF_STYLE = "phClr"
"""How a style of the theme names the colour that whoever refers to it brings along."""

_FIRST_BACKGROUND_STYLE = 1_001
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{6}")
_PERCENT = re.compile(r"[0-9]{1,7}")
_WHOLE = 100_000


def background_of(parts: Parts, layout: str) -> str | None:
    """Return the colour `#RRGGBB` behind what is drawn on the part `layout`.

    None where it is more than one, as in a picture or a gradient, or is not said in a way that is
    understood here. Raises PartError when the layout has no master, or that has no theme.
    """
    master = _related(parts, layout, "slideMaster", "a slide layout without a master")
    theme = parts.tree(_related(parts, master, "theme", "a slide master without a theme"))
    if parts.related(layout, "themeOverride"):
        return None
    colours = _scheme(theme, parts.tree(layout), parts.tree(master))
    for name in (layout, master):
        background = parts.tree(name).find(f"{_P}cSld/{_P}bg")
        if background is not None:
            return _painted(background, theme, colours)
    return _WHITE


def _related(parts: Parts, source: str, kind: str, lacking: str) -> str:
    found = [name for name in parts.related(source, kind) if name in parts.content]
    if not found:
        hint = "open it in PowerPoint, which mends it, and save it again"
        raise PartError(f"has {lacking}", hint)
    return found[0]


def _scheme(
    theme: etree._Element, layout: etree._Element, master: etree._Element
) -> dict[str, str | None]:
    """Return the colours of the theme by all names under which the layout knows them."""
    scheme = theme.find(f"{_A}themeElements/{_A}clrScheme")
    rows = [] if scheme is None else list(scheme.iterchildren("*"))
    colours = {str(row.tag).removeprefix(_A): _colour(row, {}) for row in rows}
    own = layout.find(f"{_P}clrMapOvr/{_A}overrideClrMapping")
    names = own if own is not None else master.find(f"{_P}clrMap")
    mapped = {} if names is None else dict(names.items())
    return colours | {str(name): colours.get(str(mapped[name])) for name in mapped}


def _painted(
    background: etree._Element, theme: etree._Element, colours: Mapping[str, str | None]
) -> str | None:
    reference = background.find(f"{_P}bgRef")
    if reference is None:
        properties = background.find(f"{_P}bgPr")
        fill = None if properties is None else next(properties.iterchildren("*"), None)
        return _filled(fill, colours)
    of_style = _colour(reference, colours)
    return _filled(_style(theme, reference.get("idx", "")), {**colours, _OF_STYLE: of_style})


def _style(theme: etree._Element, index: str) -> etree._Element | None:
    """Return the fill that the theme lists under an index, 1 or 1001 being the first."""
    number = int(index) if _PERCENT.fullmatch(index) else 0
    kind = "bgFillStyleLst" if number >= _FIRST_BACKGROUND_STYLE else "fillStyleLst"
    number -= _FIRST_BACKGROUND_STYLE if number >= _FIRST_BACKGROUND_STYLE else 1
    styles = theme.find(f"{_A}themeElements/{_A}fmtScheme/{_A}{kind}")
    fills = [] if styles is None else list(styles.iterchildren("*"))
    return fills[number] if 0 <= number < len(fills) else None


def _filled(fill: etree._Element | None, colours: Mapping[str, str | None]) -> str | None:
    if fill is None or fill.tag == f"{_A}noFill":
        return _WHITE
    return _colour(fill, colours) if fill.tag == f"{_A}solidFill" else None


def _colour(around: etree._Element, colours: Mapping[str, str | None]) -> str | None:
    """Return the colour that stands in an element, changed as it says."""
    element = next(around.iterchildren("*"), None)
    if element is None:
        return None
    value = element.get("val", "")
    if element.tag == f"{_A}schemeClr":
        colour = colours.get(value)
    elif element.tag == f"{_A}prstClr":
        colour = _PRESETS.get(value)
    else:
        written = element.get("lastClr", "") if element.tag == f"{_A}sysClr" else value
        colour = f"#{written.upper()}" if _HEXADECIMAL.fullmatch(written) else None
    for change in element.iterchildren("*"):
        colour = None if colour is None else _changed(colour, change)
    return colour


def _changed(colour: str, change: etree._Element) -> str | None:
    """Return a colour with its lightness changed, None for other changes than that."""
    share = change.get("val", "")
    if not _PERCENT.fullmatch(share):
        return None
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    hue, lightness, saturation = colorsys.rgb_to_hls(*channels)
    if change.tag == f"{_A}lumMod":
        lightness *= int(share) / _WHOLE
    elif change.tag == f"{_A}lumOff":
        lightness += int(share) / _WHOLE
    else:
        return None
    changed = colorsys.hls_to_rgb(hue, min(1.0, lightness), saturation)
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in changed)
