"""Namespaces of the XML in a .pptx file, in ElementTree's `{uri}` form."""

from __future__ import annotations

from typing import Final

A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
C: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P14: Final = "{http://schemas.microsoft.com/office/powerpoint/2010/main}"
DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
LINK_COLOUR: Final = "{http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor}hlinkClr"
COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
CORE: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DUBLIN_CORE: Final = "{http://purl.org/dc/elements/1.1/}"
SPREADSHEET: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CONTENT_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONSHIPS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
