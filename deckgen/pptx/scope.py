"""What is counted or named once per slide: shape ids, shape names, and what the slide refers to."""

from __future__ import annotations

from collections.abc import Callable

from deckgen.pptx.markup import quoted
from deckgen.scene.shapes import Chart, Picture

_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"'
    ' val="1"/></a:ext></a:extLst>'
)


class SlideScope:
    """The ids and names given away on one slide, and its relationships.

    `link`, `picture`, `vector` and `chart` return the id of the relationship to an address, to a
    picture, to an SVG and to a chart; all but the last the same for the same.
    """

    def __init__(
        self,
        link: Callable[[str], str],
        picture: Callable[[Picture], str],
        vector: Callable[[bytes], str],
        chart: Callable[[Chart], str],
    ) -> None:
        self._last_id = 1  # that of the shape tree itself
        self._uses: dict[str, int] = {}
        self.link = link
        self.picture = picture
        self.vector = vector
        self.chart = chart

    def identity(self, name: str, alt: str | None) -> str:
        """Return the `p:cNvPr` of the next shape; it is marked as decorative where `alt` is None.

        A second shape of one name is numbered, so that each can be told in the selection pane.
        """
        self._last_id += 1
        uses = self._uses[name] = self._uses.get(name, 0) + 1
        label = name if uses == 1 else f"{name} {uses}"
        start = f'<p:cNvPr id="{self._last_id}" name={quoted(label)}'
        if alt is None:
            return f"{start}>{_DECORATIVE}</p:cNvPr>"
        return f"{start} descr={quoted(alt)}/>" if alt else f"{start}/>"
