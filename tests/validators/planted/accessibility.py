"""Faults of accessibility, each with what `accessibility_findings` says of it."""

from __future__ import annotations

from tests.validators.planted.parts import CORE, MAIN, NOTES, box, insert, slide, slide_rels
from tests.validators.planted.planting import Edit, Fault, both, swap

TITLE = r'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 1"/>.*?</p:sp>'
LINK_TEXT = "the public report"


def without_description(number: int, name: str) -> Edit:
    return swap(slide(number), f'(name="{name}") descr="[^"]*"', r"\1")


def described(number: int, name: str, text: str) -> Edit:
    return swap(slide(number), f'(name="{name}")( descr="[^"]*")?', rf'\1 descr="{text}"')


DOCUMENT: dict[str, Fault] = {
    "no document title": Fault(
        swap(CORE, "<dc:title>.*?</dc:title>", ""),
        ("document: has no title",),
    ),
    "no document language": Fault(
        swap(CORE, "<dc:language>.*?</dc:language>", ""),
        ("document: has no language",),
    ),
    "a default section name": Fault(
        swap(MAIN, 'name="Summary"', 'name="Default Section"'),
        ("document: the section name 'Default Section' says nothing",),
    ),
    "a numbered section name": Fault(
        swap(MAIN, 'name="Summary"', 'name="Section 2"'),
        ("document: the section name 'Section 2' says nothing",),
    ),
    "a section without a name": Fault(
        swap(MAIN, 'name="Summary"', 'name=""'),
        ("document: the section name '' says nothing",),
    ),
    "two sections of one name": Fault(
        swap(MAIN, 'name="Summary"', 'name="follow-up"'),
        ("document: two sections are named 'Follow-up'",),
    ),
}

SLIDES: dict[str, Fault] = {
    "no title": Fault(
        swap(slide(3), TITLE, ""),
        ("slide 3: has no title",),
    ),
    "an empty title": Fault(
        swap(slide(3), "Incidents are falling", " "),
        ("slide 3: has an empty title",),
    ),
    "two titles": Fault(
        swap(slide(1), 'type="subTitle" idx="1"', 'type="title"'),
        ("slide 1: has more than one title",),
    ),
    "two slides of one title": Fault(
        swap(slide(3), "Incidents are falling", "A cache  write raced"),
        ("slide 3: has the title of slide 2: 'A cache write raced'",),
    ),
    "a title that is read last": Fault(
        swap(slide(3), f"({TITLE})(.*)(</p:spTree>)", r"\2\1\3"),
        ("slide 3: the title is not first in the reading order",),
    ),
    "a footer that is read early": Fault(
        swap(slide(4), "(<p:graphicFrame>.*</p:graphicFrame>)(<p:sp>.*</p:sp>)", r"\2\1"),
        ("slide 4: a footer is not last in the reading order",),
    ),
    "empty speaker notes": Fault(
        swap(NOTES, "<a:t>.*?</a:t>", "<a:t> </a:t>"),
        ("slide 1: has no speaker notes",),
    ),
    "no speaker notes": Fault(
        swap(slide_rels(1), "<Relationship [^>]*rId2[^>]*>", ""),
        ("slide 1: has no speaker notes",),
    ),
}

ALT_TEXTS: dict[str, Fault] = {
    "a picture without": Fault(
        without_description(2, "picture"),
        ("slide 2: 'picture': has no alt text",),
    ),
    "a chart without": Fault(
        without_description(3, "chart"),
        ("slide 3: 'chart': has no alt text",),
    ),
    "a table without": Fault(
        without_description(4, "table"),
        ("slide 4: 'table': has no alt text",),
    ),
    "a group without": Fault(
        without_description(2, "group"),
        (
            "slide 2: 'group': has no alt text",
            "slide 2: 'line': has no alt text",
            "slide 2: 'marker': has no alt text",
        ),
    ),
    "an empty shape without": Fault(
        swap(slide(2), '(name="panel">)<a:extLst>.*?</a:extLst>', r"\1"),
        ("slide 2: 'panel': has no alt text",),
    ),
    "a file name": Fault(
        described(2, "picture", "error-rate_2.png"),
        ("slide 2: 'picture': the alt text 'error-rate_2.png' says nothing",),
    ),
    "a word for any picture": Fault(
        described(2, "picture", "Picture 3"),
        ("slide 2: 'picture': the alt text 'Picture 3' says nothing",),
    ),
    "on a decorative shape": Fault(
        described(2, "panel", "A dark panel"),
        ("slide 2: 'panel': is decorative and described",),
    ),
    "an empty placeholder": Fault(
        swap(slide(1), '(name="Subtitle 2".*?)<a:p>.*?</a:p>', r"\1<a:p/>"),
        ("slide 1: 'Subtitle 2': is a placeholder that was left empty",),
    ),
}

TABLES: dict[str, Fault] = {
    "no header row": Fault(
        swap(slide(4), ' firstRow="1"', ""),
        ("slide 4: 'table': has no header row",),
    ),
    "merged cells": Fault(
        swap(slide(4), "<a:tc>(.*?</a:tc>)<a:tc>", r'<a:tc gridSpan="2">\1<a:tc hMerge="1">'),
        ("slide 4: 'table': has merged cells",),
    ),
}

LANGUAGES: dict[str, Fault] = {
    "a run without": Fault(
        swap(slide(2), '<a:rPr lang="en-GB"/>', ""),
        ("ppt/slides/slide2.xml: the text 'A cache write raced' has no language",),
    ),
    "a run with a word for it": Fault(
        swap(slide(2), '"en-GB"', '"English (GB)"'),
        ("ppt/slides/slide2.xml: the text 'A cache write raced' has no language",),
    ),
    "a paragraph end without": Fault(
        swap(slide(2), "(</a:r>)(</a:p>)", r"\1<a:endParaRPr/>\2"),
        ("ppt/slides/slide2.xml: the end of the paragraph 'A cache write raced' has no language",),
    ),
    "notes without": Fault(
        swap(NOTES, ' lang="en-GB"', ""),
        (
            "ppt/notesSlides/notesSlide1.xml: the text 'Say in one sentence: "
            "Checkout was down for 45 minutes.' has no language",
        ),
    ),
}

LINKS: dict[str, Fault] = {
    "a vague word": Fault(
        swap(slide(1), LINK_TEXT, "Read more…"),
        ("slide 1: 'Subtitle 2': the link text 'Read more…' does not say where it leads",),
    ),
    "an address": Fault(
        swap(slide(1), LINK_TEXT, "https://example.org/2025"),
        (
            "slide 1: 'Subtitle 2': the link text 'https://example.org/2025' does "
            "not say where it leads",
        ),
    ),
    "its own address": Fault(
        both(
            swap(slide(1), LINK_TEXT, "status@example.org"),
            swap(slide_rels(1), "https://example.org/report", "status@example.org"),
        ),
        ("slide 1: 'Subtitle 2': the link text 'status@example.org' does not say where it leads",),
    ),
    "a vague word in two runs": Fault(
        swap(
            slide(1),
            f"(<a:r><a:rPr [^>]*><a:hlinkClick [^>]*></a:rPr><a:t>){LINK_TEXT}(</a:t></a:r>)",
            r"\1click \2\1here\2",
        ),
        ("slide 1: 'Subtitle 2': the link text 'click here' does not say where it leads",),
    ),
}

SIZES: dict[str, Fault] = {
    "small text": Fault(
        insert(3, box("small", "text", attributes='sz="1150"')),
        ("slide 3: 'small': text of 11.5 pt, less than 12 pt",),
    ),
    "small text in a table": Fault(
        swap(slide(4), "(<a:tc>.*?<a:rPr )", r'\1sz="1050" '),
        ("slide 4: 'table': text of 10.5 pt, less than 11 pt",),
    ),
    "a small footer": Fault(
        swap(slide(4), 'sz="1400"', 'sz="900"'),
        ("slide 4: 'number': text of 9 pt, less than 10 pt",),
    ),
    "a small note": Fault(
        swap(slide(2), 'sz="1000"', 'sz="900"'),
        ("slide 2: 'axis label': text of 9 pt, less than 10 pt",),
    ),
    "small text by shrinking": Fault(
        insert(3, box("shrunk", "text", body='<a:normAutofit fontScale="80000"/>')),
        ("slide 3: 'shrunk': text of 11.2 pt, less than 12 pt",),
    ),
    "small text of the layout": Fault(
        swap("ppt/slideLayouts/slideLayout1.xml", '(name="Subtitle.*?<a:defRPr)', r'\1 sz="1100"'),
        (
            "slide 1: 'Subtitle 2': text of 11 pt, less than 12 pt",
            "slide 1: 'Subtitle 2': 898989 on FFFFFF has a contrast of 3.50, not 4.5",
        ),
    ),
    "small text of the master": Fault(
        swap("ppt/slideMasters/slideMaster1.xml", r"(<p:titleStyle>.*?sz=.)\d+", r"\g<1>1100"),
        (
            "slide 1: 'Title 1': text of 11 pt, less than 12 pt",
            "slide 2: 'Title 1': text of 11 pt, less than 12 pt",
            "slide 3: 'Title 1': text of 11 pt, less than 12 pt",
            "slide 4: 'Title 1': text of 11 pt, less than 12 pt",
        ),
    ),
    "small text of the presentation": Fault(
        both(
            swap(MAIN, r'(<a:lvl1pPr[^>]*><a:defRPr sz=")\d+', r"\g<1>1150"),
            insert(3, box("default", "text", attributes="")),
        ),
        ("slide 3: 'default': text of 11.5 pt, less than 12 pt",),
    ),
}
