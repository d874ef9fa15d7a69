"""The Markdown report: what stands in it, what is left out of it, and that it is Markdown."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from markdown_it import MarkdownIt

from deckgen.postmortem.model import ContributingFactor
from deckgen.postmortem.vocabulary import ActionStatus, FactorCategory, Severity
from deckgen.quarter.incident import Incident
from deckgen.quarter.review import quarter_review
from deckgen.quarter.values import QuarterReview
from deckgen.quarter_formats import figures
from tests.quarter.builders import AS_OF, PERIOD, action, incident, review_of

_RENDERER = MarkdownIt("commonmark").enable("table")


def report(*incidents: Incident, unreadable: int = 0) -> str:
    return text(quarter_review(incidents, PERIOD, AS_OF, unreadable=unreadable))


def text(review: QuarterReview) -> str:
    return figures(review, "md").decode()


def part(markdown: str, heading: str) -> list[str]:
    """The lines of a part but for those of a table's head."""
    body = markdown.split(f"## {heading}\n\n")[1].split("\n\n## ")[0]
    return [line for line in body.splitlines() if not line.startswith("| ---") and line]


def headings(markdown: str) -> list[str]:
    return re.findall(r"^## (.*)$", markdown, re.MULTILINE)


def test_it_begins_with_what_it_rests_on() -> None:
    said = report(
        incident(), incident("B", date(2025, 5, 4)), incident("C", drill=True), unreadable=2
    )
    assert said.startswith(
        "# Incident review 2025-Q3\n\n"
        "1 July 2025 to 30 September 2025, as of 10 October 2025.\n"
        "1 incident; 1 in 2025-Q2.\n"
        "Left out: 1 exercise and 2 sources with faults.\n"
    )


def test_a_quarter_without_incidents_has_its_numbers_and_definitions_alone() -> None:
    said = report()
    assert headings(said) == ["In numbers", "Definitions"]
    assert part(said, "In numbers")[1:4] == [
        "| Incidents | 0 | 0 |",
        "| SEV0 and SEV1 | 0 | 0 |",
        "| Impact in all | – | – |",
    ]


def test_what_rests_on_too_few_says_so() -> None:
    taken = timedelta(minutes=5)
    done = action(status=ActionStatus.DONE, completed=date(2025, 8, 11))
    said = report(incident(time_to_detect=taken, actions=(done,)))
    numbers = part(said, "In numbers")
    assert "| Median time to detect | too few (n = 1) | – |" in numbers
    assert "| Actions completed within 30 days | 1 of 1 | – |" in numbers
    assert part(said, "Durations")[1] == "| Time to detect | 1 | 0 | 5m | too few | 5m | – |"


def test_what_rests_on_enough_is_given_with_its_basis() -> None:
    taken = timedelta(minutes=5)
    published = date(2025, 8, 5)
    said = report(
        *(incident(f"I{n}", time_to_detect=taken * n, published=published) for n in range(5))
    )
    numbers = part(said, "In numbers")
    assert "| Median time to detect | 10m (n = 5) | – |" in numbers
    assert "| Postmortems published in time | 100% (5 of 5) | – |" in numbers


def test_every_part_tells_its_figures() -> None:
    factor = ContributingFactor(category=FactorCategory.PROCESS, text="No canary")
    said = report(
        incident("A", date(2025, 5, 3), actions=(action("A1", incident="A"),)),
        incident(
            "B",
            severity=Severity.SEV1,
            services=("login",),
            factors=(factor,),
            lasted=timedelta(hours=3),
            statement="Nobody could log in",
            key_learning="A canary first",
            repeats=("A",),
            decisions=("Freeze changes?",),
            published=date(2025, 8, 10),
        ),
    )
    assert part(said, "Worst incidents")[1:] == [
        "| B | 2025-08-04 | SEV1 | 3h | Nobody could log in |"
    ]
    assert part(said, "By severity and week")[5:7] == [
        "| 2025-07-28 | – | – |",
        "| 2025-08-04 | 1 | 1 |",
    ]
    assert part(said, "By service")[1:] == ["| login | 1 | 0 | SEV1 | 3h |"]
    assert part(said, "Contributing factors")[1:] == ["| process | 1 | 0 | No canary (B) |"]
    assert part(said, "The same cause again") == [
        "- B repeats A of 2025-05-03 (as stated)",
        "  - Add an alert on free disk space (A) was still open",
    ]
    assert part(said, "Key learnings") == ["- A canary first (B)"]
    assert part(said, "Action items")[1] == (
        "Carried over from earlier incidents: 1 open (1 overdue)."
    )
    assert "| 60 to 89 days | 1 | 1 |" in part(said, "Action items")
    assert part(said, "Publication")[0] == (
        "Of 1 postmortem that was due, 0 were published within 48 hours."
    )
    assert part(said, "Publication")[-1] == "| B | 6d 12h |"
    assert part(said, "What we ask")[-1] == "- Freeze changes? (B)"


@pytest.mark.parametrize("amount", [0, 1, 3, 40, 400])
def test_reports_of_every_size_are_headings_paragraphs_lists_and_whole_tables(amount: int) -> None:
    tokens = _RENDERER.parse(text(review_of(amount)))
    kinds = {token.type.removesuffix("_open") for token in tokens if token.type.endswith("_open")}
    assert kinds <= {
        *("heading", "paragraph", "bullet_list", "list_item"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
    paragraphs = [token.content for token in tokens if token.type == "inline"]
    assert not [one for one in paragraphs if one.startswith("|")]


def test_texts_read_as_they_were_written() -> None:
    odd = "a|b *c*\n<d> `e`"
    said = report(incident(statement=odd, services=(odd,), key_learning=odd))
    shown = re.sub("<[^>]*>", "", _RENDERER.render(said))
    assert shown.count("a|b *c* &lt;d&gt; `e`") == 3
