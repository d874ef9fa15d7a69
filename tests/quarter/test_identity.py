"""Which incidents are the same, and what those are called that share a file name."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from deckgen.quarter.identity import ToldApart, told_apart
from tests.quarter.builders import action, incident

MAY, JUNE = date(2025, 5, 3), date(2025, 6, 3)


def test_of_one_id_in_two_files_the_first_counts_in_whatever_order_they_come() -> None:
    one = incident("INC-1", MAY, path="a/one.yaml")
    copy = incident("inc-1", JUNE, path="b/two.yaml")
    other = incident("INC-2", MAY, path="c/three.yaml")
    for order in permutations([one, copy, other]):
        assert told_apart(order) == ToldApart((one, other), ((copy, one),), ())


def test_a_copy_of_a_file_counts_once() -> None:
    one = incident("postmortem", MAY, path="a/postmortem.yaml")
    copy = incident("postmortem", MAY, path="old/postmortem.yaml")
    assert told_apart([copy, one]) == ToldApart((one,), ((copy, one),), ())


def test_different_incidents_of_one_file_name_are_called_by_their_folders() -> None:
    one = incident(
        "postmortem", MAY, path="q/05/cache/postmortem.yaml",
        actions=(action(incident="postmortem"),),
    )  # fmt: skip
    two = incident("postmortem", JUNE, path="q/06/cache/postmortem.yaml")
    found = told_apart([two, one])
    assert [it.id for it in found.incidents] == ["05/cache/postmortem", "06/cache/postmortem"]
    assert [it.incident for it in found.incidents[0].actions] == ["05/cache/postmortem"]
    assert (found.copies, found.renamed) == ((), found.incidents)


def test_an_id_that_was_written_is_kept_beside_the_same_file_name() -> None:
    written = incident("postmortem", MAY, path="a/one.yaml")
    called = incident("postmortem", JUNE, path="b/postmortem.yaml")
    assert told_apart([written, called]) == ToldApart((written,), ((called, written),), ())
