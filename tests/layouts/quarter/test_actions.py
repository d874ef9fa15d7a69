"""Actions: what is done, what is open and overdue, whose it is and how old."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from deckgen.postmortem.vocabulary import ActionStatus, Priority
from deckgen.quarter.actions import actions_review
from deckgen.quarter.incident import Action
from deckgen.quarter.values import Completion, QuarterReview
from deckgen.scene.shapes import BarChart
from deckgen_layouts.quarter.actions import QuarterActions, headline
from tests.layouts.checks import cell_texts, parts, said, tables, texts_of
from tests.layouts.quarter.reviews import BEFORE_PERIOD, TEXTS, review, slides_of
from tests.layouts.test_every_layout import TEMPLATES
from tests.quarter.builders import AS_OF, action, incident

DONE = ActionStatus.DONE


def reviewed(*now: Action, before: Sequence[Action] = ()) -> QuarterReview:
    """The review of a quarter with these actions, and those of an earlier incident."""
    own = incident("INC-1", actions=now)
    old = incident("INC-0", BEFORE_PERIOD, actions=tuple(before))
    return review([own], actions=actions_review([own], [old], [old], AS_OF))


def open_ones(amount: int, owners: int = 3, text: str = "Add an alert") -> list[Action]:
    return [
        action(
            f"A{n}",
            text=f"{text} {n}",
            owner=f"Team {n % owners}",
            opened=date(2025, 7, 1) + timedelta(days=n % 90),
            due=(date(2025, 9, 1), date(2025, 12, 1))[n % 2],
        )
        for n in range(100, 100 + amount)
    ]


def headlines(drawn: QuarterReview) -> list[str]:
    return [slide.title.text for slide in slides_of(QuarterActions, drawn)]


def test_without_any_action_there_is_no_slide() -> None:
    assert slides_of(QuarterActions, reviewed()) == []


def test_done_actions_of_earlier_incidents_are_nothing_to_show() -> None:
    assert slides_of(QuarterActions, reviewed(before=[action(status=DONE)])) == []


@pytest.mark.parametrize(
    ("now", "before", "headline"),
    [
        ([action(due=None)], [], "0 of 1 action done; 1 open, none overdue"),
        (
            [action(status=DONE), action("A2")],
            [action(due=None)],
            "1 of 2 actions done; 2 open, 1 overdue",
        ),
        (
            [],
            [action(), action("A2")],
            "No new actions; 2 of earlier incidents still open, 2 overdue",
        ),
        ([action(status=DONE)], [], "1 of 1 action done; none is open"),
        (
            [action(status=DONE), action("A2", status=ActionStatus.DROPPED)],
            [],
            "1 of 2 actions done, 1 dropped; none is open",
        ),
    ],
)
def test_the_headline_says_what_is_done_and_what_is_open(
    now: list[Action], before: list[Action], headline: str
) -> None:
    assert headlines(reviewed(*now, before=before)) == [headline]


def test_the_figures_tell_what_is_of_the_period_and_what_is_carried_over() -> None:
    drawn = reviewed(
        action(status=DONE, completed=date(2025, 8, 20)),
        action("A2", owner=None, due=None),
        action("A3", status=ActionStatus.DROPPED),
        before=[action(incident="INC-0")],
    )
    before = replace(drawn.actions, completion_before=Completion(2, 6, 1))
    [slide] = slides_of(QuarterActions, replace(drawn, actions=before))
    shown = texts_of(slide)
    assert shown[1 : shown.index("Action")] == [
        *("1 of 3", "Done", "1 dropped"),
        *("2", "Open", "1 from earlier incidents"),
        *("1", "Overdue", "of those open"),
        *("1", "Unassigned", "1 without a due date"),
        *("1 of 2", "Done within 30 days", "2025-Q2: 2 of 6; too few for a share"),
    ]


def test_overdue_actions_that_are_urgent_are_counted() -> None:
    urgent = [action(f"A{n}", priority=Priority.P1) for n in range(2)]
    [slide] = slides_of(QuarterActions, reviewed(action(), *urgent))
    shown = texts_of(slide)
    assert shown[shown.index("Overdue") + 1] == "2 of them P0 or P1"


def test_an_action_opened_after_the_day_of_the_review_has_no_age() -> None:
    [slide] = slides_of(QuarterActions, reviewed(action(opened=AS_OF + timedelta(days=3))))
    assert cell_texts(tables([slide])[0])[1][-1] == "0 days"


def test_actions_younger_than_thirty_days_say_that_none_is_as_old() -> None:
    [slide] = slides_of(QuarterActions, reviewed(action(opened=AS_OF)))
    assert "Done within 30 days: none is as old" in texts_of(slide)
    assert "None yet" in texts_of(slide)


def test_actions_done_on_unknown_days_are_said_to_be() -> None:
    done = [action(f"A{n}", status=DONE) for n in range(3)]
    [slide] = slides_of(QuarterActions, reviewed(action("B"), *done))
    assert "3 on unknown days; too few for a share" in texts_of(slide)


def test_up_to_five_open_actions_stand_in_a_table_the_oldest_first() -> None:
    drawn = reviewed(
        action("A1", opened=date(2025, 8, 10), due=date(2025, 12, 1)),
        action("A2", opened=date(2025, 8, 1), due=date(2025, 10, 9)),
        action("A3", opened=date(2025, 10, 9), due=None, owner=None),
    )
    [slide] = slides_of(QuarterActions, drawn)
    text = "Add an alert on free disk space"
    assert cell_texts(tables([slide])[0])[1:] == [
        [text, "INC-1 A2", "Platform", "9 Oct 2025\nOverdue 1 day", "70 days"],
        [text, "INC-1 A1", "Platform", "1 Dec 2025", "61 days"],
        [text, "INC-1 A3", "Unassigned", "No due date", "1 day"],
    ]


def test_of_more_there_are_charts_and_a_slide_of_the_oldest() -> None:
    first, second = slides_of(QuarterActions, reviewed(*open_ones(40)))
    owners, ages = (item for item in parts(first.items) if isinstance(item, BarChart))
    assert owners.categories == ("Team 1", "Team 0", "Team 2")
    assert ages.categories == ("0 to 29", "30 to 59", "60 to 89", "90 or more")
    for chart in (owners, ages):
        assert sum(value or 0 for series in chart.series for value in series.values) == 40
    rows = cell_texts(tables([second])[0])[1:]
    assert second.title.text.startswith("The oldest open action is 91 days old; ")
    assert texts_of(second)[-1] == f"and {40 - len(rows)} more open actions, none of them older"


@pytest.mark.parametrize(
    ("due", "told"),
    [(date(2025, 9, 1), "all"), (date(2025, 12, 1), "none"), (None, "none")],
)
def test_the_oldest_say_how_many_of_them_are_overdue(due: date | None, told: str) -> None:
    actions = [action(f"A{n}", due=due) for n in range(6)]
    assert headlines(reviewed(*actions))[1] == (
        f"The oldest open action is 61 days old; {told} of the 6 oldest overdue"
    )


def test_owners_without_a_bar_are_counted_and_stand_in_the_notes() -> None:
    first, _ = slides_of(QuarterActions, reviewed(*open_ones(200, owners=100)))
    [chart, _] = (item for item in parts(first.items) if isinstance(item, BarChart))
    left = 100 - len(chart.categories)
    [remark] = [text for text in texts_of(first) if text.startswith("and ")]
    assert remark == (
        f"and {left} more owners with {2 * left} open actions, "
        f"{remark.split(', ')[1].split()[0]} of them overdue; each in the notes"
    )
    assert all(f"Team {n}: 2 open" in "\n".join(first.notes) for n in range(100))


@pytest.mark.parametrize("amount", [3, 12])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_an_action_that_is_cut_stands_in_the_notes(text: str, amount: int) -> None:
    slides = slides_of(QuarterActions, reviewed(*open_ones(amount, text=text)))
    rows = len(cell_texts(tables(slides)[0])) - 1
    shown = sorted(open_ones(amount, text=text), key=lambda one: one.opened)[:rows]
    assert [one.id for one in shown if one.text not in said(slides)] == []


def test_where_the_charts_have_little_room_each_has_a_slide() -> None:
    drawn, small = reviewed(*open_ones(40)), TEMPLATES["ten inches wide"]
    first, *charts = slides_of(QuarterActions, drawn, small)
    assert [slide.title.text for slide in (first, *charts)] == [
        headline(drawn),
        "40 open actions of 3 owners",
        "2 of 40 open actions are 90 days old or older",
    ]
    assert len(tables([first])) == 1
    assert [sum(isinstance(item, BarChart) for item in parts(one.items)) for one in charts] == [
        1,
        1,
    ]
    assert all(action.text in said([first]) for action in drawn.actions.oldest)
