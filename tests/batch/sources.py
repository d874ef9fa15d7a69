"""Small postmortem files for batches, the works made of them, and what a folder holds after."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

from PIL import Image

from deckgen.batch.work import Work
from deckgen.pipeline import Options
from deckgen.policy import Policy
from deckgen.pptx.zipping import zipped

AS_OF = date(2025, 2, 1)

SMALL = """\
title: {title}
started_at: 2025-01-08 02:15
timeline:
  - {{at: "02:15", kind: trigger, text: Deploy reaches all regions}}
  - {{at: "02:19", kind: detection, text: Checkout alert fires}}
  - {{at: "02:50", kind: mitigation, text: Deploy rolled back}}
"""


def small(title: str = "Checkout down") -> str:
    """Return a short postmortem without anything that hangs on a day."""
    return SMALL.format(title=title)


def with_action(title: str = "Checkout down") -> str:
    """Return a short postmortem whose deck says on which day it was made."""
    return small(title) + "actions: [{action: Add a canary, owner: DevOps, due: 2025-01-20}]\n"


def write(folder: Path, **files: str) -> Path:
    """Write NAME.yaml for each text, and return `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def work(text: str, path: str = "incident.yaml", **options: object) -> Work:
    """Return the work of a source with this text."""
    asked = Options(as_of=AS_OF, **options)  # type: ignore[arg-type]
    return Work(path, text.encode(), Policy(), asked)


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below `folder` by its path from there."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def picture(side: int) -> bytes:
    """Return a square picture."""
    content = io.BytesIO()
    Image.new("RGB", (side, side), "white").save(content, "PNG")
    return content.getvalue()


def edit(deck: Path) -> bytes:
    """Change the title of a deck as somebody does by hand, and return what it is now."""
    with zipfile.ZipFile(deck) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    name = "ppt/slides/slide1.xml"
    parts[name] = parts[name].replace(b"<a:t>", b"<a:t>Ours: ", 1)
    deck.write_bytes(zipped(parts))
    return deck.read_bytes()
