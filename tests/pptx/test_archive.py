from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.pptx import archive
from deckgen.pptx.archive import ArchiveError, archive_entries
from tests.pptx.packages import own_template, zipped

MEGABYTE = 1 << 20
SOUND = zipped({"a.xml": b"<x/>" * 50, "b/c.png": bytes(range(200))})


def reason(data: bytes) -> str:
    """Why the bytes are refused."""
    with pytest.raises(ArchiveError) as refused:
        list(archive_entries(data))
    return str(refused.value)


def renamed(data: bytes, old: str, new: str) -> bytes:
    """The zip with one name replaced by another of the same length, headers included."""
    assert len(old) == len(new)
    return data.replace(old.encode(), new.encode())


def test_entries_come_in_the_order_of_the_file() -> None:
    parts = own_template()
    assert list(archive_entries(zipped(parts))) == list(parts.items())


def test_folders_are_left_out() -> None:
    assert [name for name, _ in archive_entries(zipped({"ppt/": b"", "ppt/a": b"x"}))] == ["ppt/a"]


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
    data = zipped({f"{n}": b"" for n in range(archive.MOST_ENTRIES + 1)}, zipfile.ZIP_STORED)
    assert "more than 4096" in reason(data)


def test_a_directory_of_a_million_entries_is_refused_before_it_is_read() -> None:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 46 << 20, 0, 0)
    tracemalloc.start()
    assert reason(b"\0" * MEGABYTE + end) == "has too many parts"
    assert tracemalloc.get_traced_memory()[1] < 4 * MEGABYTE
    tracemalloc.stop()


def test_the_64_bit_format_is_refused() -> None:
    end = SOUND.index(b"PK\x05\x06")
    data = SOUND[:end] + b"PK\x06\x07" + bytes(16) + SOUND[end:]
    assert reason(data) == "has too many parts"


def test_unusual_compression_is_refused() -> None:
    assert "unusual" in reason(zipped({"a": b"x" * 99}, zipfile.ZIP_BZIP2))


def test_encrypted_entries_are_refused() -> None:
    data = bytearray(zipped({"a": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert "encrypted" in reason(bytes(data))


def test_a_part_that_expands_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES_OF_ENTRY", MEGABYTE)
    assert "a part of 2 MB" in reason(zipped({"a": bytes(2 * MEGABYTE)}))


def test_parts_that_expand_beyond_the_limit_together_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(archive, "MOST_BYTES", MEGABYTE)
    assert "together" in reason(zipped({"a": bytes(MEGABYTE), "b": bytes(MEGABYTE)}))


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
        entries = dict(archive_entries(damaged))
    except ArchiveError as refused:
        assert str(refused)
    else:
        assert all(len(content) <= len(SOUND) for content in entries.values())


@given(st.binary(max_size=200))
def test_noise_is_refused(noise: bytes) -> None:
    assert reason(noise)


def test_the_end_record_is_found_behind_a_comment() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as zipped_file:
        zipped_file.writestr("a", b"x")
        zipped_file.comment = b"made by hand"
    assert list(archive_entries(buffer.getvalue())) == [("a", b"x")]
