"""How decks are called: each source another name, the same for the same set, whatever the order."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from deckgen.batch.names import Source, deck_names, same_name


def source(place: str, below: int = 1, called: str | None = None) -> Source:
    deck = PurePosixPath(called) if called else None
    return Source(PurePosixPath(place), Path(place), below, deck)


def called(*sources: Source) -> dict[str, str]:
    names = deck_names(sources)
    return {str(source.place): str(deck) for source, deck in names.decks.items()}


def test_a_deck_is_called_as_its_source() -> None:
    assert called(source("/a/INC-1.yaml"), source("/b/INC-2.yml")) == {
        "/a/INC-1.yaml": "INC-1.pptx",
        "/b/INC-2.yml": "INC-2.pptx",
    }


def test_what_was_found_in_a_folder_keeps_its_way_down() -> None:
    assert called(source("/q/web/INC-1.yaml", 2), source("/q/db/INC-1.yaml", 2)) == {
        "/q/web/INC-1.yaml": "web/INC-1.pptx",
        "/q/db/INC-1.yaml": "db/INC-1.pptx",
    }


def test_sources_of_one_name_are_told_apart_by_their_folders() -> None:
    assert called(source("/q/web/INC-1.yaml"), source("/q/db/INC-1.yaml")) == {
        "/q/web/INC-1.yaml": "web/INC-1.pptx",
        "/q/db/INC-1.yaml": "db/INC-1.pptx",
    }


def test_sources_of_one_folder_are_told_apart_by_their_endings() -> None:
    assert called(source("/q/INC-1.yaml"), source("/q/INC-1.yml")) == {
        "/q/INC-1.yaml": "INC-1.yaml.pptx",
        "/q/INC-1.yml": "INC-1.yml.pptx",
    }


def test_names_that_differ_only_in_case_are_one_name_on_a_mac() -> None:
    found = called(source("/q/Inc.yaml"), source("/q/inc.yaml"))
    assert found == {"/q/Inc.yaml": "Inc.yaml.pptx", "/q/inc.yaml": "inc.yaml-2.pptx"}


def test_who_has_a_longer_name_than_asked_for_is_told() -> None:
    names = deck_names([source("/a/x.yaml"), source("/b/x.yaml"), source("/b/y.yaml")])
    assert names.apart == (PurePosixPath("a/x.pptx"), PurePosixPath("b/x.pptx"))


def test_a_deck_may_be_called_otherwise_than_its_source() -> None:
    found = called(
        source("/a/ann.yaml", called="postmortem.public"),
        source("/a/bob.yaml", called="postmortem.public"),
    )
    assert found == {
        "/a/ann.yaml": "postmortem.public.pptx",
        "/a/bob.yaml": "postmortem.public-2.pptx",
    }


_PARTS = st.sampled_from(["a", "A", "é", "e\u0301", "b.c", "x-2", "x"])
_PLACES = st.builds(
    lambda folders, stem, ending: "/" + "/".join([*folders, f"{stem}{ending}"]),
    st.lists(_PARTS, max_size=3), _PARTS, st.sampled_from([".yaml", ".yml", ""]),
)  # fmt: skip


@given(st.sets(_PLACES, max_size=12), st.randoms(), st.integers(1, 3))
def test_no_two_decks_have_one_name_and_the_order_does_not_matter(
    places: set[str], random: object, below: int
) -> None:
    sources = [source(place, min(below, place.count("/"))) for place in sorted(places)]
    names = deck_names(sources)
    assert len({same_name(deck) for deck in names.decks.values()}) == len(sources)
    random.shuffle(sources)  # type: ignore[attr-defined]
    assert deck_names(sources) == names


@given(st.sets(_PLACES, min_size=1, max_size=12))
def test_a_deck_stays_within_its_folder(places: set[str]) -> None:
    for deck in deck_names([source(place) for place in places]).decks.values():
        assert not deck.is_absolute()
        assert ".." not in deck.parts
        assert deck.suffix == ".pptx"
