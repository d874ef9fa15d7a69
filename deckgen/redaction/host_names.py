"""Which host names are internal: told by their ending, by the service they belong to, by policy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from fnmatch import translate

from deckgen.policy import RedactionPolicy
from deckgen.redaction.addresses import is_public_address

INTERNAL_HOSTS = (
    # Endings that no public name has, or that lead nowhere outside.
    *("*.internal", "*.local", "*.localdomain", "*.corp", "*.lan", "*.intra", "*.intranet"),
    *("*.private", "*.priv", "*.home.arpa", "*.svc", "*.cluster.local", "*.consul"),
    # Machines and stores of clouds, named after whoever rents them.
    *("*.compute.amazonaws.com", "*.compute-*.amazonaws.com", "*.elb.amazonaws.com"),
    *("*.elb.*.amazonaws.com", "*.rds.amazonaws.com", "*.cache.amazonaws.com"),
    *("*.es.amazonaws.com", "*.eks.amazonaws.com", "*.dkr.ecr.*.amazonaws.com"),
    *("*.execute-api.*.amazonaws.com", "*.on.aws", "*.database.windows.net", "*.azmk8s.io"),
    *("*.cache.windows.net", "*.core.windows.net", "*.vault.azure.net", "*.servicebus.windows.net"),
    *("*.mongodb.net", "*.redislabs.com", "*.confluent.cloud", "*.snowflakecomputing.com"),
)
"""Patterns of internal hosts; a `*` stands for anything, dots included."""

WORKSPACES = (
    *("*.slack.com", "*.atlassian.net", "*.pagerduty.com", "*.opsgenie.com", "*.zoom.us"),
    *("*.notion.so", "*.notion.site", "*.sharepoint.com", "*.service-now.com", "*.zendesk.com"),
    *("*.grafana.net", "*.okta.com", "*.onelogin.com", "*.webex.com", "*.monday.com"),
    *("*.splunkcloud.com", "*.newrelic.com", "*.honeycomb.io", "*.sentry.io"),
    *("*.console.aws.amazon.com", "*.signalfx.com", "*.lightstep.com", "*.firehydrant.io"),
)
"""Services with a host for each customer: what lies behind it only members see."""

WITH_PATH = (
    *("docs.google.com", "drive.google.com", "sheets.google.com", "meet.google.com"),
    *("chat.google.com", "calendar.google.com", "mail.google.com", "groups.google.com"),
    *("console.cloud.google.com", "console.aws.amazon.com", "portal.azure.com", "dev.azure.com"),
    *("app.datadoghq.com", "app.datadoghq.eu", "*.datadoghq.com", "*.datadoghq.eu", "linear.app"),
    *("app.slack.com", "notion.so", "www.notion.so", "zoom.us", "teams.microsoft.com"),
    *("app.asana.com", "trello.com", "app.shortcut.com", "app.clickup.com", "www.figma.com"),
    *("miro.com", "app.incident.io", "app.firehydrant.io", "rootly.com", "app.opsgenie.com"),
    *("app.launchdarkly.com", "sentry.io", "ui.honeycomb.io", "one.newrelic.com", "loom.com"),
    *("www.loom.com", "hooks.slack.com", "outlook.office.com", "gist.github.com", "pastebin.com"),
)
"""Services of which a page is internal; their name alone is not."""

_PUBLIC_PARTS = {
    *("www", "status", "api", "docs", "doc", "help", "support", "developer", "developers", "blog"),
    *("community", "learn", "marketplace", "investors", "trust", "engineering", "open"),
}
"""First labels under which such a service speaks to everybody, such as `status.slack.com`."""

_INTERNAL_PARTS = {"internal", "corp", "intranet", "intra", "lan"}
_OF_CODE = {"com", "org", "net", "io", "dev", "edu", "java", "javax", "jdk", "sun", "k8s"}
"""First labels of what has the form of a host and is the name of a package: `com.x.internal.Y`."""

_LONGEST_HOST = 253

IsInternal = Callable[[str, bool], bool]
"""From a host name, and whether a path follows it, to whether it is internal."""


def internal_hosts(policy: RedactionPolicy) -> IsInternal:
    """Return what tells internal host names, of those in a web address and in running text.

    `policy.public_hosts` come first, then `policy.internal_hosts`, then ours.
    """
    public, own = _matcher(policy.public_hosts), _matcher(policy.internal_hosts)
    ours, workspace, with_path = map(_matcher, (INTERNAL_HOSTS, WORKSPACES, WITH_PATH))

    def is_internal(host: str, has_path: bool) -> bool:
        host = host.casefold().rstrip(".")[-_LONGEST_HOST:]
        if host == "localhost" or is_public_address(host) or public(host):
            return False
        if own(host) or ours(host) or (has_path and with_path(host)):
            return True
        labels = host.split(".")
        if len(labels) > 2 and labels[0] not in _OF_CODE and _INTERNAL_PARTS.intersection(labels):
            return True
        return workspace(host) and labels[0] not in _PUBLIC_PARTS

    return is_internal


def names_single_labels(policy: RedactionPolicy) -> bool:
    """Whether `policy` names hosts without a dot, such as `db-*`."""
    return any("." not in pattern for pattern in policy.internal_hosts)


def _matcher(patterns: Iterable[str]) -> Callable[[str], bool]:
    """Return whether a host is one of `patterns`; `*.x.com` means x.com and all below it."""
    written = [pattern.casefold().strip(".") for pattern in patterns]
    endings = {one[2:] for one in written if one.startswith("*.") and "*" not in one[2:]}
    exact = {one for one in written if "*" not in one}
    others = [translate(one) for one in written if "*" in one and one[2:] not in endings]
    wild = re.compile("|".join(others)) if others else None

    def matches(host: str) -> bool:
        return (
            host in exact
            or any(ending in endings for ending in _endings(host))
            or bool(wild and wild.match(host))
        )

    return matches


def _endings(host: str) -> Iterator[str]:
    labels = host.split(".")
    yield from (".".join(labels[n:]) for n in range(len(labels)))
