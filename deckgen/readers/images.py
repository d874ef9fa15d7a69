"""From the bytes of a picture to a picture that was decoded whole, and stands upright."""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from deckgen.postmortem.fields import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 40_000_000
"""How many pixels a picture may have: decoded, they take 160 MB."""

MOST_PIXELS_TOGETHER = 300_000_000
"""How many pixels all pictures of a deck may have: decoding them takes seconds."""

_FORMATS: dict[str | None, Literal["png", "jpeg", "gif"]] = {
    "PNG": "png",
    "JPEG": "jpeg",
    "MPO": "jpeg",  # several JPEGs in one file, as telephones write them; the first is shown
    "GIF": "gif",
}
_OTHER_FORMATS = {
    rb"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:(?><!--.*?-->)\s*+|<!DOCTYPE[^>]*+>\s*+)*+<svg": "SVG",
    rb"RIFF....WEBP": "WebP",
    rb"BM": "BMP",
    rb"II\*\0|MM\0\*": "TIFF",
    rb"....ftyp(?:hei|mif|msf)": "HEIC",
    rb"....ftypavi": "AVIF",
    rb"%PDF": "PDF",
}
"""How files of formats that are not read begin."""

_ORIENTATION = 0x0112
"""The tag of EXIF that says how a picture is to be turned: 1 is upright, 2 to 8 are not."""


class NotAPicture(Exception):
    """What is wrong with a picture, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def upright(path: str, data: bytes, room: int) -> Picture:
    """Return the picture in `data`, whose file is called `path`, as it is to be seen.

    Its bytes stay as they are, unless EXIF says that it is to be turned. Not every application
    does so in a deck, so that such a picture is turned here, and written anew without EXIF.

    Raises NotAPicture where it is none or not whole. One that has more than `MOST_PIXELS`, or more
    than there is `room` for, is refused before it is decoded.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=("PNG", "JPEG", "GIF")) as image:
                _check_size(path, image, room)
                image.load()
                return _turned(path, data, image)
    except UnidentifiedImageError:
        raise _other_format(path, data) from None
    except Image.DecompressionBombError:
        raise _too_many_pixels(path) from None
    except NotAPicture:
        raise
    except Exception as error:  # decoders raise whatever broken data leads them to
        raise NotAPicture(f"the picture '{path}' is damaged: {error}") from None


def _check_size(path: str, image: Image, room: int) -> None:
    pixels = image.width * image.height
    if pixels > MOST_PIXELS:
        raise _too_many_pixels(path)
    if pixels > room:
        limit = f"{MOST_PIXELS_TOGETHER / 1e6:.0f} million pixels"
        raise too_much(path, limit)


def too_much(path: str, limit: str) -> NotAPicture:
    """Return that the pictures up to this one are more than the `limit` of a deck."""
    message = f"with '{path}', the pictures of this file have more than {limit} together"
    return NotAPicture(message, "make them smaller, or leave some out")


def _too_many_pixels(path: str) -> NotAPicture:
    limit = f"{MOST_PIXELS / 1e6:.0f} million pixels"
    return NotAPicture(f"the picture '{path}' has more than {limit}", "make it smaller")


def _other_format(path: str, data: bytes) -> NotAPicture:
    begin = data[:4096]
    named = (name for how, name in _OTHER_FORMATS.items() if re.match(how, begin, re.DOTALL))
    name = next(named, None)
    what = f"is of the format {name}, which is not read" if name else "is not a picture"
    return NotAPicture(f"'{path}' {what}", "save it as PNG, JPEG or GIF")


def _turned(path: str, data: bytes, image: Image) -> Picture:
    """Return the decoded `image`, whose file is `data`, the right way up."""
    from PIL.Image import Transpose
    from PIL.JpegImagePlugin import get_sampling

    kind = _FORMATS[image.format]
    how = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }.get(_orientation(image))
    if how is None or kind == "gif":
        return Picture(path, data, kind, image.width, image.height)
    turned, file = image.transpose(how), BytesIO()
    profile = image.info.get("icc_profile")
    if kind == "jpeg":
        sampling = get_sampling(image)
        turned.save(file, "JPEG", quality=95, subsampling=sampling, icc_profile=profile)
    else:
        turned.save(file, "PNG", icc_profile=profile)
    return Picture(path, file.getvalue(), kind, turned.width, turned.height)


def _orientation(image: Image) -> int:
    """Return what EXIF says of the orientation; 1 where it says nothing, or cannot be read."""
    try:
        said = image.getexif().get(_ORIENTATION)
    except Exception:  # the picture is whole without it
        return 1
    return said if isinstance(said, int) else 1
