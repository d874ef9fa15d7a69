"""Which of a template's layouts deckgen draws on, and where these have room."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from deckgen.layout import PageBoxes
from deckgen.pptx.relationships import PartError
from deckgen.pptx.slide_layouts import SlideLayout, Slot, required
from deckgen.scene.geometry import Box, Emu, points

COVER, TITLE_ONLY, KEY_LEARNING = "Title Slide", "Title Only", "Key Learning"

_GAP = 0.015  # of the slide's height, between the title or the footers and the body
_LEAST_WIDTH = 0.6  # of the slide
_LEAST_HEIGHT = points(260)  # the impact in numbers, the measures and the summary need it

_SPOKEN = {
    **{"title": "title", "ctrTitle": "title", "subTitle": "subtitle", "body": "subtitle"},
    **{"dt": "date", "ftr": "footer", "sldNum": "slide number"},
}

Size = tuple[int, int]
"""Width and height of a slide in EMU."""


def chosen_layouts(layouts: Sequence[SlideLayout]) -> dict[str, SlideLayout]:
    """Return every layout by its name, and those that deckgen draws on by its own names for them.

    They are found by name, else by type, else by their placeholders. Raises PartError when the
    template has none that will do.
    """
    by_name = {layout.name: layout for layout in reversed(layouts) if _has_place(layout.title)}
    cover = _chosen(layouts, COVER, "title", _is_cover)
    title_only = _chosen(layouts, TITLE_ONLY, "titleOnly", lambda layout: not layout.content)
    key_learning = by_name.get(KEY_LEARNING)
    if key_learning is None or _room(key_learning.title) != _room(title_only.title):
        key_learning = title_only  # texts are measured for the title box that all slides share
    own = {COVER: cover, TITLE_ONLY: title_only, KEY_LEARNING: key_learning}
    return {**by_name, **own}


def check_places(chosen: Mapping[str, SlideLayout], size: Size) -> None:
    """Raise PartError where a text of a layout that deckgen draws on would leave the slide."""
    whole = Box(Emu(0), Emu(0), Emu(size[0]), Emu(size[1]))
    for name in (COVER, TITLE_ONLY, KEY_LEARNING):
        layout = chosen[name]
        subtitle = layout.subtitle if name == COVER else None
        for slot in filter(None, (layout.title, subtitle, *layout.footers)):
            if slot.room is not None and not whole.contains(slot.room):
                fault = f"has a {_SPOKEN[slot.kind]} that leaves the slide"
                hint = "in PowerPoint, move it onto the slide (View, Slide Master)"
                raise PartError(f"{fault}, on its slide layout {layout.name!r}", hint)


def page_boxes(
    layouts: Sequence[SlideLayout], chosen: dict[str, SlideLayout], size: Size
) -> PageBoxes:
    """Return where titles and bodies have room. Raises PartError when the body has too little."""
    cover, slide = chosen[COVER], chosen[TITLE_ONLY]
    return PageBoxes(
        cover_title=_room(cover.title),
        cover_subtitle=_room(cover.subtitle),
        title=_room(slide.title),
        body=_body(layouts, slide, size),
        footer=None if (foot := footer(chosen)) is None else foot.room,
    )


def footer(chosen: Mapping[str, SlideLayout]) -> Slot | None:
    """Return the footer that holds least of the layouts deckgen draws on, None if none has one."""
    drawn_on = [chosen[name] for name in (COVER, TITLE_ONLY, KEY_LEARNING)]
    feet = [slot for layout in drawn_on for slot in layout.footers if slot.kind == "ftr"]
    rooms = [(slot.room.width / slot.size, slot) for slot in feet if slot.room]
    return min(rooms, key=itemgetter(0))[1] if rooms else None


def _chosen(
    layouts: Sequence[SlideLayout], name: str, kind: str, fits: Callable[[SlideLayout], bool]
) -> SlideLayout:
    usable = [
        layout
        for layout in layouts
        if _has_place(layout.title) and (name != COVER or _has_place(layout.subtitle))
    ]
    preferences: Iterable[Callable[[SlideLayout], bool]] = (
        lambda layout: layout.name.casefold() == name.casefold(),
        lambda layout: layout.type == kind,
        fits,
    )
    for preferred in preferences:
        if found := next(filter(preferred, usable), None):
            return found
    if not usable:
        needs = "a title and a subtitle" if name == COVER else "a title"
        fault = f"has no slide layout with {needs}"
        raise PartError(fault, f"add one such as PowerPoint's own layout '{name}'")
    return min(usable, key=lambda layout: len(layout.content))


def _is_cover(layout: SlideLayout) -> bool:
    title = layout.title
    kinds = {slot.kind for slot in layout.content}
    return "subTitle" in kinds or (title is not None and title.kind == "ctrTitle")


def _has_place(slot: Slot | None) -> bool:
    return slot is not None and slot.room is not None and min(slot.room.width, slot.room.height) > 0


def _room(slot: Slot | None) -> Box:
    room = required(slot).room
    if room is None:
        raise PartError("has a slide layout whose placeholders have no place")
    return room


def _body(layouts: Sequence[SlideLayout], slide: SlideLayout, size: Size) -> Box:
    """Return the box of the body placeholder that goes with the title, else what is free."""
    free = _free_room(slide, size)
    for box in (*_body_boxes(layouts), free):
        clear = _clipped(box, free, size)
        if clear.width >= _LEAST_WIDTH * size[0] and clear.height >= _LEAST_HEIGHT:
            return clear
    fault = f"leaves too little room under the title of its slide layout {slide.name!r}"
    hint = (
        "slides need 3.6 inches there: in PowerPoint, move the title up (View, Slide Master), or "
        "make the slides 13.33 inches wide (Design, Slide Size, Widescreen)"
    )
    raise PartError(fault, hint)


def _body_boxes(layouts: Sequence[SlideLayout]) -> Iterator[Box]:
    plain = [x for x in layouts if x.type in ("obj", "tx") and len(x.content) == 1]
    of_layouts = (layout.content[0].box for layout in plain)
    of_masters = (layout.body for layout in layouts)
    yield from (box for box in (*of_layouts, *of_masters) if box is not None)


def _free_room(slide: SlideLayout, size: Size) -> Box:
    """Return what is free under the title and above the foot, as wide as the title."""
    title, gap = _room(slide.title), round(size[1] * _GAP)
    whole_title = slide.title.box if slide.title and slide.title.box else title
    feet = [slot.box.y for slot in slide.footers if slot.box and slot.box.y > whole_title.bottom]
    top = whole_title.bottom + gap
    bottom = min([*feet, size[1]]) - gap
    return Box(title.x, Emu(top), title.width, Emu(bottom - top))


def _clipped(box: Box, free: Box, size: Size) -> Box:
    """Return `box` without what lies above or below `free`, or beside the slide."""
    top, bottom = max(box.y, free.y), min(box.bottom, free.bottom)
    left, right = max(box.x, 0), min(box.right, size[0])
    return Box(Emu(left), Emu(top), Emu(right - left), Emu(bottom - top))
