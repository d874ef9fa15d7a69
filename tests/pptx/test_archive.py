from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.pptx.archive import OF_DECK, OF_TEMPLATE, ArchiveError, Limits, archive_entries
from tests.pptx.packages import own_template, zipped

MEGABYTE = 1 << 20
LIMITS = Limits(entries=100, bytes_of_entry=MEGABYTE, bytes_together=2 * MEGABYTE)
SOUND = zipped({"a.xml": b"<x/>" * 50, "b/c.png": bytes(range(200))})


def entries(data: bytes, limits: Limits = LIMITS) -> dict[str, bytes]:
    """What the zip file of these bytes holds."""
    return dict(archive_entries(io.BytesIO(data), limits))


def reason(data: bytes, limits: Limits = LIMITS) -> str:
    """Why the bytes are refused."""
    with pytest.raises(ArchiveError) as refused:
        entries(data, limits)
    return str(refused.value)


def renamed(data: bytes, old: str, new: str) -> bytes:
    """The zip with one name replaced by another of the same length, headers included."""
    assert len(old) == len(new)
    return data.replace(old.encode(), new.encode())


def test_entries_come_in_the_order_of_the_file() -> None:
    parts = own_template()
    assert list(entries(zipped(parts)).items()) == list(parts.items())


def test_folders_are_left_out() -> None:
    assert entries(zipped({"ppt/": b"", "ppt/a": b"x"})) == {"ppt/a": b"x"}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"PK\x05\x06"])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    assert reason(data) in ("is no zip file", "is damaged")


@pytest.mark.parametrize("name", ["../x.xml", "/abs.xml", "c:\\x.xm", "a//b.xm", "./x.xml"])
def test_names_that_lead_out_of_the_package_are_refused(name: str) -> None:
    plain = "z" * len(name)
    data = renamed(zipped({plain: b"x"}), plain, name)
    assert "a part that is named" in reason(data)


def test_two_entries_of_one_name_are_refused() -> None:
    data = renamed(zipped({"ppt/a.xml": b"1", "ppt/b.xml": b"2"}), "ppt/b.xml", "ppt/A.xml")
    assert reason(data) == "has two parts of one name"


def test_too_many_entries_are_refused() -> None:
    data = zipped({f"{n}": b"" for n in range(101)}, zipfile.ZIP_STORED)
    assert reason(data) == "has 101 parts, more than 100"


@pytest.mark.parametrize("limits", [OF_TEMPLATE, OF_DECK])
def test_a_directory_that_claims_four_gigabytes_is_refused_before_it_is_read(
    limits: Limits,
) -> None:
    size = (1 << 32) - 1
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, size, 0, 0)
    tracemalloc.start()
    assert reason(b"\0" * MEGABYTE + end, limits) == "has too many parts"
    assert tracemalloc.get_traced_memory()[1] < 4 * MEGABYTE
    tracemalloc.stop()


def with_64_bit_end(data: bytes, directory_size: int | None = None) -> bytes:
    """The zip with an end as large files have it, which may claim a size of the directory."""
    at = data.index(b"PK\x05\x06")
    count, size, offset = struct.unpack("<HLL", data[at + 10 : at + 20])
    sizes = count, count, directory_size or size, offset
    end = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, *sizes)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    return data[:at] + end + locator + data[at:]


def test_the_64_bit_format_is_read_within_the_same_limits() -> None:
    assert entries(with_64_bit_end(SOUND)) == entries(SOUND)
    assert reason(with_64_bit_end(SOUND, 1 << 40)) == "has too many parts"


def test_a_64_bit_end_that_is_missing_is_refused() -> None:
    end = SOUND.index(b"PK\x05\x06")
    assert reason(SOUND[:end] + b"PK\x06\x07" + bytes(16) + SOUND[end:]) == "is damaged"


def test_unusual_compression_is_refused() -> None:
    assert "unusual" in reason(zipped({"a": b"x" * 99}, zipfile.ZIP_BZIP2))


def test_encrypted_entries_are_refused() -> None:
    data = bytearray(zipped({"a": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in reason(bytes(data))


def test_a_part_that_expands_beyond_the_limit_is_refused() -> None:
    assert reason(zipped({"a": bytes(2 * MEGABYTE)})) == "has a part of 2 MB ('a')"


def test_parts_that_expand_beyond_the_limit_together_are_refused() -> None:
    data = zipped({name: bytes(MEGABYTE) for name in "abc"})
    assert reason(data) == "has parts of more than 2 MB together"


def test_a_header_that_lies_about_its_size_does_not_cost_memory() -> None:
    bomb = bytearray(zipped({"a": bytes(64 * MEGABYTE)}))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = bomb.index(signature) + offset
        bomb[start : start + 4] = (100).to_bytes(4, "little")
    tracemalloc.start()
    assert reason(bytes(bomb)) == "is damaged"
    assert tracemalloc.get_traced_memory()[1] < 4 * MEGABYTE
    tracemalloc.stop()


@given(st.data())
def test_damaged_files_are_refused_or_read_and_raise_nothing_else(data: st.DataObject) -> None:
    position = data.draw(st.integers(0, len(SOUND) - 1))
    piece = data.draw(st.binary(min_size=1, max_size=8))
    damaged = SOUND[:position] + piece + SOUND[position + data.draw(st.integers(0, 8)) :]
    try:
        read = entries(damaged)
    except ArchiveError as refused:
        assert str(refused)
    else:
        assert all(len(content) <= len(SOUND) for content in read.values())


@given(st.binary(max_size=200))
def test_noise_is_refused(noise: bytes) -> None:
    assert reason(noise)


def test_the_end_record_is_found_behind_a_comment() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as zipped_file:
        zipped_file.writestr("a", b"x")
        zipped_file.comment = b"made by hand"
    assert entries(buffer.getvalue()) == {"a": b"x"}
