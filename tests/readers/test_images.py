"""Pictures that EXIF says are to be turned stand upright; all others stay as they are."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageCms
from PIL.Image import Transpose

from deckgen.postmortem.fields import Picture
from deckgen.readers.images import MOST_PIXELS, upright

TURNED = {
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}
"""How a camera's picture lies for each orientation, seen from the upright one."""

CORNERS = ((8, 8), (56, 8), (8, 24), (56, 24))
COLOURS = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)]


def four_colours() -> Image.Image:
    """Return a picture of 64 by 32 pixels with another colour in each corner."""
    image = Image.new("RGB", (64, 32))
    for (x, y), colour in zip(CORNERS, COLOURS, strict=True):
        image.paste(colour, (x // 32 * 32, y // 16 * 16, x // 32 * 32 + 32, y // 16 * 16 + 16))
    return image


def saved(image: Image.Image, kind: str, exif: bytes = b"", profile: bytes | None = None) -> bytes:
    """Return `image` as a file of the format `kind`."""
    with BytesIO() as file:
        image.save(file, kind, exif=exif, icc_profile=profile)
        return file.getvalue()


def orientation(number: int) -> bytes:
    """Return the EXIF of this orientation."""
    exif = Image.Exif()
    exif[0x0112] = number
    exif[0x010F] = "a camera"
    return exif.tobytes()


def lying(number: int, kind: str, profile: bytes | None = None) -> bytes:
    """Return the file of a picture that is to be turned as the orientation `number` says."""
    return saved(four_colours().transpose(TURNED[number]), kind, orientation(number), profile)


def read(data: bytes) -> Picture:
    """Return the picture in `data`."""
    return upright("a", data, MOST_PIXELS)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("number", TURNED)
def test_a_picture_stands_upright_whatever_its_orientation(number: int, kind: str) -> None:
    picture = read(lying(number, kind))
    assert (picture.format, picture.width, picture.height) == (kind.lower(), 64, 32)
    image = Image.open(BytesIO(picture.data))
    assert (image.format, image.size, dict(image.getexif())) == (kind, (64, 32), {})
    for corner, colour in zip(CORNERS, COLOURS, strict=True):
        pixel = image.getpixel(corner)
        assert isinstance(pixel, tuple)
        assert pixel == pytest.approx(colour, abs=4)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
@pytest.mark.parametrize("exif", [b"", orientation(1), orientation(9), b"Exif\0\0no EXIF at all"])
def test_a_picture_that_is_not_to_be_turned_keeps_its_bytes(exif: bytes, kind: str) -> None:
    data = saved(four_colours(), kind, exif)
    assert read(data) == Picture("a", data, "png" if kind == "PNG" else "jpeg", 64, 32)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_that_is_turned_keeps_its_profile(kind: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.open(BytesIO(read(lying(6, kind, profile)).data))
    assert image.info["icc_profile"] == profile


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_picture_is_turned_into_the_same_bytes_each_time(kind: str) -> None:
    data = lying(6, kind)
    assert read(data) == read(data)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_a_jpeg_that_is_turned_keeps_its_kind_of_colours(mode: str) -> None:
    data = saved(four_colours().convert(mode), "JPEG", orientation(8))
    assert Image.open(BytesIO(read(data).data)).mode == mode


def test_a_png_that_is_turned_keeps_what_is_transparent() -> None:
    image = Image.new("RGBA", (4, 3), (255, 0, 0, 0))
    turned = Image.open(BytesIO(read(saved(image, "PNG", orientation(6))).data))
    assert (turned.mode, turned.size, turned.getpixel((0, 0))) == ("RGBA", (3, 4), (255, 0, 0, 0))


def test_the_first_of_several_jpegs_in_a_file_is_turned() -> None:
    first, second = four_colours().transpose(Transpose.ROTATE_90), Image.new("RGB", (4, 3))
    with BytesIO() as file:
        first.save(file, "MPO", save_all=True, append_images=[second], exif=orientation(6))
        picture = read(file.getvalue())
    assert (picture.format, picture.width, picture.height) == ("jpeg", 64, 32)
    assert Image.open(BytesIO(picture.data)).format == "JPEG"
