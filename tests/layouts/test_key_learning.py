"""Key Learning: one statement in bold, an icon, one line of evidence, nothing else."""

from __future__ import annotations

from deckgen.postmortem.vocabulary import IconName
from deckgen.scene.shapes import Path
from deckgen_layouts.key_learning import KeyLearning
from tests.builders import page, postmortem
from tests.layouts.checks import slides_of, texts, texts_of
from tests.layouts.postmortems import PARAGRAPH

STATEMENT = "When a change touches the cache, a canary must prove consistency under load first"


def learning(**fields: object) -> dict[str, object]:
    return {"key_learning": {"statement": STATEMENT, **fields}}


def test_without_a_key_learning_there_is_no_slide() -> None:
    assert slides_of(KeyLearning, postmortem(learnings=[{"text": "x"}])) == []


def test_the_slide_holds_the_statement_and_the_evidence_and_nothing_else() -> None:
    drawn = postmortem(**learning(evidence="Three incidents in a year"))
    [slide] = slides_of(KeyLearning, drawn)
    assert slide.slide_layout == "Key Learning"
    assert texts_of(slide) == ["Key Learning", STATEMENT, "Three incidents in a year"]


def test_the_statement_is_bold_and_the_largest_text() -> None:
    [slide] = slides_of(KeyLearning, postmortem(**learning(evidence="Three incidents")))
    statement, evidence = (text.frame.paragraphs[0].runs[0] for text in texts(slide.items))
    assert statement.bold
    assert statement.size > 1.5 * evidence.size
    assert statement.size > page().title_sizes.title


def test_the_icon_is_a_lightbulb_unless_the_author_chose_one() -> None:
    icons = [
        item.name
        for fields in ({}, {"icon": IconName.SHIELD})
        for slide in slides_of(KeyLearning, postmortem(**learning(**fields)))
        for item in slide.items
        if isinstance(item, Path)
    ]
    assert icons == ["icon:lightbulb", "icon:shield"]


def test_without_evidence_the_statement_stands_alone() -> None:
    [slide] = slides_of(KeyLearning, postmortem(**learning()))
    assert texts_of(slide) == ["Key Learning", STATEMENT]
    assert not any("believe" in note for note in slide.notes)


def test_the_notes_hold_the_statement_and_why_we_believe_it() -> None:
    [slide] = slides_of(KeyLearning, postmortem(**learning(evidence="Three incidents")))
    assert slide.notes[1:3] == (STATEMENT, "Why we believe it: Three incidents")


def test_a_statement_too_long_for_the_slide_is_in_the_notes_in_full() -> None:
    long = (PARAGRAPH * 5).strip()
    [slide] = slides_of(KeyLearning, postmortem(key_learning={"statement": long}))
    assert texts_of(slide)[1].endswith("…")
    assert f"In full: {long}" in slide.notes
