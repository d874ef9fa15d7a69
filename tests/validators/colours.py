"""DrawingML colours: theme names, modifications, transparency, and the contrast of two colours."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from tests.validators.shapes import Slide
from tests.validators.xmlnames import A, P

Rgb = tuple[float, float, float]
"""Red, green and blue in sRGB, each from 0 to 1."""

WHITE: Rgb = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Paint:
    """What an area is painted with: every colour that occurs in it, and how opaque it is.

    No colours stands for a paint that cannot be told from the file, such as a picture.
    """

    colours: tuple[Rgb, ...]
    opacity: float = 1.0

    def over(self, below: Paint) -> Paint:
        """What is seen when this is painted on top of `below`."""
        if self.opacity >= 1 or not self.colours:
            return self
        if not below.colours:
            return below
        mixed = [_mix(top, base, self.opacity) for top in self.colours for base in below.colours]
        return Paint(tuple(dict.fromkeys(mixed)))


UNKNOWN = Paint(())


def _mix(top: Rgb, base: Rgb, opacity: float) -> Rgb:
    red, green, blue = (t * opacity + b * (1 - opacity) for t, b in zip(top, base, strict=True))
    return red, green, blue


class Palette:
    """The colours that names such as `tx1` or `accent2` stand for on one slide."""

    def __init__(self, slide: Slide) -> None:
        scheme = slide.theme.find(f"{A}themeElements/{A}clrScheme")
        if scheme is None:
            raise ValueError("the theme has no colours")
        self._named = {etree.QName(e).localname: next(e.iterchildren("*")) for e in scheme}
        self._aliases = _colour_map(slide)

    def fill(self, properties: etree._Element | None) -> Paint | None:
        """The fill that stands directly in a shape's, cell's, run's or background's properties.

        None: the properties do not say. `noFill` is a paint with opacity 0.
        """
        if properties is None:
            return None
        for child in properties.iterchildren("*"):
            match etree.QName(child).localname:
                case "noFill":
                    return Paint((WHITE,), 0.0)
                case "solidFill":
                    return self.colour(child)
                case "gradFill":
                    return self._gradient(child)
                case "blipFill" | "pattFill" | "grpFill":
                    return UNKNOWN
        return None

    def colour(self, parent: etree._Element) -> Paint:
        """The colour element inside `parent`, such as a `solidFill` or a `fontRef`."""
        for element in parent.iterchildren("*"):
            rgb = self._base(element)
            if rgb is not None:
                return Paint((_modified(rgb, element),), _fraction(element, "alpha", 1.0))
        return UNKNOWN

    def named(self, name: str) -> Rgb:
        """A theme colour by its name in a slide's XML, through the colour map."""
        element = self._named.get(self._aliases.get(name, name))
        rgb = None if element is None else self._base(element)
        if rgb is None:
            raise ValueError(f"the theme has no colour {name}")
        return rgb

    def _gradient(self, fill: etree._Element) -> Paint:
        stops = [self.colour(stop) for stop in fill.iter(A + "gs")]
        if not stops or not all(stop.colours for stop in stops):
            return UNKNOWN
        colours = tuple(colour for stop in stops for colour in stop.colours)
        return Paint(colours, min(stop.opacity for stop in stops))

    def _base(self, element: etree._Element) -> Rgb | None:
        match etree.QName(element).localname:
            case "srgbClr":
                return _hexadecimal(element.get("val") or "")
            case "sysClr":
                return _hexadecimal(element.get("lastClr") or "")
            case "schemeClr":
                return self.named(element.get("val") or "")
            case "prstClr":
                return {"white": WHITE, "black": (0.0, 0.0, 0.0)}.get(element.get("val") or "")
        return None


def _colour_map(slide: Slide) -> dict[str, str]:
    """Names such as `tx1` to names of the theme, from the slide, else the layout, else master."""
    candidates: Iterator[etree._Element | None] = iter(
        (
            slide.tree.find(f"{P}clrMapOvr/{A}overrideClrMapping"),
            slide.layout.find(f"{P}clrMapOvr/{A}overrideClrMapping"),
            slide.master.find(P + "clrMap"),
        )
    )
    found = next((e for e in candidates if e is not None), None)
    return {} if found is None else {str(k): str(v) for k, v in found.attrib.items()}


def _hexadecimal(digits: str) -> Rgb | None:
    try:
        red, green, blue = bytes.fromhex(digits)
    except ValueError:
        return None
    return red / 255, green / 255, blue / 255


def _fraction(element: etree._Element, name: str, default: float) -> float:
    """A modification in thousandths of a per cent, as a fraction."""
    found = element.find(A + name)
    return default if found is None else int(found.get("val", "100000")) / 100_000


def _modified(rgb: Rgb, element: etree._Element) -> Rgb:
    """Apply lumMod and lumOff (in HSL), then shade and tint (towards black and white).

    Office mixes shades and tints in linear light: black with a tint of 75 % is 898989.
    """
    hue, light, saturation = colorsys.rgb_to_hls(*rgb)
    light = light * _fraction(element, "lumMod", 1.0) + _fraction(element, "lumOff", 0.0)
    red, green, blue = colorsys.hls_to_rgb(hue, min(max(light, 0.0), 1.0), saturation)
    shade, tint = _fraction(element, "shade", 1.0), _fraction(element, "tint", 1.0)
    if shade == tint == 1.0:
        return red, green, blue
    linear = (_linear(red), _linear(green), _linear(blue))
    red, green, blue = _mix(_mix(linear, (0.0, 0.0, 0.0), shade), WHITE, tint)
    return _encoded(red), _encoded(green), _encoded(blue)


def _linear(value: float) -> float:
    """An sRGB channel in linear light (IEC 61966-2-1)."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def _encoded(value: float) -> float:
    """A channel in linear light in sRGB (IEC 61966-2-1)."""
    return value * 12.92 if value <= 0.0031308 else float(1.055 * value ** (1 / 2.4) - 0.055)


def contrast(first: Rgb, second: Rgb) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _luminance(rgb: Rgb) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""
    red, green, blue = (_linear(value) for value in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def shown(rgb: Rgb) -> str:
    """Six hexadecimal digits, as in a slide's XML."""
    return "".join(f"{round(value * 255):02X}" for value in rgb)
