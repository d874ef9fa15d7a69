"""Internal hosts and links, by ending, by service and by policy."""

from __future__ import annotations

import pytest

from tests.redaction.texts import shown


@pytest.mark.parametrize(
    "host",
    [
        *("db-01.prod.internal", "api.payments.svc", "x.y.svc.cluster.local:8080", "nas.lan"),
        *("ip-10-0-0-1", "ip-10-0-32-54.eu-west-1.compute.internal", "wiki.CORP", "a.b.intra"),
        *("db.abc.us-east-1.rds.amazonaws.com", "api.corp", "initech.slack.com"),
        *("wiki\u200b.corp", "jenkins.internal.acme.example", "kafka-1:9092", "api.private"),
        *("x.elb.us-east-1.amazonaws.com", r"\\files\share\plan.xlsx"),
    ],
)
def test_internal_hosts(host: str) -> None:
    assert shown(f"From {host}, then") == "From [host], then"


@pytest.mark.parametrize(
    "link",
    [
        *("https://wiki.corp/x?y=1#z", "http://grafana:3000/d/1", "http://10.0.0.1/healthz"),
        *("https://initech.atlassian.net/browse/X-1", "https://docs.google.com/document/d/1/edit"),
        *("https://app.datadoghq.eu/monitors/1", "https://linear.app/x/issue/1", "redis://cache"),
        *("postgres://app:pw@db.example.com/x", "https://x.example/a?token=abc", "s3://bucket/key"),
        *(
            "https://initech.pagerduty.com/incidents/1",
            "http://[fd00::1]:80/",
            "docs.google.com/d/1",
        ),
        *("https://x.example/?X-Amz-Signature=abc", "initech.slack.com/archives/C1"),
        *("https://discord.com/api/webhooks/1/abc", "jdbc:oracle:thin:a/b@//ora-1:1521/x"),
        *("https://x.webhook.office.com/webhookb2/a/IncomingWebhook/b", "file://filer/x"),
        *("https://x.example/a%40mail.example", "https://x.example/?q=10%2E0%2E0%2E1"),
        "https://sqs.eu-west-1.amazonaws.com/112233445566/orders",
        *("https://user@wiki.corp/", "HTTPS://WIKI.CORP/X", "http://db.internal"),
    ],
)
def test_internal_links(link: str) -> None:
    assert shown(f"See ({link}), then") == "See ([link]), then"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "https://github.com/a/b/pull/1",
            "https://status.slack.com/x",
            "docs.google.com was down",
        ),
        *("http://localhost:8080/x", "https://support.pagerduty.com/docs/x", "s3.amazonaws.com"),
        *("https://docs.google.com/document/d/1abcDEF/pub", "config.yaml", "e.g. this", "a.b.c"),
        *("com.acme.internal.Foo", "file:///etc/hosts", "postgres:14", "localhost:8080"),
        *(
            "internal",
            "the .internal zone",
            "www.example.com/a",
            "https://1.1.1.1/dns",
            "v1.local2",
        ),
    ],
)
def test_what_everybody_may_see_stays(text: str) -> None:
    assert shown(text) == text


def test_the_policy_says_what_is_internal_and_what_is_not() -> None:
    own = {
        "internal_hosts": ["*.initech.example", "db-*"],
        "public_hosts": ["status.initech.example"],
    }
    text = "initech.example a.b.initech.example status.initech.example https://db-7/x db-7 mydb-7"
    masked = "[host] [host] status.initech.example [link] [host] mydb-7"
    assert shown(text, **own) == masked


def test_a_public_host_may_have_an_internal_ending() -> None:
    assert shown("threading.local", public_hosts=["threading.local"]) == "threading.local"


def test_a_link_of_markdown_keeps_its_brackets() -> None:
    link = "https://wiki.corp/x"
    assert shown(f"[{link}]({link}).") == "[[link]]([link])."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("psql -h pg-3 -U app", "psql -h [host] -U app"),
        ("Server=tcp:sql-4,1433;Password=x1", "Server=tcp:[host],1433;Password=[token]"),
        ("Host=db1;Username=app", "Host=[host];Username=app"),
        ("{host=leap.example.com} fails", "{host=leap.example.com} fails"),
        ("tool -h and --host localhost", "tool -h and --host localhost"),
    ],
)
def test_hosts_are_told_by_the_option_that_names_them(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_name_in_the_percent_signs_of_a_link_is_found() -> None:
    text = "see https://x.example/u/M%C3%BCller, https://x.example/a%20b"
    assert shown(text, ("Kim Müller", "Lead")) == "see [link], https://x.example/a%20b"
