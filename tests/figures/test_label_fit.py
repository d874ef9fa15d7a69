"""All labels together: the largest type that fits, and what gives way where none does."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from deckgen.figures.label_fit import LabelRoom, LabelSet, fit_labels
from deckgen.figures.moments import Moment
from deckgen.figures.time_text import TimeText
from deckgen.postmortem.vocabulary import EventKind
from tests.builders import at, page

LONG = "The rollback of deploy 4812 reaches all regions, and errors begin to fall everywhere"


def labels(
    count: int,
    text: str = "Errors begin to fall",
    width: float = 1184,
    height: float = 330,
    kind: EventKind = EventKind.NOTE,
    must_show: int = 0,
) -> LabelSet:
    shown = [
        Moment(
            name=f"event:E{n:02d}",
            at=at("02:00") + timedelta(minutes=n),
            kind=kind,
            title="" if kind is EventKind.NOTE else kind.capitalize(),
            text=text,
            is_event=True,
            is_key=n < must_show,
            is_milestone=False,
            is_boundary=False,
        )
        for n in range(count)
    ]
    times = TimeText(shown[0].at, shown[-1].at, ZoneInfo("UTC"))
    return fit_labels(shown, times, page().measurer, LabelRoom(width, lambda *_: height, 12.0))


def test_fewer_labels_are_set_in_larger_type() -> None:
    assert [labels(count).size for count in (3, 10, 12, 14, 300)] == [16, 16, 14, 12, 12]


def test_longer_texts_are_set_in_smaller_type_rather_than_cut() -> None:
    longer = f"{LONG}, while the purge of the keyspace goes on"
    assert [labels(10, text).size for text in (LONG, longer)] == [16, 13]
    assert labels(10, longer).cuts == 0


def test_no_label_is_set_in_type_smaller_than_the_least() -> None:
    found = labels(14, LONG, height=140)
    assert found.size == 12
    assert found.cuts == 14
    assert found.lines(0) + found.lines(1) <= 7


def test_labels_take_turns_above_and_below() -> None:
    found = labels(5)
    assert [label.moment for label in found.row(0)] == [0, 2, 4]
    assert [label.moment for label in found.row(1)] == [1, 3]


def test_a_low_room_has_one_row() -> None:
    found = labels(5, height=70)
    assert (found.rows, found.row(1)) == (1, ())


def test_rows_share_the_lines_by_need() -> None:
    shown = labels(14, LONG, height=330)
    assert shown.cuts == 0
    assert shown.height(0) + shown.height(1) <= 330


def test_as_many_are_labelled_as_the_columns_hold() -> None:
    assert len(labels(300).labels) == 14


def test_a_label_is_given_up_where_that_leaves_more_than_one_other_whole() -> None:
    found = labels(30, LONG, width=900, height=104)
    assert len(found.labels) == 4
    assert found.cuts == 0


def test_no_label_that_must_be_told_is_given_up_for_others_to_be_whole() -> None:
    found = labels(30, LONG, width=900, height=104, must_show=5)
    assert [label.moment for label in found.labels] == [0, 1, 2, 3, 4]


def test_a_long_head_stays_on_one_line_where_its_row_has_room() -> None:
    assert labels(2, kind=EventKind.ACKNOWLEDGEMENT).labels[0].head == ("02:00 · Acknowledgement",)


def test_long_heads_are_stacked_where_their_row_has_no_room() -> None:
    row = labels(14, kind=EventKind.ACKNOWLEDGEMENT).row(0)
    assert ("02:00", "Acknowledgement") in {label.head for label in row}
    assert sum(label.width for label in row) + 6 * 12 <= 1184
