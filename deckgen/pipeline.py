"""From a document to the bytes of its deck: the stages one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.audience import shown_to
from deckgen.deck import assemble, outline
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.drawing import ChartKind, page_of, painting, template_for, written
from deckgen.imprint import imprint
from deckgen.known_names import check_known, nearest
from deckgen.layout import Layout, Painter
from deckgen.policy import Audience, Policy
from deckgen.policy_files import policy_for
from deckgen.pptx import TemplateFile
from deckgen.profiles import PROFILES, REVIEW
from deckgen.readers import Document
from deckgen.registry import load_layouts
from deckgen.scene.deck import Deck
from deckgen.theme import Theme
from deckgen.theme_files import load_theme
from deckgen.today import today

if TYPE_CHECKING:
    from deckgen.redaction import Redacted
    from deckgen.rendering import FigureBrowser


@dataclass(frozen=True)
class Options:
    """What a deck is made for: values alone, so that they can be sent to another process.

    `only` and `skip` name layouts. `chart` says how figures are drawn: as native shapes, or as
    pictures. `policy` is what the company asks, by default in the policy file nearest to the
    postmortem; `audience` is who is to read the deck.
    """

    profile: str = REVIEW.name
    chart: ChartKind = "native"
    theme: Theme = field(default_factory=load_theme)
    template: TemplateFile | None = None
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    as_of: date = field(default_factory=today)
    policy: Policy | None = None
    audience: Audience = "internal"


@dataclass(frozen=True)
class Built:
    """A deck as a value and as the bytes of a .pptx, with what there is to say about it.

    `hidden` is what the public is not shown; None in a deck for those inside.
    """

    deck: Deck
    pptx: bytes
    warnings: tuple[Diagnostic, ...]
    hidden: Redacted | None = None


def build_deck(document: Document, options: Options, browser: FigureBrowser | None = None) -> Built:
    """Return the deck of `document`.

    Pictures are drawn by `browser`; without one, a browser is started for this deck alone. Raises
    InputError for names that nobody knows, and where a picture is wanted and cannot be drawn.
    """
    with painting(options.chart, browser) as draw:
        return _built(document, options, draw)


def _built(document: Document, options: Options, draw: Painter) -> Built:
    layouts = load_layouts()
    check_known("layout", (*options.only, *options.skip), layouts)
    check_known("profile", [options.profile], PROFILES)
    _know_headlines(document, layouts)
    template = template_for(options.theme, options.template)
    if options.audience == "public":
        template = template.without_properties()
    page = page_of(template, options.theme, options.as_of, draw)
    plan = outline(PROFILES[options.profile], layouts, options.only, options.skip)
    policy = options.policy or policy_for(Path(document.path))
    shown = shown_to(options.audience, document, policy)
    postmortem = shown.postmortem
    deck = assemble(postmortem, plan, page, imprint(postmortem, page), postmortem.headlines)
    pptx, said = written(deck, template, options.theme, shown.source, document.path)
    without_effect = _headlines_without_effect(document, layouts)
    return Built(deck, pptx, (*document.notices, *without_effect, *said), shown.hidden)


def _know_headlines(document: Document, layouts: Mapping[str, type[Layout]]) -> None:
    faults = list(_unknown_headlines(document, layouts))
    if faults:
        raise InputError(faults)


def _headlines_without_effect(
    document: Document, layouts: Mapping[str, type[Layout]]
) -> Iterator[Diagnostic]:
    for name in document.postmortem.headlines:
        if title := layouts[name].title:
            yield document.diagnostic(
                ("headlines", name),
                f"headlines: the slide of {name!r} is always titled {title!r}",
                "remove this headline",
                severity="warning",
                of_key=True,
            )


def _unknown_headlines(
    document: Document, layouts: Mapping[str, type[Layout]]
) -> Iterator[Diagnostic]:
    for name in document.postmortem.headlines:
        if name not in layouts:
            yield document.diagnostic(
                ("headlines", name),
                f"headlines: there is no layout {name!r}",
                nearest(name, layouts),
                of_key=True,
            )
