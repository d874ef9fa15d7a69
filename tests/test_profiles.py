"""Who gets which slides, and for how long."""

from __future__ import annotations

from deckgen.profiles import PROFILES
from deckgen_layouts import BUILTIN


def test_each_profile_is_found_by_its_name_and_takes_its_minutes() -> None:
    assert {name: (profile.name, profile.minutes) for name, profile in PROFILES.items()} == {
        "review": ("review", 30),
        "executive": ("executive", 10),
        "onepage": ("onepage", 5),
    }


def test_every_layout_that_a_profile_names_exists() -> None:
    named = {name for p in PROFILES.values() for name in (*(p.layouts or ()), *p.leaves_out)}
    assert named - set(BUILTIN) == set()


def test_the_review_shows_every_layout_but_the_one_page_summary() -> None:
    review = PROFILES["review"]
    assert (review.layouts, review.leaves_out) == (None, ("one-page",))


def test_the_executive_s_slides_stand_in_the_order_of_the_review() -> None:
    layouts = PROFILES["executive"].layouts
    assert layouts == tuple(name for name in BUILTIN if name in (layouts or ()))


def test_every_layout_is_shown_by_a_profile() -> None:
    shown = {
        name
        for profile in PROFILES.values()
        for name in (profile.layouts or set(BUILTIN) - set(profile.leaves_out))
    }
    assert shown == set(BUILTIN)
