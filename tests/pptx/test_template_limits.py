"""A template is a stranger's file: it is not waited for, and takes no memory without bound."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from deckgen.diagnostics import InputError
from deckgen.pptx import open_template, read_template
from tests.pptx.packages import OFFICE, edited, own_template, related, typed, zipped
from tests.pptx.templates import MASTER, TYPE, Open, fault

ROOT = Path(__file__).parents[2]
ELEMENTS_AND_TEXTS = "<b/>x"
"""What takes the most memory for its length, as a tree."""


def with_layouts(*contents: str) -> dict[str, bytes]:
    """deckgen's own template with further layouts, of these elements."""
    parts = own_template()
    for n, content in enumerate(contents, 100):
        name = f"ppt/slideLayouts/slideLayout{n}.xml"
        parts = typed(parts, name, f"{TYPE}.slideLayout+xml", f"<x>{content}</x>".encode())
        parts = related(parts, MASTER, f"rId{n}", f"{OFFICE}/slideLayout", f"/{name}")
        row = f'<p:sldLayoutId id="{2147480000 + n}" r:id="rId{n}"/></p:sldLayoutIdLst>'
        parts = edited(parts, MASTER, "</p:sldLayoutIdLst>", row)
    return parts


def peak_of_opening(parts: Mapping[str, bytes], folder: Path) -> tuple[str, int]:
    """What a process of its own says that opens a template, and how many MB it took at most."""
    file = folder / "company.potx"
    file.write_bytes(zipped(parts))
    script = (
        "import sys; from pathlib import Path\n"
        "from deckgen.pptx import open_template, read_template\n"
        "try:\n"
        "    template = open_template(read_template(Path(sys.argv[1])))\n"
        "    print(template.with_font('Calibri').layout('x').name)\n"
        "except Exception as e: print(str(e).split(': ', 1)[1].splitlines()[0])\n"
        "peak = Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0]\n"
        "print(int(peak) // 1000)"
    )
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'layouts'}"}
    command = [sys.executable, "-c", script, str(file)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    said, megabytes = done.stdout.splitlines()
    return said, int(megabytes)


@pytest.mark.skipif(sys.platform != "linux", reason="counts memory as Linux does")
@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ((3_900_000, 3_900_000), "Title Only"),
        ((3_900_000,) * 9, "error: has more than 8 MB of XML in its masters, layouts and themes"),
        ((60_000_000,), "error: has more than 4 MB of XML in ppt/slideLayouts/slideLayout100.xml"),
        ((60_000_000,) * 4, "error: has parts of more than 64 MB together"),
    ],
    ids=["within the limits", "many parts", "one part", "many large parts"],
)
def test_opening_a_template_takes_at_most_seven_hundred_megabytes(
    tmp_path: Path, sizes: tuple[int, ...], said: str
) -> None:
    contents = [ELEMENTS_AND_TEXTS * (size // len(ELEMENTS_AND_TEXTS)) for size in sizes]
    told, megabytes = peak_of_opening(with_layouts(*contents), tmp_path)
    assert told == said
    assert megabytes < 700


def test_deep_nesting_is_damage(opened: Open) -> None:
    parts = with_layouts("<b>" * 300 + "</b>" * 300)
    assert fault(parts, opened) == "is damaged: ppt/slideLayouts/slideLayout100.xml is not XML"


def test_slides_that_are_left_out_may_be_large(opened: Open) -> None:
    name = "ppt/slides/slide1.xml"
    parts = typed(own_template(), name, f"{TYPE}.slide+xml", b"<x>" + b"<b/>" * 5_000_000 + b"</x>")
    parts = related(parts, "ppt/presentation.xml", "rId90", f"{OFFICE}/slide", f"/{name}")
    assert opened(parts).boxes == open_template().boxes


def refusal(path: Path) -> str:
    with pytest.raises(InputError) as refused:
        open_template(read_template(path))
    [diagnostic] = refused.value.diagnostics
    assert diagnostic.path == str(path)
    return diagnostic.message


def test_what_is_no_regular_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.potx"
    os.mkfifo(pipe)
    assert [refusal(path) for path in (pipe, Path("/dev/zero"), tmp_path)] == [
        "is not a file that can be read twice",
        "is not a file that can be read twice",
        "is a folder, not a template",
    ]


def test_a_file_over_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.potx"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert refusal(path) == "holds 1099511.6 MB; at most 64 MB are read"


def test_a_missing_template_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.potx") == "there is no such file"
