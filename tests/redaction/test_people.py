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
        ("host alice-laptop-2", "host [name]-laptop-2"),
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
        (
            "Samantha Okonkwo-Reyes",
            ["Okonkwo", "Reyes", "S. Okonkwo", "sokonkwo", "sokonkworeyes", "okonkwo.samantha"],
        ),
        (
            "María José García López",
            ["García", "María García", "M. García", "mgarcia", "mjgarcia", "García López", "Lopez"],
        ),
        ("Priya K. Raghunathan", ["pkraghunathan", "praghuna", "Priya K.", "P.K. Raghunathan"]),
        ("Ludwig van der Berg", ["lvdberg", "vdberg", "vanderberg", "L. van der Berg"]),
        ("Óscar de la Fuente Ruiz", ["odelafuente", "oscar.delafuente", "oruiz", "de la Fuente"]),
        ("Ming-Hsuan Lee", ["mhlee", "minghsuan.lee", "Hsuan"]),
        ("Nguyễn Văn An", ["Nguyen", "Văn An", "annguyen", "anguyen"]),
        ("Дмитрий Иванов (Dmitry Ivanov)", ["Dmitry", "divanov", "Д. Иванов", "D. Ivanov"]),
        ("王伟", ["王伟"]),
        ("김민수", ["김민수"]),
        ("Иван Петров", ["Иван", "Петров", "иван.петров"]),
        ("राहुल शर्मा", ["राहुल", "राहुल शर्मा"]),
    ],
)
def test_names_of_all_languages(name: str, texts: list[str]) -> None:
    for text in texts:
        assert shown(f"Then {text} came", (name, "Lead")) == "Then Lead came"


@pytest.mark.parametrize(
    "name",
    [
        *("Ali\u200bce", "Al\u00adice", "\u0410lice", "Аlісе", "\uff21\uff4c\uff49\uff43\uff45"),
        *("\U0001d400lice", "Alice\u00a0Johnson", "Alice Johnson\u200b", "Alic\u0435 J\u043ehnson"),
        *("Alice\u2010Johnson", "Alice\u2011Johnson", "Alice\u2013Johnson", "Alice\ufeffJohnson"),
    ],
)
def test_a_name_is_found_by_how_it_reads_not_by_its_characters(name: str) -> None:
    text = f"We paged {name} again"
    assert shown(text, ALICE).replace("\u200b", "") == "We paged Incident commander again"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Сергей Ольхов", "C\u0435рг\u0435й"),
        ("Hans Griffith", "Gri\ufb03th"),
        ("Kim Müller", "M\u0075\u0308ller"),
        ("Kim Mu\u0308ller", "Müller"),
        ("김민수", "\u1100\u1175\u11b7\u1106\u1175\u11ab\u1109\u116e"),
    ],
)
def test_so_is_one_of_letters_that_look_alike_or_are_put_together(name: str, text: str) -> None:
    assert shown(f"Then {text} came", (name, "Lead")) == "Then Lead came"


def test_the_genitive_without_an_apostrophe_is_found() -> None:
    assert shown("nach Samanthas Deploy", ("Samantha Ray", "Lead")) == "nach Lead Deploy"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("feature/alice-fix", "feature/[name]-fix"),
        ("on alice/fix-api", "on [name]/fix-api"),
        ("patch_johnson_2.diff", "patch_[name]_2.diff"),
        ("fixByAlice and aliceFix", "fixBy[name] and [name]Fix"),
        ("alice2 and INC-alice-7", "[name]2 and INC-[name]-7"),
        ("sudo -u ajohnson ls", "sudo -u [name] ls"),
        ("an Alice-led call with Alice/Bob", "an Incident commander-led call with "
         "Incident commander/responder"),
    ],
)  # fmt: skip
def test_within_the_name_of_a_thing_a_name_is_just_a_name(text: str, expected: str) -> None:
    assert shown(text, ALICE, BOB) == expected


def test_a_name_that_is_a_word_counts_where_a_login_stands() -> None:
    text = "sudo -u mark ls; chown mark x; ~mark/bin; mark the pods"
    assert shown(text, ("Mark Lee", "Lead")) == (
        "sudo -u [name] ls; chown [name] x; ~[handle]/bin; mark the pods"
    )


def test_what_stands_in_brackets_behind_a_name_is_a_nickname_but_for_words_of_the_trade() -> None:
    people = [("Ann Ray (Sunny)", "Lead"), ("Bo Fox (Cloudflare)", "Vendor engineer")]
    assert shown("Then Sunny called Cloudflare", *people) == "Then Lead called Cloudflare"


def test_names_of_products_in_lower_case_stay() -> None:
    people = [("Cassandra Jones", "Lead"), ("Ann Kafka", "Scribe")]
    assert shown("the cassandra and kafka pods", *people) == "the cassandra and kafka pods"


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
        ("Long to call customers", "Lead to call customers"),
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
