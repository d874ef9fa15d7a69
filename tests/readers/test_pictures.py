"""Pictures are read whole, from the folder of the file, or told with what is wrong with them."""

from __future__ import annotations

import os
import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image

from deckgen.postmortem.fields import Picture
from deckgen.readers import images, pictures
from tests.readers.files import HEAD, diagnostics, document, faults_in, said


def evidence(*images: str) -> str:
    """Return evidence with these pictures."""
    return "evidence:\n" + "".join(f"  - {{image: '{image}', caption: a}}\n" for image in images)


def picture_bytes(kind: str, width: int = 4, height: int = 3) -> bytes:
    """Return a small picture of the format `kind`, its pixels in no pattern."""
    image = Image.frombytes("RGB", (width, height), os.urandom(width * height * 3))
    with BytesIO() as file:
        image.save(file, kind)
        return file.getvalue()


def fault_of(image: str, folder: Path) -> str:
    """Return the one fault of a file with the picture `image`."""
    (fault,) = diagnostics(HEAD + evidence(image), folder)
    assert (fault.line, fault.column) == (4, 13)
    return fault.message


@pytest.mark.parametrize(("kind", "name"), [("PNG", "png"), ("JPEG", "jpeg"), ("GIF", "gif")])
def test_a_picture_is_read_whole(
    kind: str, name: Literal["png", "jpeg", "gif"], tmp_path: Path
) -> None:
    data = picture_bytes(kind)
    (tmp_path / "img").mkdir()
    (tmp_path / "img" / "a b.dat").write_bytes(data)
    (found,) = document(HEAD + evidence("img/a b.dat"), tmp_path).postmortem.evidence
    assert found.image == Picture("img/a b.dat", data, name, 4, 3)


def test_a_picture_of_several_jpegs_counts_as_one(tmp_path: Path) -> None:
    first, second = (Image.new("RGB", (4, 3), colour) for colour in ("red", "blue"))
    first.save(tmp_path / "a.jpg", "MPO", save_all=True, append_images=[second])
    (found,) = document(HEAD + evidence("a.jpg"), tmp_path).postmortem.evidence
    assert (found.image.format, found.image.width) == ("jpeg", 4)


def test_a_picture_that_is_shown_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture_bytes("PNG"))
    first, second = document(HEAD + evidence("a.png", "a.png"), tmp_path).postmortem.evidence
    assert first.image is second.image


def test_a_picture_that_is_named_in_many_ways_is_read_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(path: str, data: bytes, room: int) -> Picture:
        read.append(path)
        return images.upright(path, data, room)

    monkeypatch.setattr(pictures, "upright", counted)
    (tmp_path / "a.png").write_bytes(picture_bytes("PNG"))
    (tmp_path / "b.png").symlink_to("a.png")
    paths = ("a.png", "./a.png", "x/../a.png", "b.png")
    found = [one.image for one in document(HEAD + evidence(*paths), tmp_path).postmortem.evidence]
    assert [one.path for one in found] == list(paths)
    assert all(one.data is found[0].data for one in found)
    assert read == ["a.png"]


def test_a_file_that_is_no_picture_is_read_once_and_told_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(path: str, data: bytes, room: int) -> Picture:
        read.append(path)
        return images.upright(path, data, room)

    monkeypatch.setattr(pictures, "upright", counted)
    (tmp_path / "a.png").write_text("hello")
    assert faults_in(evidence("a.png", "./a.png"), tmp_path) == [
        "4:13 'a.png' is not a picture",
        "5:13 'a.png' is not a picture",
    ]
    assert read == ["a.png"]


def test_pictures_of_too_many_bytes_together_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = picture_bytes("PNG")
    monkeypatch.setattr(pictures, "LARGEST_TOGETHER", 2 * len(data))
    for name in "abcd":
        (tmp_path / name).write_bytes(data)
    assert faults_in(evidence("a", "b", "a", "c", "b", "d"), tmp_path) == [
        "7:13 with 'c', the pictures of this file have more than 0 MB together",
        "9:13 with 'd', the pictures of this file have more than 0 MB together",
    ]


def test_pictures_of_too_many_pixels_together_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS_TOGETHER", 25)
    for name in "abc":
        (tmp_path / name).write_bytes(picture_bytes("PNG"))
    assert faults_in(evidence("a", "b", "c"), tmp_path) == [
        "6:13 with 'c', the pictures of this file have more than 300 million pixels together"
    ]


def test_more_pictures_than_a_deck_has_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(picture_bytes("PNG"))
    assert faults_in(evidence(*["a"] * 1_001), tmp_path) == [
        "1004:13 no deck has more than 1,000 pictures"
    ]


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture_bytes("PNG"))
    (tmp_path / "b.png").symlink_to("a.png")
    assert document(HEAD + evidence("b.png"), tmp_path).postmortem.evidence[0].image.width == 4


@pytest.mark.parametrize(
    "image", ["../secret.png", "x/../../secret.png", "link.png", "out/secret.png"]
)
def test_a_picture_outside_the_folder_is_not_read(image: str, tmp_path: Path) -> None:
    folder = tmp_path / "incident"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(picture_bytes("PNG"))
    (folder / "link.png").symlink_to("../secret.png")
    (folder / "out").symlink_to("..")
    assert fault_of(image, folder) == f"'{image}' leads out of the folder of this file"


@pytest.mark.parametrize(
    "image", ["/etc/passwd", "C:/a.png", "C:\\a.png", "c:a.png", "\\\\host\\a.png"]
)
def test_a_path_that_does_not_start_from_the_file_is_refused(image: str, tmp_path: Path) -> None:
    assert fault_of(image, tmp_path) == f"'{image}' does not start from the folder of this file"


@pytest.mark.parametrize(
    "image", ["https://a.example/b.png", "data:image/png;base64,aaaa", "//a.example/b.png"]
)
def test_a_picture_is_not_fetched(image: str, tmp_path: Path) -> None:
    assert fault_of(image, tmp_path) == "a picture is read from a file, not from an address"


def test_backslashes_are_told_with_the_right_path(tmp_path: Path) -> None:
    (fault,) = diagnostics(HEAD + evidence("img\\a.png"), tmp_path)
    assert (fault.message, fault.hint) == (
        "folders in a path are separated by '/'",
        "write img/a.png",
    )


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty.png").touch()
    (tmp_path / "loop.png").symlink_to("loop.png")
    os.mkfifo(tmp_path / "pipe.png")
    assert fault_of("none.png", tmp_path) == "there is no picture 'none.png'"
    assert fault_of("folder", tmp_path) == "'folder' is a folder, not a picture"
    assert fault_of("empty.png", tmp_path) == "the picture 'empty.png' is empty"
    assert fault_of("pipe.png", tmp_path) == "'pipe.png' is not a file"
    assert fault_of("loop.png", tmp_path).startswith("'loop.png' leads nowhere")
    assert fault_of("a" * 5_000, tmp_path).endswith("File name too long")


OTHERS = {
    "svg": (b'<?xml version="1.0"?>\n<!-- a -->\n<svg xmlns="a"/>', "of the format SVG"),
    "webp": (b"RIFF\0\0\0\0WEBPVP8 ", "of the format WebP"),
    "bmp": (picture_bytes("BMP"), "of the format BMP"),
    "tiff": (picture_bytes("TIFF"), "of the format TIFF"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0", "of the format HEIC"),
    "pdf": (b"%PDF-1.7\n", "of the format PDF"),
    "svg behind comments": (b"<!-- a -->\n" * 99 + b"<!DOCTYPE svg>\n<svg/>", "of the format SVG"),
}


@pytest.mark.parametrize(("data", "what"), OTHERS.values(), ids=OTHERS)
def test_other_formats_are_named(data: bytes, what: str, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(data)
    assert fault_of("a.png", tmp_path) == f"'a.png' is {what}, which is not read"


@pytest.mark.parametrize("text", ["hello", "<!---->" * 500, "<!-- -->\n" * 500, "<!DOCTYPE>" * 500])
def test_a_text_is_no_picture(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_text(text)
    assert fault_of("a.png", tmp_path) == "'a.png' is not a picture"


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF"])
@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_picture_that_is_cut_off_is_refused(kind: str, part: float, tmp_path: Path) -> None:
    data = picture_bytes(kind, 64, 48)
    (tmp_path / "a.png").write_bytes(data[: int(len(data) * part)])
    assert fault_of("a.png", tmp_path).startswith(("the picture 'a.png' is damaged", "'a.png' is"))


def png_header(width: int, height: int) -> bytes:
    """Return a PNG that says it is of this size and has no pixels."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\0\0\0\0IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))


@pytest.mark.parametrize("width", [10_000, 20_000, 1_000_000])
def test_a_picture_of_too_many_pixels_is_refused_by_its_header(width: int, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png_header(width, 5_000))
    assert fault_of("a.png", tmp_path) == "the picture 'a.png' has more than 40 million pixels"


def test_a_picture_of_too_many_bytes_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "a.png").open("wb") as file:
        file.truncate(20_000_001)
    assert fault_of("a.png", tmp_path) == "the picture 'a.png' has more than 20 MB"


def test_a_picture_that_is_no_text_is_told_once() -> None:
    text = (
        "evidence:\n  - {image: {path: a, data: b, format: png, width: 1, height: 1}, caption: c}\n"
    )
    assert faults_in(text) == ["4:13 the path of a picture is a text"]


def test_evidence_without_a_picture_is_told() -> None:
    assert [said(one) for one in diagnostics(HEAD + "evidence: [{caption: a, image: }]\n")] == [
        "3:25 'image' has no value"
    ]
