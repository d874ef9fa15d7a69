"""Repeats: what happened first, what was left undone, and the same again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from deckgen.postmortem.vocabulary import ActionStatus, Severity
from deckgen.quarter.values import Repeat
from deckgen_layouts.quarter.repeats import QuarterRepeats, by_weight
from tests.layouts.checks import cell_texts, parts, said, tables, texts, texts_of
from tests.layouts.quarter.reviews import (
    BEFORE_PERIOD,
    TEXTS,
    earlier,
    page,
    repeat,
    review,
    slides_of,
)
from tests.quarter.builders import action, incident


def repeats_of(amount: int, text: str = "Disk full") -> list[Repeat]:
    return [
        repeat(
            incident(f"INC-{n}", title=f"{text} again {n}", primary_cause=f"{text} {n}"),
            incident(f"OLD-{n}", BEFORE_PERIOD, title=f"{text} {n}"),
            actions=(earlier(id=f"A{n}", incident=f"OLD-{n}", text=f"{text} {n}, act"),),
        )
        for n in range(100, 100 + amount)
    ]


def shown(*repeats: Repeat, others: int = 0) -> list[str]:
    """The texts of the first slide over these repeats and so many other incidents."""
    incidents = [one.incident for one in repeats]
    more = [incident(f"OTHER-{n}") for n in range(others)]
    return texts_of(slides_of(QuarterRepeats, review([*incidents, *more], repeats=repeats))[0])


def test_without_a_repeat_there_is_no_slide() -> None:
    assert slides_of(QuarterRepeats, review([incident()])) == []


def test_a_repeat_tells_what_was_first_what_was_undone_and_what_came_of_it() -> None:
    before = incident("INC-1", date(2025, 5, 4), title="Nodes run out of disk")
    now = incident(
        "INC-2",
        date(2025, 8, 4),
        title="Nodes run out of disk again",
        severity=Severity.SEV1,
        primary_cause="Old images are never removed",
        lasted=timedelta(minutes=45),
    )
    undone = earlier(id="A3", text="Remove old images each night", due=date(2025, 6, 1))
    assert shown(repeat(now, before, actions=(undone,)), others=6) == [
        "1 of 7 incidents repeats an earlier cause; 1 action still open then",
        "Old images are never removed  Stated in INC-2",
        "SEV2  4 May 2025",
        "Nodes run out of disk",
        "INC-1",
        "Still open when it struck again",
        "Remove old images each night",
        "Platform, due 1 Jun 2025; open to this day, 61 days old",
        "SEV1  4 Aug 2025, 92 days later",
        "Nodes run out of disk again",
        "INC-2, impact lasted 45m",
    ]


def test_what_stands_first_was_first_from_left_to_right() -> None:
    [slide] = slides_of(QuarterRepeats, review([incident()], repeats=repeats_of(1)))
    boxes = {text.name.split(":")[-1]: text.box for text in texts(slide.items)}
    assert boxes["before"].right < boxes["undone"].x < boxes["undone"].right < boxes["again"].x


def test_only_an_action_that_was_open_stands_on_red() -> None:
    colour = page().theme.colour
    fills = {
        then: [
            text.fill
            for slide in slides_of(QuarterRepeats, review([incident()], repeats=(one,)))
            for text in texts(slide.items)
            if text.name.endswith("undone")
        ]
        for then, one in {
            "open": repeat(actions=(earlier("open"), earlier("dropped", id="A2"))),
            "dropped": repeat(actions=(earlier("dropped"),)),
            "unknown": repeat(actions=(earlier("unknown"),)),
            "none": repeat(),
        }.items()
    }
    assert fills == {
        "open": [colour.bad_tint],
        "dropped": [colour.caution_tint],
        "unknown": [colour.caution_tint],
        "none": [colour.surface],
    }


@pytest.mark.parametrize(
    ("actions", "told"),
    [
        ((), "INC-1 has no action"),
        ((action(),), "The only action of INC-1 was done, and the cause came back"),
        ((action(), action("A2")), "All 2 actions of INC-1 were done, and the cause came back"),
    ],
)
def test_where_nothing_was_left_undone_the_slide_says_what_is_known(
    actions: tuple[object, ...], told: str
) -> None:
    one = repeat(before=incident("INC-1", BEFORE_PERIOD, actions=actions))
    headline, *rest = shown(one)
    assert headline == "1 of 1 incident repeats an earlier cause; no action still open then"
    assert rest[rest.index("No earlier action was still open") + 1] == told


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (earlier(due=None, owner=None), "Unassigned, no due date; open to this day, 61 days old"),
        (
            earlier(status=ActionStatus.DONE, completed=date(2025, 9, 3)),
            "Platform, due 30 Sep 2025; done since, 3 Sep 2025",
        ),
        (earlier(status=ActionStatus.DROPPED), "Platform, due 30 Sep 2025; dropped since"),
        (earlier("dropped"), "Platform, due 30 Sep 2025; dropped"),
        (earlier("unknown"), "Platform, due 30 Sep 2025; done"),
    ],
)
def test_an_action_says_whose_it_is_and_what_has_become_of_it(one: object, told: str) -> None:
    assert told in shown(repeat(actions=(one,)))


@pytest.mark.parametrize(
    ("ground", "evidence", "told"),
    [
        ("stated", (), "Stated in INC-2"),
        ("tags", ("cache", "limits"), "Tags in common: cache and limits"),
        ("wording", ("disk", "full", "images"), "Both causes name: disk, full and images"),
    ],
)
def test_a_repeat_says_how_it_is_known(ground: str, evidence: tuple[str, ...], told: str) -> None:
    one = repeat(ground=ground, evidence=evidence)
    assert shown(one)[1].endswith(f"  {told}")


def test_a_cause_that_struck_more_than_once_before_says_so() -> None:
    assert "INC-1, and 2 earlier incidents" in shown(repeat(times=3))


def test_two_on_one_day_are_said_to_be() -> None:
    both = repeat(incident("INC-2"), incident("INC-1", severity=None))
    assert "SEV2  4 Aug 2025, the same day" in shown(both)


def test_an_action_open_before_two_repeats_counts_once() -> None:
    both = [repeat(incident(name), actions=(earlier(),)) for name in ("INC-2", "INC-3")]
    assert shown(*both)[0] == "2 of 2 incidents repeat an earlier cause; 1 action still open then"


def test_open_actions_come_first_then_the_worst_incidents() -> None:
    calm = repeat(incident("INC-1", severity=Severity.SEV0))
    worst, bad, unrated = (
        repeat(incident(name, severity=level), actions=(earlier(),))
        for name, level in (("INC-2", Severity.SEV1), ("INC-3", Severity.SEV2), ("INC-4", None))
    )
    assert by_weight([calm, unrated, bad, worst]) == [worst, bad, unrated, calm]


@pytest.mark.parametrize(("amount", "slides"), [(1, [1]), (2, [2]), (3, [1, 2]), (4, [2, 2])])
def test_up_to_four_are_drawn_two_on_a_slide(amount: int, slides: list[int]) -> None:
    many = repeats_of(amount)
    drawn = slides_of(QuarterRepeats, review([one.incident for one in many], repeats=many))
    heads = [sum(item.name.endswith(":cause") for item in parts(slide.items)) for slide in drawn]
    assert heads == slides


def test_of_more_the_next_stand_in_a_table_that_counts_the_rest() -> None:
    many = repeats_of(40)
    incidents = [one.incident for one in many]
    _, listed = slides_of(QuarterRepeats, review(incidents, repeats=many))
    [table] = tables([listed])
    rows = cell_texts(table)[1:]
    left = 40 - 2 - len(rows)
    assert listed.title.text == "38 further incidents with a cause that was known before"
    assert texts_of(listed)[-1] == f"and {left} more, each marked in the appendix of all incidents"
    assert rows[0] == [
        "Disk full 102\nStated in INC-102",
        "Disk full 102\n4 May 2025, OLD-102",
        "Disk full again 102\n4 Aug 2025, INC-102",
        "Still open when it struck again\nDisk full 102, act",
    ]
    assert left > 0


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
def test_whatever_is_cut_stands_in_the_notes(text: str) -> None:
    many = repeats_of(6, text)
    slides = slides_of(QuarterRepeats, review([one.incident for one in many], repeats=many))
    told, rows = said(slides), cell_texts(tables(slides)[0])[1:]
    for one in many[: 2 + len(rows)]:
        for words in (one.incident.title, one.earlier.title, one.actions[0].action.text):
            assert words in told
        assert (one.incident.primary_cause or "") in told


def test_more_actions_than_fit_are_counted_and_stand_in_the_notes() -> None:
    undone = tuple(earlier(id=f"A{n}", text=f"Act number {n}") for n in range(100, 130))
    [slide] = slides_of(QuarterRepeats, review([incident()], repeats=(repeat(actions=undone),)))
    seen = sum(text.startswith("Act number") for text in texts_of(slide))
    assert f"and {30 - seen} more, in the notes" in texts_of(slide)
    assert all(f"Act number {n}:" in "\n".join(slide.notes) for n in range(100, 130))
