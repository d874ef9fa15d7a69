"""Where moments and labels stand on the axis."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from deckgen.figures.arrangement import LONGEST_LEADER, Arrangement, arrange
from deckgen.figures.label_fit import LabelRoom, fit_labels
from deckgen.figures.moments import Moment
from deckgen.figures.time_text import TimeText
from deckgen.postmortem.vocabulary import EventKind
from tests.builders import at, page


def arranged(minutes: list[int], width: float = 1184) -> Arrangement:
    shown = [
        Moment(
            f"event:E{n}", at("02:00") + timedelta(minutes=minute), EventKind.NOTE, "",
            "Errors begin to fall", is_event=True, is_milestone=False, is_boundary=False,
        )
        for n, minute in enumerate(minutes)
    ]  # fmt: skip
    times = TimeText(shown[0].at, shown[-1].at, ZoneInfo("UTC"))
    room = LabelRoom(width, lambda *_: 330.0, 12.0)
    return arrange(shown, fit_labels(shown, times, page().measurer, room), width, 16)


def test_even_events_stand_on_a_linear_axis_with_upright_leaders() -> None:
    found = arranged([0, 30, 60, 90, 120])
    assert found.scale.distortion == 0
    assert found.lean == 0


def test_a_flag_stands_at_its_leader_and_the_last_ends_with_the_canvas() -> None:
    first, second, last = arranged([0, 60, 120]).labels
    assert first.left == 0
    assert second.left == second.mark - 0.5
    assert last.right == 1184


def test_a_burst_stretches_the_axis_until_leaders_are_short() -> None:
    found = arranged([0, 1, 2, 3, 4, 5, 6, 7, 8, 600])
    assert 0 < found.lean <= LONGEST_LEADER
    assert found.scale.distortion > 0.1


def test_events_of_one_instant_huddle_side_by_side_in_the_middle() -> None:
    found = arranged([0, 0, 0])
    xs = [found.positions[n] for n in range(3)]
    assert xs[1] == 1184 / 2
    assert all(b - a > 16 for a, b in pairwise(xs))


def test_up_to_forty_unlabelled_events_have_marks_and_more_are_a_rug() -> None:
    assert arranged(list(range(54))).rug == frozenset()
    assert len(arranged(list(range(56))).rug) == 42


def test_a_thousand_events_of_one_instant_are_all_apart() -> None:
    found = arranged([0] * 1000)
    assert len({round(x, 2) for x in found.positions.values()}) == 1000
