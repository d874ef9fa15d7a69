"""The look by roles: one file differs from another, and none may be hard to read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckgen.diagnostics import Diagnostic, InputError
from deckgen.postmortem.vocabulary import EventKind, Severity
from deckgen.theme import Theme, contrast, load_theme, theme_names

channels = st.integers(0, 255)
colours = st.tuples(channels, channels, channels).map(lambda c: "#{:02X}{:02x}{:02X}".format(*c))


def file(folder: Path, text: str, name: str = "brand.toml") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def faults(choice: str) -> list[Diagnostic]:
    with pytest.raises(InputError) as caught:
        load_theme(choice)
    return list(caught.value.diagnostics)


def messages(folder: Path, text: str) -> list[str]:
    return [fault.message for fault in faults(file(folder, text))]


def differences(theme: Theme) -> dict[str, object]:
    """The values of a theme that the default theme does not have, by their dotted roles."""
    own, default = (flat(t.model_dump(mode="json")) for t in (theme, load_theme()))
    return {role: value for role, value in own.items() if default.get(role) != value}


def flat(table: dict[str, object], above: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in table.items():
        found |= flat(value, f"{above}{key}.") if isinstance(value, dict) else {above + key: value}
    return found


def test_every_theme_that_comes_with_deckgen_loads_under_its_name() -> None:
    assert "default" in theme_names()
    assert {name: load_theme(name).name for name in theme_names()} == {
        name: name for name in theme_names()
    }


def test_the_default_theme_has_a_colour_for_every_severity_and_kind_of_event() -> None:
    colour = load_theme().colour
    assert (set(colour.severity), set(colour.event)) == (set(Severity), set(EventKind))


def test_the_default_theme_keeps_text_at_twelve_points_and_tables_at_eleven() -> None:
    size = load_theme().size.model_dump()
    small = {role: points for role, points in size.items() if points < 12}
    assert small == {"table_min": 11, "axis": 10}


def test_a_theme_file_holds_only_what_differs(tmp_path: Path) -> None:
    text = (
        '[colour]\naccent = "#4A148C"\n[colour.severity]\nSEV3 = "#6D4C00"\n'
        "[size]\nstatement = 40\n"
    )
    assert differences(load_theme(file(tmp_path, text))) == {
        "name": "brand",
        "colour.accent": "#4A148C",
        "colour.severity.SEV3": "#6D4C00",
        "size.statement": 40.0,
    }


def test_a_theme_file_may_name_itself_and_what_it_extends(tmp_path: Path) -> None:
    text = 'extends = "default"\nname = "Harbour"\n[font]\nfamily = "calibri"\n'
    assert differences(load_theme(file(tmp_path, text))) == {
        "name": "Harbour",
        "font.family": "calibri",
    }


def test_a_theme_file_called_default_extends_the_default_all_the_same(tmp_path: Path) -> None:
    assert load_theme(file(tmp_path, 'name = "default"\n')) == load_theme()


def test_an_empty_theme_file_is_the_default_under_its_own_name(tmp_path: Path) -> None:
    assert differences(load_theme(file(tmp_path, ""))) == {"name": "brand"}


def test_a_theme_is_a_value_that_nobody_can_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load_theme().colour.accent = "#000000"  # type: ignore[misc]


def test_every_fault_of_a_theme_file_is_told_at_once(tmp_path: Path) -> None:
    path = file(
        tmp_path,
        '[colour]\nacent = "#000000"\nink = "black"\n[colour.event]\ndetecton = "#000000"\n'
        '[font]\nfamily = "Papyrus"\n[size]\nbody = 11\nfigure_min = 60\n[shadow]\ndepth = 3\n',
    )
    assert faults(path) == [
        Diagnostic(path, 0, 0, "colour.acent: there is no such role", "did you mean 'accent'?"),
        Diagnostic(
            path, 0, 0, "colour.event.detecton: there is no such role", "did you mean 'detection'?"
        ),
        Diagnostic(path, 0, 0, "colour.ink: 'black' is no colour: write it like #0B3C5D"),
        Diagnostic(
            path,
            0,
            0,
            "font.family: the widths of 'Papyrus' are not known, only those of Arial or Calibri",
        ),
        Diagnostic(path, 0, 0, "shadow: there is no such role"),
        Diagnostic(path, 0, 0, "size.body: Input should be greater than or equal to 12"),
    ]


def test_a_text_may_not_shrink_to_more_than_its_size(tmp_path: Path) -> None:
    assert messages(tmp_path, "[size]\nbody_min = 30\ntable = 11\ntable_min = 12\n") == [
        "size: body_min (30) is over body (16); table_min (12) is over table (11)"
    ]


@pytest.mark.parametrize(
    ("role", "smallest"),
    [("body", 12), ("body_min", 12), ("label", 12), ("table_min", 11), ("axis", 10)],
)
def test_no_text_may_be_set_smaller_than_it_can_be_read(
    tmp_path: Path, role: str, smallest: int
) -> None:
    assert (
        getattr(load_theme(file(tmp_path, f"[size]\n{role} = {smallest}\n")).size, role) == smallest
    )
    assert messages(tmp_path, f"[size]\n{role} = {smallest - 0.5}\n") == [
        f"size.{role}: Input should be greater than or equal to {smallest}"
    ]


def test_texts_that_would_be_hard_to_read_are_named_with_their_contrast(tmp_path: Path) -> None:
    text = (
        '[colour]\nlink = "#7FB2FF"\n[colour.event]\nnote = "#777777"\n'
        '[colour.phase]\nmonitoring = "#206040"\n'
    )
    assert messages(tmp_path, text) == [
        "colour: hard to read, under 4.5:1: link on paper (2.1:1), event.note on paper (4.4:1), "
        "ink on phase.monitoring (1.9:1)"
    ]


@pytest.mark.parametrize(
    ("role", "colour", "told"),
    [
        ("paper", "#111111", "ink on paper"),
        ("surface", "#8899AA", "muted on surface"),
        ("bad_tint", "#E08080", "bad on bad_tint"),
        ("on_accent", "#0B3C5D", "on_accent on accent"),
        ("good", "#5DBB63", "good on paper"),
    ],
)
def test_each_text_is_held_to_what_it_stands_on(
    tmp_path: Path, role: str, colour: str, told: str
) -> None:
    [message] = messages(tmp_path, f'[colour]\n{role} = "{colour}"\n')
    assert told in message


def test_an_unknown_theme_suggests_a_near_one_and_lists_those_there_are() -> None:
    known = "known themes: default; or name a file that ends in .toml"
    assert faults("defualt") == [
        Diagnostic(
            "defualt", 0, 0, "there is no theme of this name", f"did you mean 'default'? {known}"
        )
    ]
    assert [fault.hint for fault in faults("")] == [known]


def test_a_theme_cannot_extend_what_is_none(tmp_path: Path) -> None:
    path = file(tmp_path, 'extends = "corporate"')
    assert faults(path) == [
        Diagnostic(path, 0, 0, "extends 'corporate', which is no theme", "known themes: default")
    ]


def test_a_file_that_is_not_toml_says_where(tmp_path: Path) -> None:
    [message] = messages(tmp_path, "[colour]\naccent = blue\n")
    assert message == "the theme is not TOML: Invalid value (at line 2, column 10)"


def test_a_file_that_cannot_be_read_says_so(tmp_path: Path) -> None:
    missing, latin = tmp_path / "none.toml", tmp_path / "latin.toml"
    latin.write_bytes(b'name = "caf\xe9"')
    told = [fault for path in (missing, latin) for fault in faults(str(path))]
    assert [(fault.path, fault.message[:27]) for fault in told] == [
        (str(missing), "the theme cannot be read: ["),
        (str(latin), "the theme cannot be read: '"),
    ]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.478),
        ("#767676", "#ffffff", 4.542),
        ("#FF0000", "#FFFFFF", 3.998),
        ("#0000FF", "#FFFFFF", 8.592),
    ],
)
def test_contrast_is_that_of_the_web_s_accessibility_guidelines(
    one: str, other: str, ratio: float
) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.001)


@given(colours, colours)
def test_contrast_is_the_same_both_ways_and_between_1_and_21(one: str, other: str) -> None:
    assert contrast(one, other) == contrast(other, one)
    assert 1 <= contrast(one, other) <= 21
