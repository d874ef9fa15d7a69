"""PDF files that are the same every time."""

from __future__ import annotations

import re

# Places in the file are counted in bytes, so what takes a moment's place is as long as it.
_MOMENT = re.compile(rb"\(D:\d{14}([+-]\d{2}'\d{2}')\)")


def undated(pdf: bytes) -> bytes:
    """Return a PDF that says of no moment that it was made then, but of the start of 1980."""
    return _MOMENT.sub(lambda moment: b"(D:19800101000000" + moment[1] + b")", pdf)
