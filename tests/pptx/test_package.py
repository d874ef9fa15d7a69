from __future__ import annotations

import io
import posixpath

from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.opc.package import Part

from deckgen.pptx.package import Package
from deckgen.pptx.package_names import RT_HYPERLINK, RT_IMAGE, RT_SLIDE, RT_THEME
from deckgen.pptx.relationships import PACKAGE, Parts, Relationship
from deckgen.pptx.zipping import zipped
from tests.pptx.packages import OFFICE, own_template, related
from tests.pptx.templates import MASTER, PRESENTATION
from tests.sources import sources

NAMES = st.from_regex(r"\A([a-z]{1,3}/){0,3}[a-zA-Zé _&'-]{1,6}\.xml\Z")
ADDRESS = "https://x.test/?a=1&b=2"


def package(parts: dict[str, bytes] | None = None) -> Package:
    """A package that starts from these parts, else from those of deckgen's own template."""
    return Package(Parts(parts or own_template()))


def presentation(made: Package) -> Part:
    """The main part as python-pptx reads it."""
    return Presentation(io.BytesIO(zipped(made.contents()))).part


def test_a_package_to_which_nothing_is_added_keeps_every_part() -> None:
    parts, contents = own_template(), package().contents()
    contents["[Content_Types].xml"] = parts["[Content_Types].xml"]
    assert contents == parts


def test_a_package_says_of_each_part_what_it_is() -> None:
    parts = Parts(own_template())
    assert Parts(Package(parts).contents()).types() == parts.types()


def test_a_new_part_has_the_first_free_name_and_its_type() -> None:
    made = package()
    name = made.free_name("ppt/theme/theme%d.xml")
    made.add_part(name, "application/x-test", b"<x/>")
    contents = made.contents()
    assert (name, contents[name]) == ("ppt/theme/theme3.xml", b"<x/>")
    row = b'<Override PartName="/ppt/theme/theme3.xml" ContentType="application/x-test"/>'
    assert row in contents["[Content_Types].xml"]


def test_a_picture_is_typed_by_its_extension() -> None:
    made = package()
    made.add_part("ppt/media/image1.png", "image/png", b"x")
    types = made.contents()["[Content_Types].xml"]
    assert b'<Default Extension="png" ContentType="image/png"/>' in types
    assert b"image1" not in types


def test_a_part_of_the_same_name_takes_the_others_place() -> None:
    made = package()
    made.add_part(MASTER, "application/x-test", b"<x/>")
    contents = made.contents()
    assert (contents[MASTER], Parts(contents).types()[MASTER]) == (b"<x/>", "application/x-test")


def test_python_pptx_finds_what_was_related() -> None:
    made = package()
    made.add_part("ppt/media/a & b.png", "image/png", b"x")
    inside = made.relate(PRESENTATION, RT_IMAGE, "ppt/media/a & b.png")
    outside = made.relate_external(PRESENTATION, RT_HYPERLINK, ADDRESS)
    found = presentation(made)
    assert found.related_part(inside).blob == b"x"
    assert (found.rels[outside].target_ref, found.rels[outside].is_external) == (ADDRESS, True)


def test_relating_twice_gives_one_relationship() -> None:
    made = package()
    first = made.relate(PRESENTATION, RT_SLIDE, "ppt/slides/slide1.xml")
    assert made.relate(PRESENTATION, RT_SLIDE, "ppt/slides/slide1.xml") == first
    assert made.relate(PRESENTATION, RT_SLIDE, "ppt/slides/slide2.xml") != first
    assert made.relate_external(PRESENTATION, RT_SLIDE, "ppt/slides/slide1.xml") != first


def test_a_relationship_of_the_template_is_used_again() -> None:
    made = package()
    [theme] = [r for r in Parts(own_template()).relationships(MASTER) if r.kind == "theme"]
    assert made.relate(MASTER, RT_THEME, theme.target) == theme.id


def test_two_relationships_of_the_template_to_one_part_both_stay() -> None:
    parts = related(own_template(), PRESENTATION, "twin", f"{OFFICE}/theme", "theme/theme1.xml")
    made = package(parts)
    made.relate_external(PRESENTATION, RT_HYPERLINK, ADDRESS)
    rows = Parts(made.contents()).relationships(PRESENTATION)
    assert [r.id for r in rows if r.kind == "theme"] == ["rId5", "twin"]


def test_an_id_that_is_taken_is_passed_over() -> None:
    parts = related(own_template(), PRESENTATION, "rId8", f"{OFFICE}/theme", "theme/theme1.xml")
    assert package(parts).relate_external(PRESENTATION, RT_HYPERLINK, ADDRESS) == "rId9"


def test_the_related_part_is_the_first_of_the_type_inside_the_package() -> None:
    made = package()
    made.relate_external("a.xml", RT_SLIDE, ADDRESS)
    made.relate("a.xml", RT_SLIDE, "b.xml")
    made.relate("a.xml", RT_SLIDE, "c.xml")
    assert (made.related("a.xml", RT_SLIDE), made.related("a.xml", RT_IMAGE)) == ("b.xml", None)


@given(NAMES | st.just(PACKAGE), st.lists(NAMES, unique=True, max_size=4))
def test_relationships_come_back_as_they_were_made(source: str, targets: list[str]) -> None:
    made = Package(Parts({"[Content_Types].xml": b"<Types/>"}))
    ids = [made.relate(source, RT_SLIDE, target) for target in targets]
    assert Parts(made.contents()).relationships(source) == [
        Relationship(id_, RT_SLIDE, target, False) for id_, target in zip(ids, targets, strict=True)
    ]


def test_targets_are_written_as_seen_from_the_source() -> None:
    made = Package(Parts({"[Content_Types].xml": b"<Types/>"}))
    for source in (PACKAGE, "ppt/a.xml", "ppt/slides/a.xml", "docProps/a.xml"):
        made.relate(source, RT_SLIDE, "ppt/slides/b.xml")
    written = {
        posixpath.dirname(name): rows.split(b'Target="')[1].split(b'"')[0]
        for name, rows in made.contents().items()
        if name.endswith(".rels")
    }
    assert written == {
        "_rels": b"ppt/slides/b.xml",
        "ppt/_rels": b"slides/b.xml",
        "ppt/slides/_rels": b"b.xml",
        "docProps/_rels": b"../ppt/slides/b.xml",
    }


def test_nothing_of_ours_imports_python_pptx() -> None:
    found = [s.module for s in sources() for name in s.imports() if name.split(".")[0] == "pptx"]
    assert found == []
