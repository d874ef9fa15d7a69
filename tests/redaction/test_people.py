"""People by every form of their names, as their roles."""

from __future__ import annotations

import pytest

from tests.redaction.texts import shown

ALICE = ("Alice Johnson", "Incident commander")
BOB = ("Bob Miller", "responder")


@pytest.mark.parametrize(
    "name",
    [
        *("Alice Johnson", "Alice", "Johnson", "A. Johnson", "A Johnson", "Johnson, Alice"),
        *("alice johnson", "ALICE JOHNSON", "alice.johnson", "alice_johnson", "alice-johnson"),
        *("alicejohnson", "ajohnson", "johnsona", "a.johnson", "AliceJohnson", "@alice", "Alicé"),
        *("Alice M. Johnson", "Johnson Alice", "alice+johnson", "alicej", "alice", "Alice J."),
    ],
)
def test_every_form_of_a_name_becomes_the_role(name: str) -> None:
    assert shown(f"We paged {name} at 02:19", ALICE).replace("r.", "r") == (
        "We paged Incident commander at 02:19"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Alice's change", "Incident commander's change"),
        ("bob's change. bob left", "Responder's change. Responder left"),
        ("paged bob, who slept", "paged responder, who slept"),
        ("Alice, Bob and Al", "Incident commander, responder and Al"),
        ("malice and Alicent", "malice and Alicent"),
        ("host alice-laptop-2", "host Incident commander-laptop-2"),
        ("See https://x.example/u/ajohnson/1.", "See [link]."),
        ("A johnsonite", "A johnsonite"),
    ],
)
def test_names_stand_in_sentences(text: str, expected: str) -> None:
    assert shown(text, ALICE, BOB) == expected


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("Jürgen Müller", ["Jürgen", "Jurgen Muller", "juergen.mueller", "JÜRGEN", "Ju\u0308rgen"]),
        ("Søren Åberg", ["Soren", "Åberg", "Aberg", "soren.aberg"]),
        ("Seán O'Brien", ["Sean", "O'Brien", "O’Brien", "obrien", "sobrien"]),
        ("Jean-Luc Picard", ["Jean-Luc", "Jean Luc", "Jeanluc", "jpicard", "jean-luc.picard"]),
        (
            "Ludwig van Beethoven",
            ["van Beethoven", "Beethoven", "ludwig.vanbeethoven", "lbeethoven"],
        ),
        ("Dr. Ada Example Jr.", ["Ada Example"]),
        ("Johnson, Alice", ["Alice Johnson", "Alice"]),
        ("Alice (Ally) Johnson", ["Ally", "Alice Johnson"]),
        ("Alice Johnson, SRE", ["Alice", "Alice Johnson"]),
        ("王伟", ["王伟"]),
        ("김민수", ["김민수"]),
        ("Иван Петров", ["Иван", "Петров", "иван.петров"]),
        ("राहुल शर्मा", ["राहुल", "राहुल शर्मा"]),
    ],
)
def test_names_of_all_languages(name: str, texts: list[str]) -> None:
    for text in texts:
        assert shown(f"Then {text} came", (name, "Lead")) == "Then Lead came"


def test_names_in_scripts_without_spaces_stand_within_words() -> None:
    people = [("王伟", "值班"), ("김민수", "담당자")]
    assert shown("由王伟重启, 김민수가", *people) == "由值班重启, 담당자가"


WILL, MAY = ("Will Smith", "Scribe"), ("May Long", "Lead")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pods will restart", "The pods will restart"),
        ("Will the pods restart?", "Will the pods restart?"),
        ("Will restarted the pods", "Scribe restarted the pods"),
        ("Will's fix", "Scribe's fix"),
        ("Will", "Scribe"),
        ("Then Will found it", "Then Scribe found it"),
        ("Ended. Will page on 5xx", "Ended. Will page on 5xx"),
        ("will smith and will.smith", "Scribe and Scribe"),
        ("THE PODS WILL RESTART", "THE PODS WILL RESTART"),
        ("In May 2025, on 8 May, since May", "In May 2025, on 8 May, since May"),
        ("It may take long; Long queries", "It may take long; Long queries"),
        ("asked May for it", "asked Lead for it"),
    ],
)
def test_a_name_that_is_a_word_counts_where_it_reads_as_a_name(text: str, expected: str) -> None:
    assert shown(text, WILL, MAY) == expected


def test_people_of_one_role_are_numbered_in_their_order() -> None:
    people = [("Ann Ray", "Responder"), ("Ben Fox", "responder"), ("Cem Ay", "Scribe")]
    assert shown("by Ann, Ben and Cem", *people) == "by Responder 1, responder 2 and Scribe"


def test_a_name_that_two_have_is_just_a_name() -> None:
    people = [("Alice Johnson", "Lead"), ("Alice Ray", "Scribe")]
    assert shown("by Alice and Alice Ray", *people) == "by [name] and Scribe"


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Deputy of Bob Miller", "by Deputy of [name]"),
        ("Alice's delegate", "by [name]'s delegate"),
        ("Alice Johnson", "by Participant"),
        ("Owner of db-1.corp", "by Owner of [host]"),
    ],
)
def test_a_role_does_not_tell_a_name(role: str, expected: str) -> None:
    assert shown("by Alice Johnson", ("Alice Johnson", role), BOB) == expected


def test_who_is_called_by_the_role_stays() -> None:
    people = [("Incident commander", "Incident commander"), ("Platform team", "Owner")]
    text = "The commander of the incident asked the platform"
    assert shown(text, *people) == text
    assert shown("by Platform team", *people) == "by Owner"


def test_the_policy_keeps_part_of_a_name_that_is_also_something_else() -> None:
    jenkins = ("Ann Jenkins", "Scribe")
    assert shown("the Jenkins job", jenkins) == "the Scribe job"
    assert shown("the Jenkins job of Ann Jenkins", jenkins, not_names=["Jenkins"]) == (
        "the Jenkins job of Scribe"
    )
