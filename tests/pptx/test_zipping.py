from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from deckgen.pptx.zipping import zipped
from tests.pptx.packages import unzipped

CONTENTS = st.dictionaries(
    st.from_regex(r"\A(ppt|docProps)/[a-z]{1,8}\.(xml|png)\Z"), st.binary(max_size=50), max_size=6
)


def entries(data: bytes) -> list[zipfile.ZipInfo]:
    """The entries of a zip file in their order."""
    return zipfile.ZipFile(io.BytesIO(data)).infolist()


@given(CONTENTS)
def test_a_zip_holds_its_contents_in_the_order_of_their_names(contents: dict[str, bytes]) -> None:
    data = zipped(contents)
    assert unzipped(data) == contents
    assert [entry.filename for entry in entries(data)] == sorted(contents)


def test_the_content_types_stand_first_then_the_relationships_of_the_package() -> None:
    names = ["_rels/.rels", "docProps/app.xml", "[Content_Types].xml"]
    found = [entry.filename for entry in entries(zipped(dict.fromkeys(names, b"x")))]
    assert found == ["[Content_Types].xml", "_rels/.rels", "docProps/app.xml"]


def test_an_entry_tells_neither_time_nor_system() -> None:
    [entry] = entries(zipped({"a.xml": b"x"}))
    assert (entry.date_time, entry.create_system, entry.external_attr >> 16) == (
        (1980, 1, 1, 0, 0, 0), 3, 0o100644
    )  # fmt: skip


def test_pictures_are_stored_as_they_are_and_text_is_compressed() -> None:
    kinds = {e.filename: e.compress_type for e in entries(zipped({"a.png": b"x", "a.xml": b"x"}))}
    assert kinds == {"a.png": zipfile.ZIP_STORED, "a.xml": zipfile.ZIP_DEFLATED}
