"""From the paths of pictures to pictures that were read and found whole."""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from pathlib import Path, PureWindowsPath
from typing import Literal

from deckgen.postmortem.fields import Picture
from deckgen.readers.nodes import Loc, Plain
from deckgen.readers.remarks import Remark, Understood, items_at, value_at

LARGEST_PICTURE = 20_000_000
"""How many bytes a picture may have."""

MOST_PIXELS = 40_000_000
"""How many pixels a picture may have: decoded, they take 160 MB."""

_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:", re.ASCII)
_FORMATS: dict[str | None, Literal["png", "jpeg", "gif"]] = {
    "PNG": "png",
    "JPEG": "jpeg",
    "MPO": "jpeg",  # several JPEGs in one file, as telephones write them; the first is shown
    "GIF": "gif",
}
_OTHER_FORMATS = {
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg": "SVG",
    rb"RIFF....WEBP": "WebP",
    rb"BM": "BMP",
    rb"II\*\0|MM\0\*": "TIFF",
    rb"....ftyp(?:hei|mif|msf)": "HEIC",
    rb"....ftypavi": "AVIF",
    rb"%PDF": "PDF",
}
"""How files of formats that are not read begin."""


class _NotAPicture(Exception):
    """What is wrong with a picture, and what to do."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


def pictures(data: Plain, folder: Path) -> Understood[Picture]:
    """Return the pictures of the evidence in `data`, by their place, and a fault for each other.

    Paths are relative to `folder` and must stay in it. A picture is refused before it is decoded
    where it has too many bytes or pixels, and decoded whole once, so that no broken one gets on.
    """
    read: dict[str, Picture] = {}
    values: dict[Loc, Picture] = {}
    remarks: list[Remark] = []
    for n, evidence in enumerate(items_at(data, "evidence")):
        path, loc = value_at(evidence, "image"), ("evidence", n, "image")
        if path is None:
            continue
        try:
            if not isinstance(path, str):
                raise _NotAPicture("the path of a picture is a text")
            if path not in read:
                read[path] = _picture(path.strip(), folder)
            values[loc] = read[path]
        except _NotAPicture as fault:
            remarks.append(Remark(loc, str(fault), fault.hint))
    return Understood(values, tuple(remarks))


def _picture(path: str, folder: Path) -> Picture:
    data = _bytes(_inside(path, folder), path)
    if not data:
        raise _NotAPicture(f"the picture '{path}' is empty")
    return _whole(path, data)


def _inside(path: str, folder: Path) -> Path:
    """Return where `path` leads; raise _NotAPicture where that is not within `folder`."""
    if len(PureWindowsPath(path).drive) != 2 and (_URL.match(path) or path.startswith("//")):
        hint = "download the picture, put it beside this file and write its path"
        raise _NotAPicture("a picture is read from a file, not from an address", hint)
    if PureWindowsPath(path).anchor:
        hint = "put the picture beside this file and write its path from here"
        raise _NotAPicture(f"'{path}' does not start from the folder of this file", hint)
    if "\\" in path:
        hint = f"write {PureWindowsPath(path).as_posix()}"
        raise _NotAPicture("folders in a path are separated by '/'", hint)
    try:
        target = (folder / path).resolve()
        within = target.is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError) as error:  # too long, a NUL, a loop of links
        raise _NotAPicture(f"'{path}' leads nowhere: {error}") from None
    if not within:
        hint = "put the picture beside this file or in a folder there"
        raise _NotAPicture(f"'{path}' leads out of the folder of this file", hint)
    return target


def _bytes(target: Path, path: str) -> bytes:
    """Return the bytes of the file `target`, no more than a picture may have."""
    try:
        if target.is_dir():
            raise _NotAPicture(f"'{path}' is a folder, not a picture")
        if not target.exists():
            raise _NotAPicture(f"there is no picture '{path}'", f"it is looked for at {target}")
        if not target.is_file():
            raise _NotAPicture(f"'{path}' is not a file")
        with target.open("rb") as file:
            data = file.read(LARGEST_PICTURE + 1)
    except OSError as error:
        raise _NotAPicture(f"'{path}' cannot be read: {error.strerror or error}") from None
    if len(data) > LARGEST_PICTURE:
        limit = f"{LARGEST_PICTURE / 1e6:.0f} MB"
        raise _NotAPicture(f"the picture '{path}' has more than {limit}", "make it smaller")
    return data


def _whole(path: str, data: bytes) -> Picture:
    """Return the picture in `data`; raise _NotAPicture where it is none or not whole."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=("PNG", "JPEG", "GIF")) as image:
                width, height = image.size
                if width * height > MOST_PIXELS:
                    raise _too_many_pixels(path)
                image.load()
                return Picture(path, data, _FORMATS[image.format], width, height)
    except UnidentifiedImageError:
        raise _other_format(path, data) from None
    except Image.DecompressionBombError:
        raise _too_many_pixels(path) from None
    except _NotAPicture:
        raise
    except Exception as error:  # decoders raise whatever broken data leads them to
        raise _NotAPicture(f"the picture '{path}' is damaged: {error}") from None


def _too_many_pixels(path: str) -> _NotAPicture:
    limit = f"{MOST_PIXELS / 1e6:.0f} million pixels"
    return _NotAPicture(f"the picture '{path}' has more than {limit}", "make it smaller")


def _other_format(path: str, data: bytes) -> _NotAPicture:
    begin = data[:4096]
    named = (name for how, name in _OTHER_FORMATS.items() if re.match(how, begin, re.DOTALL))
    name = next(named, None)
    what = f"is of the format {name}, which is not read" if name else "is not a picture"
    return _NotAPicture(f"'{path}' {what}", "save it as PNG, JPEG or GIF")
