"""The language of every piece of text: screen readers choose the voice by it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from tests.validators.package import Package
from tests.validators.presentation_checks import parts_of_kind
from tests.validators.shapes import paragraph_text
from tests.validators.xmlnames import A, C, P

LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def language_findings(package: Package) -> Iterator[str]:
    """Runs and paragraph ends without a language, on slides, in notes and in charts."""
    charts = [part for part, t in package.content_types.items() if t.endswith("chart+xml")]
    for part in (*parts_of_kind(package, "slide"), *parts_of_kind(package, "notesSlide"), *charts):
        bodies = package.trees[part].iter(P + "txBody", A + "txBody", C + "rich")
        for body in bodies:
            yield from (f"{part}: {fault}" for fault in _body_faults(body))


def _body_faults(body: etree._Element) -> Iterator[str]:
    paragraphs = list(body.iterchildren(A + "p"))
    if not any(paragraph_text(paragraph).strip() for paragraph in paragraphs):
        return
    for paragraph in paragraphs:
        for run in paragraph.iterchildren(A + "r", A + "fld"):
            if not _has_language(run.find(A + "rPr")):
                yield f"the text {(run.findtext(A + 't') or '')!r} has no language"
        end = paragraph.find(A + "endParaRPr")
        if end is not None and not _has_language(end):
            yield f"the end of the paragraph {paragraph_text(paragraph)!r} has no language"


def _has_language(properties: etree._Element | None) -> bool:
    return properties is not None and bool(LANGUAGE_TAG.fullmatch(properties.get("lang") or ""))
