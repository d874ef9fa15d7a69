"""Decks of drafts, and what the judges of finished files say about them."""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import InputError
from deckgen.importing.draft import Draft, draft_yaml
from deckgen.pipeline import Options, build_deck
from deckgen.policy import Policy
from deckgen.readers import Folder, parse_postmortem
from tests.validators.accessibility import accessibility_findings
from tests.validators.geometry import geometry_findings
from tests.validators.structure import structure_findings


def deck_findings(draft: Draft) -> list[str]:
    """Return why no deck can be built of the draft's file, or what the validators find in it."""
    source = draft_yaml(draft).encode()
    try:
        document = parse_postmortem(source, f"{draft.name}.yaml", Folder(Path()))
        pptx = build_deck(document, Options(policy=Policy())).pptx
    except InputError as refusal:
        return [f"no deck: {one.path}:{one.line}: {one.message}" for one in refusal.diagnostics]
    faults = structure_findings(pptx)
    return faults or [*accessibility_findings(pptx), *geometry_findings(pptx)]
