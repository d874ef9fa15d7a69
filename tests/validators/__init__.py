"""Judges of a finished .pptx file, for tests only.

They read the bytes alone and share no code with the writer, so that a mistake in it cannot hide
itself. Each judge returns one sentence per finding, and an empty list for a sound file. `planted`
holds such a file, and the faults that the judges themselves are tested with.

- `structure`: what openxml-audit does not see in the package,
- `audit`: openxml-audit itself,
- `accessibility`: the rules of Microsoft's accessibility checker that the file can answer,
- `geometry`: nothing outside the slide, no text on text,
- `rendering`: LibreOffice's PDF, and whether each text stands in its box there (`text_boxes` reads
  the boxes from the file).

`accessibility` and `geometry` expect a file in which `structure` finds nothing.
"""
