"""The timeline of few and many events over short and long times, on one sheet of pictures.

`python docs/dense_timelines.py` draws docs/images/dense-*.png: a column for each span, a row for
each number of events, once spread evenly and once in bursts. Needs Chrome or Chromium.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

from PIL import Image

from deckgen.figures.timeline import timeline_figure
from deckgen.postmortem.model import Postmortem
from deckgen.rendering import FigureBrowser
from deckgen.scene.fonts import load_font
from deckgen.scene.measure import Measurer
from deckgen.theme_files import load_theme

IMAGES = Path(__file__).parent / "images"
SPANS = (
    timedelta(minutes=5), timedelta(hours=3), timedelta(days=2), timedelta(weeks=3),
    timedelta(days=365),
)  # fmt: skip
COUNTS = (1, 3, 14, 60, 300, 1_000)
_STARTED = datetime(2025, 1, 8, 21, 40, tzinfo=UTC)
_SIZE = (1184.0, 518.0)
_CELL = (592, 259)
_GAP = 12
_BACKDROP = (174, 182, 192)
_TEXTS = (
    "Deploy reaches all regions", "Success rate alert fires", "Database failover is tried",
    "Payments on-call acknowledges the page", "Errors are traced to one cache node",
    "Traffic is moved to the second region", "Status page says what customers see",
    "Rollback begins", "Error rate back below its threshold", "Queue has drained",
)  # fmt: skip
_KINDS = ("note", "diagnosis", "communication", "escalation")


def incident(count: int, span: timedelta, *, in_bursts: bool) -> Postmortem:
    """Return an incident with `count` events over `span`, the same every time."""
    chance = random.Random(f"{count} {span} {in_bursts}")
    moments = sorted(_moments(count, span, chance, in_bursts))
    at = [_STARTED + moment for moment in moments]
    events = [
        {"at": moment, "text": _TEXTS[n % len(_TEXTS)], "kind": chance.choice(_KINDS)}
        for n, moment in enumerate(at)
    ]
    events[0]["kind"] = "trigger"
    if count > 2:
        events[1]["kind"], events[-1]["kind"] = "detection", "resolution"
        events[int(count * 0.7)]["kind"] = "mitigation"
    return Postmortem.model_validate({"title": "Dense", "started_at": _STARTED, "timeline": events})


def _moments(
    count: int, span: timedelta, chance: random.Random, in_bursts: bool
) -> Iterator[timedelta]:
    if not in_bursts:
        yield from (span * (n / max(1, count - 1)) for n in range(count))
        return
    yield timedelta()
    bursts = [chance.random() for _ in range(4)]
    for _ in range(count - 2):
        place = chance.choice(bursts) + chance.gauss(0, 0.015)
        yield span * min(max(place, 0.0), 1.0)
    if count > 1:
        yield span


def sheet(pictures: Sequence[Image.Image], columns: int) -> Image.Image:
    """Return the pictures side by side in `columns`, each as large as a cell."""
    rows = -(-len(pictures) // columns)
    size = (columns * (_CELL[0] + _GAP) + _GAP, rows * (_CELL[1] + _GAP) + _GAP)
    board = Image.new("RGB", size, _BACKDROP)
    for n, picture in enumerate(pictures):
        row, column = divmod(n, columns)
        place = (_GAP + column * (_CELL[0] + _GAP), _GAP + row * (_CELL[1] + _GAP))
        board.paste(picture.resize(_CELL, Image.Resampling.LANCZOS), place)
    return board


def main() -> None:
    """Draw both sheets with one browser."""
    theme = load_theme()
    measurer = Measurer(load_font(theme.font.family))
    with FigureBrowser() as browser:
        for name, in_bursts in (("evenly", False), ("in-bursts", True)):
            incidents = [incident(n, span, in_bursts=in_bursts) for n in COUNTS for span in SPANS]
            figures = [timeline_figure(one, theme, measurer, _SIZE) for one in incidents]
            drawn = [Image.open(BytesIO(browser.draw(one, "png"))) for one in figures]
            board = sheet([picture.convert("RGB") for picture in drawn], len(SPANS))
            small = board.quantize(128, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
            small.save(IMAGES / f"dense-{name}.png", optimize=True)


if __name__ == "__main__":
    main()
