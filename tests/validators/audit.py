"""openxml-audit, run in this process as its command runs it.

The command is `openxml-audit --policy strict --ooxml-security -f microsoft365 -m 0 FILE`; it builds
the same validator with the same arguments. Loading its schemas takes over a second, a deck after
that a third of one, so one validator serves all files of a test run.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from openxml_audit.errors import FileFormat
from openxml_audit.validator import OpenXmlValidator

EXTERNAL = "Sec_ExternalRelationship"


def audit_findings(path: Path) -> list[str]:
    """Every error and warning of openxml-audit, as `severity part: text`; empty when clean.

    It warns of each external relationship, links included, and still calls the file clean. Those
    warnings are left out: `structure_findings` allows web and mail links and nothing else.
    """
    return [
        f"{error.severity.value} {error.part_uri}{error.path}: {error.description}"
        for error in _validator().validate(path).errors
        if error.id != EXTERNAL
    ]


def audit_many(paths: Iterable[Path]) -> dict[Path, list[str]]:
    """`audit_findings` of several files."""
    return {path: audit_findings(path) for path in paths}


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator(
        file_format=FileFormat.MICROSOFT_365,
        max_errors=0,
        security_validation=True,
        strict=True,
    )
