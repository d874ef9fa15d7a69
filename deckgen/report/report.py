"""From a document to its report, and to the picture that stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from markupsafe import Markup

from deckgen.audience import shown_to
from deckgen.chart import ChartOptions, chart
from deckgen.figures.timeline import timeline_alt
from deckgen.policy import Audience, Policy
from deckgen.policy_files import policy_for
from deckgen.readers import Document
from deckgen.report.contents import Contents
from deckgen.report.flavour import Flavour
from deckgen.report.markdown import Confluence, GitHub
from deckgen.report.messages import messages
from deckgen.report.signature import signed
from deckgen.report.slack import Slack
from deckgen.report.templates import rendered
from deckgen.today import today

if TYPE_CHECKING:
    from deckgen.redaction import Redacted

FlavourName = Literal["github", "confluence", "slack"]
PictureFormat = Literal["none", "png", "svg"]

FLAVOURS: Mapping[FlavourName, type[Flavour]] = MappingProxyType(
    {"github": GitHub, "confluence": Confluence, "slack": Slack}
)
"""The kinds of markup by name."""

_CALLED = (
    *("heading", "strong", "remark", "code", "link", "url"),
    *("bullets", "numbers", "table", "fenced"),
)
"""What of a flavour a template may call."""

_CUT = "— — — cut here: the next message — — —"

_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(frozen=True)
class ReportOptions:
    """What a report is made for.

    `picture` is how the timeline is drawn, which needs a browser; `picture_name` is the name of its
    file, beside the report. `folder` is the postmortem's, relative to that of the report, for the
    pictures that are its evidence. `template` is a Jinja2 file, by default the packaged one.
    `policy` is what the company asks, by default in the policy file nearest to the postmortem.
    """

    picture: PictureFormat = "none"
    picture_name: str = "timeline.png"
    folder: str = ""
    flavour: FlavourName = "github"
    template: Path | None = None
    audience: Audience = "internal"
    policy: Policy | None = None
    as_of: date = field(default_factory=today)


@dataclass(frozen=True)
class Report:
    """A report as text, and the bytes of the picture in it, None where there is none.

    `messages` is how many the text is cut into; 1 where one takes it all. `hidden` is what the
    public is not shown; None in a report for those inside.
    """

    text: str
    picture: bytes | None
    messages: int
    hidden: Redacted | None


def report(document: Document, options: ReportOptions) -> Report:
    """Return the report of `document`.

    Raises InputError where the template is at fault, and where a picture is wanted and no browser
    draws it.
    """
    policy = options.policy or policy_for(Path(document.path))
    seen = shown_to(options.audience, document, policy)
    shown = replace(document, postmortem=seen.postmortem)
    flavour = FLAVOURS[options.flavour]()
    parts = messages(_text(shown, options, flavour), flavour.longest_part)
    text = signed(f"\n\n{_CUT}\n\n".join(parts), flavour.remark)
    picture = None
    if options.picture != "none":
        picture = chart(shown, ChartOptions("timeline", options.picture))
    return Report(text, picture, len(parts), seen.hidden)


def _text(shown: Document, options: ReportOptions, flavour: Flavour) -> str:
    contents = Contents(shown.postmortem, flavour, options.as_of, options.folder)
    picture = Markup("")
    if options.picture != "none":
        picture = flavour.picture(timeline_alt(shown.postmortem), options.picture_name)
    parts = {
        **contents.parts(),
        "picture": picture,
        "missing": flavour.remark("Not recorded yet."),
        **{name: getattr(flavour, name) for name in _CALLED},
    }
    text = rendered(options.template, parts, flavour.escape, contents.when)
    return _BLANK_LINES.sub("\n\n", text).strip("\n")
