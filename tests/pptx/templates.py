"""Names in deckgen's own template, and what is said of one that cannot be used."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from deckgen.diagnostics import InputError
from deckgen.pptx import Template

Open = Callable[[Mapping[str, bytes]], Template]

PRESENTATION = "ppt/presentation.xml"
MASTER = "ppt/slideMasters/slideMaster1.xml"
COVER = "ppt/slideLayouts/slideLayout1.xml"
CONTENT = "ppt/slideLayouts/slideLayout2.xml"
TITLE_ONLY = "ppt/slideLayouts/slideLayout4.xml"
TYPE = "application/vnd.openxmlformats-officedocument.presentationml"


def fault(parts: Mapping[str, bytes], opened: Open) -> str:
    """What is said of a template that cannot be used, without the file's folder."""
    with pytest.raises(InputError) as refused:
        opened(parts)
    [diagnostic] = refused.value.diagnostics
    assert diagnostic.path.endswith("company.potx")
    assert diagnostic.hint
    return diagnostic.message
