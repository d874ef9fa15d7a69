"""A deck for the public: nothing private is in any part of its file, and it is still a deck."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from deckgen import read
from deckgen.assets import assets_dir
from deckgen.audience import public_stem
from deckgen.pipeline import Built, Options, build_deck
from deckgen.policy import Policy
from deckgen.pptx import read_template
from deckgen.pptx.source import embedded_source
from deckgen.profiles import PROFILES
from deckgen.readers import Document, Folder
from deckgen.readers.postmortem_yaml import parse_postmortem, read_postmortem
from deckgen.redaction import redacted
from deckgen.writers import postmortem_yaml
from tests.redaction.planted import POLICY, SECRETS, TEXT, planted
from tests.sample_decks import AS_OF, SAMPLES
from tests.validators.accessibility import accessibility_findings
from tests.validators.audit import audit_findings
from tests.validators.geometry import geometry_findings
from tests.validators.structure import structure_findings

_TAG = re.compile(r"<[^<>]*>")
EACH_PROFILE = pytest.mark.parametrize("profile", PROFILES)


class Part(NamedTuple):
    """A part of a package, or of a package in it."""

    name: str
    content: bytes


def parts(package: bytes, within: str = "") -> Iterator[Part]:
    """Every part of a zip file, those of the zip files in it included, and its comment."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        yield Part(f"{within}comment", archive.comment)
        for name in archive.namelist():
            content = archive.read(name)
            yield Part(within + name, content)
            if zipfile.is_zipfile(io.BytesIO(content)):
                yield from parts(content, f"{within}{name}!")


def readings(part: Part) -> Iterator[str]:
    """A part as it may be read: raw, without escapes, and its texts without the marks between."""
    raw = part.content.decode("utf-8", "replace")
    for text in (part.name, raw, part.content.decode("utf-16-le", "replace"), _TAG.sub("", raw)):
        yield text.casefold()
        yield html.unescape(text).casefold()


def leaks(package: bytes, secrets: tuple[str, ...] = SECRETS) -> list[tuple[str, str]]:
    """The parts of a package in which one of `secrets` stands, each with the secret."""
    return [
        (part.name, secret)
        for part in parts(package)
        for secret in secrets
        if any(secret.casefold() in text for text in readings(part))
    ]


def _text(loc: str) -> str:
    """A text of its own for each place; an action refers to the first further learning."""
    return f"{loc.replace('.actions[0].learning', '.learnings[0].id')} {TEXT}"


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A file whose name, comments, own keys and every text are private, with a picture."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "img").mkdir()
    Image.effect_noise((64, 64), 50).save(folder / "img" / "secret.png")
    postmortem = planted(_text, lambda loc: "timeline")
    file = folder / "2025 alice-johnson falcon.yaml"
    own = f"# {TEXT}\nx-own: {json.dumps(TEXT)}\n"
    file.write_text(f"{own}{postmortem_yaml(postmortem)}", encoding="utf-8")
    return read_postmortem(file)


def built(document: Document, profile: str = "review") -> Built:
    return build_deck(document, Options(profile, as_of=AS_OF, policy=POLICY, audience="public"))


@EACH_PROFILE
def test_no_part_of_the_file_holds_anything_private(document: Document, profile: str) -> None:
    assert leaks(built(document, profile).pptx) == []


def test_what_is_private_would_be_found(document: Document) -> None:
    inside = build_deck(document, Options(as_of=AS_OF, policy=POLICY)).pptx
    found = leaks(inside)
    assert {secret for _, secret in found} == set(SECRETS)
    names = {name for name, _ in found}
    assert {"docProps/core.xml", "customXml/item1.xml"} <= names
    assert any(name.endswith("!xl/sharedStrings.xml") for name in names)
    assert any(name.startswith("ppt/notesSlides/") for name in names)
    assert any(name.startswith("ppt/charts/") for name in names)


def test_pictures_are_left_out(document: Document) -> None:
    picture = document.postmortem.evidence[0].image.data
    inside = build_deck(document, Options(as_of=AS_OF, policy=POLICY)).pptx
    assert [part.content for part in parts(inside) if part.content == picture]
    assert [part.content for part in parts(built(document).pptx) if part.content == picture] == []


def test_the_source_in_the_deck_is_the_redacted_postmortem_written_anew(
    document: Document,
) -> None:
    found = embedded_source(io.BytesIO(built(document).pptx))
    assert found is not None
    name, content = found
    assert name == "2025 Incident commander redacted.yaml"
    public = redacted(document.postmortem, POLICY).postmortem
    assert parse_postmortem(content, name, Folder(Path("."))).postmortem == public
    assert content.decode() == postmortem_yaml(public)


def test_a_deck_made_of_that_source_is_the_same(document: Document) -> None:
    deck = built(document)
    found = embedded_source(io.BytesIO(deck.pptx))
    assert found is not None
    again = parse_postmortem(found[1], found[0], Folder(Path(".")))
    assert build_deck(again, Options(as_of=AS_OF, policy=POLICY)).deck == deck.deck
    assert built(again).pptx == deck.pptx


@EACH_PROFILE
def test_no_validator_objects(document: Document, profile: str, tmp_path: Path) -> None:
    pptx = built(document, profile).pptx
    file = tmp_path / "deck.pptx"
    file.write_bytes(pptx)
    assert structure_findings(pptx) == []
    assert accessibility_findings(pptx) == []
    assert geometry_findings(pptx) == []
    assert audit_findings(file) == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.stem)
def test_a_sample_without_anything_private_says_the_same_to_everybody(sample: Path) -> None:
    there = read(sample)
    public = redacted(there.postmortem, Policy()).postmortem
    bare = {"people": public.people, "evidence": (), "sources": public.sources}
    assert public == there.postmortem.model_copy(update=bare)


def test_the_name_of_a_public_deck_is_that_of_the_file_without_what_is_private(
    document: Document,
) -> None:
    assert public_stem(document, POLICY) == "2025 Incident commander redacted"
    plain = replace(document, path="some/where/INC-7 checkout.yaml")
    assert public_stem(plain, POLICY) == "INC-7 checkout"


def test_a_template_s_properties_and_labels_are_not_in_a_deck_for_the_public(
    document: Document, tmp_path: Path
) -> None:
    template = tmp_path / "own.pptx"
    template.write_bytes(_with_properties((assets_dir() / "template.pptx").read_bytes()))
    options = Options(as_of=AS_OF, policy=POLICY, template=read_template(template))
    assert leaks(build_deck(document, options).pptx, ("initech",)) != []
    public = build_deck(document, replace(options, audience="public")).pptx
    assert leaks(public, (*SECRETS, "initech")) == []
    assert structure_findings(public) == []


def _with_properties(template: bytes) -> bytes:
    """A template that says of itself whose it is."""
    part = "docProps/custom.xml"
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    added = {
        "[Content_Types].xml": f'<Override PartName="/{part}" ContentType="{kind}"/></Types>',
        "_rels/.rels": '<Relationship Id="rIdOwn" Type="http://schemas.openxmlformats.org/'
        f'officeDocument/2006/relationships/custom-properties" Target="{part}"/></Relationships>',
    }
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode("utf-8", "surrogateescape")
            if name in added:
                content = f"{content[: content.rindex('</')]}{added[name]}"
            new.writestr(name, content.encode("utf-8", "surrogateescape"))
        new.writestr(
            part,
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/'
            '2006/custom-properties" owner="Initech"/>',
        )
    return file.getvalue()
