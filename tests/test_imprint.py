"""What stands at the foot of a deck and in its properties, and whether the day counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from deckgen.deck import Outline, assemble, outline
from deckgen.imprint import Imprint, counts_days, imprint
from deckgen.layout import Page
from deckgen.postmortem.model import Postmortem
from deckgen.profiles import REVIEW
from deckgen.scene.deck import Footer, Properties
from deckgen.scene.geometry import to_points
from deckgen.scene.text import Run
from deckgen_layouts import BUILTIN
from tests.builders import at, box, event, page, postmortem

AS_OF = " · as of 1 Feb 2025"
PROMISED = {"action": "Add a canary", "owner": "DevOps", "due": date(2025, 1, 15)}


def promised(**fields: object) -> Postmortem:
    """A postmortem with an open action that is promised for a day."""
    return postmortem(actions=[PROMISED], **fields)


def lines(text: str, on: Page) -> int:
    """How many lines the footer's text takes in its box."""
    room = on.boxes.footer
    assert room is not None
    return on.measurer.line_count([Run(text, on.title_sizes.footer, "")], to_points(room.width))


def test_footer_and_properties_say_which_incident_it_is() -> None:
    told = promised(
        id="INC-7",
        title="Checkout down",
        tags=["cache", "deploy"],
        timezone="Asia/Tokyo",
        started_at=at("20:15"),
        resolved_at=at("21:00"),
    )
    assert imprint(told, page()) == Imprint(
        Footer(date="9 Jan 2025", text="INC-7 · as of 1 Feb 2025"),
        Properties(
            title="Checkout down",
            subject="Postmortem of INC-7, resolved",
            keywords=("cache", "deploy"),
            modified=datetime(2025, 2, 1, tzinfo=UTC),
        ),
    )


@pytest.mark.parametrize(
    "actions",
    [
        [],
        [{"action": "No day"}],
        [{**PROMISED, "status": "done"}],
        [{**PROMISED, "status": "dropped"}],
    ],
)
def test_where_no_open_action_is_promised_for_a_day_the_day_counts_nowhere(
    actions: list[dict[str, object]],
) -> None:
    told = postmortem(actions=actions, timeline=[event("04:00")])
    other = page(date(2026, 12, 31))
    assert not counts_days(told)
    assert imprint(told, page()) == imprint(told, other)
    plan = outline(REVIEW, BUILTIN)
    decks = [assemble(told, plan, on, imprint(told, on)) for on in (page(), other)]
    assert decks[0] == decks[1]
    assert decks[0].footer.text == "INC-1"
    assert decks[0].properties.modified == at("04:00")


@pytest.mark.parametrize("status", ["open", "in_progress"])
def test_an_open_action_that_is_promised_for_a_day_makes_the_day_count(status: str) -> None:
    assert counts_days(postmortem(actions=[{**PROMISED, "status": status}]))


def test_a_publication_after_everything_else_is_when_the_deck_was_modified() -> None:
    by_day = postmortem(published_at=date(2025, 1, 10), resolved_at=at("05:00"))
    assert imprint(by_day, page()).properties.modified == datetime(2025, 1, 10, tzinfo=UTC)
    by_hour = postmortem(published_at=at("06:00"), resolved_at=at("05:00"))
    assert imprint(by_hour, page()).properties.modified == at("06:00")


@pytest.mark.parametrize("length", [5, 80, 300, 5_000])
@pytest.mark.parametrize("letter", ["W", "i", "長", "W "])
def test_the_footer_is_one_line_whatever_the_id(letter: str, length: int) -> None:
    name = (letter * length)[:length].strip()
    foot = imprint(promised(id=name), page()).footer.text
    shown, rest = foot[: -len(AS_OF)], foot[-len(AS_OF) :]
    assert (rest, lines(foot, page())) == (AS_OF, 1)
    assert shown == name or (shown[-1] == "…" and name.startswith(shown[:-1]) and length > 40)


def test_an_id_is_shortened_in_the_footer_alone() -> None:
    told = promised(id="INC-" + "7" * 300)
    said = imprint(told, page())
    drawn = assemble(told, Outline((BUILTIN["title"],), 30), page(), said)
    assert drawn.footer.text.startswith("INC-7777")
    assert drawn.properties.subject == f"Postmortem of {told.id}, open"
    assert drawn.slides[0].subtitle is not None
    assert told.id in drawn.slides[0].subtitle.text


def test_a_footer_with_hardly_any_room_is_still_one_line() -> None:
    narrow = replace(page(), boxes=replace(page().boxes, footer=box(0.5, 7.0, 0.8, 0.3)))
    foot = imprint(promised(), narrow).footer.text
    assert (foot[-1], lines(foot, narrow)) == ("…", 1)


def test_a_template_without_a_footer_leaves_its_text_as_it_is() -> None:
    bare = replace(page(), boxes=replace(page().boxes, footer=None))
    assert imprint(promised(id="W" * 300), bare).footer.text == f"{'W' * 300}{AS_OF}"


def test_a_deck_as_of_an_early_day_says_the_earliest_that_a_package_can() -> None:
    said = imprint(promised(), page(date(1970, 1, 1)))
    assert said.properties.modified == datetime(1980, 1, 1, tzinfo=UTC)
