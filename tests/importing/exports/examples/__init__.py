"""An export of every tool, by the vendors' published schemas; the incidents are made up."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.importing.exports.json_text import JsonObject
from tests.importing.exports.examples.datadog import DATADOG
from tests.importing.exports.examples.dispatch import DISPATCH
from tests.importing.exports.examples.firehydrant import FIREHYDRANT
from tests.importing.exports.examples.gitlab import GITLAB
from tests.importing.exports.examples.grafana import GRAFANA
from tests.importing.exports.examples.incident_io import INCIDENT_IO
from tests.importing.exports.examples.opsgenie import OPSGENIE
from tests.importing.exports.examples.pagerduty import PAGERDUTY
from tests.importing.exports.examples.rootly import ROOTLY
from tests.importing.exports.examples.statuspage import STATUSPAGE

__all__ = [
    "DATADOG",
    "DISPATCH",
    "EXAMPLES",
    "FIREHYDRANT",
    "GITLAB",
    "GRAFANA",
    "INCIDENT_IO",
    "OPSGENIE",
    "PAGERDUTY",
    "ROOTLY",
    "STATUSPAGE",
]

EXAMPLES: Mapping[str, JsonObject] = {
    "pagerduty": PAGERDUTY,
    "incident-io": INCIDENT_IO,
    "firehydrant": FIREHYDRANT,
    "rootly": ROOTLY,
    "dispatch": DISPATCH,
    "grafana": GRAFANA,
    "gitlab": GITLAB,
    "statuspage": STATUSPAGE,
    "opsgenie": OPSGENIE,
    "datadog": DATADOG,
}
"""An export by the name of its format."""
