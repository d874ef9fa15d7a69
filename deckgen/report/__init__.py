"""The Markdown report of a postmortem, to send ahead of the review."""

from deckgen.report.report import Report, ReportOptions, report

__all__ = ["Report", "ReportOptions", "report"]
