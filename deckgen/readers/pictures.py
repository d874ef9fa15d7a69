"""From the paths of pictures to pictures that were read and found whole."""

from __future__ import annotations

from dataclasses import replace

from deckgen.postmortem.fields import Picture
from deckgen.readers.beside import Beside, NotBeside
from deckgen.readers.images import MOST_PIXELS_TOGETHER, NotAPicture, too_much, upright
from deckgen.readers.nodes import Loc, Plain
from deckgen.readers.remarks import Remark, Understood, items_at, value_at

KIND = "picture"
"""What is expected where `image` leads."""

MOST_PICTURES = 1_000
"""How many pictures a file may name."""

LARGEST_PICTURE = 20_000_000
"""How many bytes a picture may have."""

LARGEST_TOGETHER = 100_000_000
"""How many bytes all pictures of a deck may have."""


def pictures(data: Plain, beside: Beside) -> Understood[Picture]:
    """Return the pictures of the evidence in `data`, by their place, and a fault for each other.

    They are read from `beside`. A picture is refused before it is decoded where it has too many
    bytes or pixels, alone or with those before it, and decoded whole once, so that no broken one
    gets on.
    """
    album = _Album(beside)
    values: dict[Loc, Picture] = {}
    remarks: list[Remark] = []
    for n, evidence in enumerate(items_at(data, "evidence")):
        path, loc = value_at(evidence, "image"), ("evidence", n, "image")
        if path is None:
            continue
        try:
            if not isinstance(path, str):
                raise NotAPicture("the path of a picture is a text")
            if n >= MOST_PICTURES:
                message = f"no deck has more than {MOST_PICTURES:,} pictures"
                raise NotAPicture(message, "leave some out")
            values[loc] = album.picture(path.strip())
        except (NotAPicture, NotBeside) as fault:
            remarks.append(Remark(loc, str(fault), fault.hint))
    return Understood(values, tuple(remarks))


class _Album:
    """Pictures of the files beside a postmortem, each of which is read and decoded once."""

    def __init__(self, beside: Beside) -> None:
        self._beside = beside
        self._found: dict[str, Picture] = {}
        self._refused: dict[str, tuple[str, str]] = {}
        self._bytes = LARGEST_TOGETHER
        self._pixels = MOST_PIXELS_TOGETHER

    def picture(self, path: str) -> Picture:
        """Return the picture to which `path` leads; raise NotAPicture where there is none."""
        target = self._beside.target(path, KIND)
        if target in self._refused:
            raise NotAPicture(*self._refused[target])
        if target not in self._found:
            try:
                self._found[target] = self._read(path)
            except NotAPicture as fault:
                self._refused[target] = (str(fault), fault.hint)
                raise
        found = self._found[target]
        return found if found.path == path else replace(found, path=path)

    def _read(self, path: str) -> Picture:
        data = self._beside.content(path, KIND, LARGEST_PICTURE)
        if not data:
            raise NotAPicture(f"the picture '{path}' is empty")
        if len(data) > self._bytes:
            raise too_much(path, f"{LARGEST_TOGETHER / 1e6:.0f} MB")
        picture = upright(path, data, self._pixels)
        self._bytes -= max(len(data), len(picture.data))
        self._pixels -= picture.width * picture.height
        return picture
