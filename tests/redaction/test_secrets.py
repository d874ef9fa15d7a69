"""Tokens, keys and passwords, and the ordinary things that look a little like them."""

from __future__ import annotations

import pytest

from deckgen.redaction import faulty_secret
from tests.redaction.texts import shown


@pytest.mark.parametrize(
    "token",
    [
        *(
            "AKIAIOSFODNN7EXAMPLE",
            "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
            "sk_live_" + "a1" * 12,
        ),
        *("glpat-abcdefghij0123456789", "xoxb-123456789012-abcdefghijkl", "AIza" + "Sy0" * 12),
        *(
            "npm_" + "a1B2c" * 8,
            "hvs.CAESI" + "a1B2" * 8,
            "sk-proj-abcdef0123456789abcd",
            "SK" + "0f" * 16,
        ),
        *("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-_123", "github_pat_11ABCDEFG0" + "x" * 20),
        *("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "arn:aws:iam::123456789012:role/admin"),
        "-----BEGIN RSA PRIVATE KEY----- MIIEow IBAAKCAQEA -----END RSA PRIVATE KEY-----",
    ],
)
def test_tokens_are_told_by_their_form(token: str) -> None:
    assert shown(f"Used {token}, then") == "Used [token], then"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("password=hunter2", "password=[token]"),
        ("DB_PASSWORD: 'correct horse'", "DB_PASSWORD: [token]"),
        ("the password is hunter2.", "the password is [token]"),
        ("api_key = abc", "api_key = [token]"),
        ("Authorization: Bearer abc.def", "Authorization: Bearer [token]"),
        ("bearer 0123456789abcdef", "bearer [token]"),
        ("curl -u admin:pw x", "curl -u [token] x"),
        ("tool --token abc run", "tool --token [token] run"),
        ("AWS account 123456789012 is", "AWS account [token] is"),
        ("PIN 123456#", "PIN [token]"),
        ("X-Api-Key: abc", "X-Api-Key: [token]"),
        ("client_secret=>abc", "client_secret=>[token]"),
        ("-----BEGIN PRIVATE KEY----- MIIE and no end", "[token]"),
    ],
)
def test_secrets_are_told_by_what_they_are_called(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Password: rotated by the team",
            "token: expired",
            "max_tokens=4096",
            "the secret is out",
        ),
        *("99e99eb0d1f2a3b4c5d6e7f8091a2b3c4d5e6f70", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"),
        *(
            "sha256:" + "0f" * 32,
            "Bearer tokens expire",
            "a token bucket",
            "Authorization: token $T",
        ),
        *(
            "prod-nginx-ingress-controller-7b4fdbdcc8-qp6jk",
            "IncidentResponseTeamOnCallRotation2025",
        ),
        *(
            "cloud-platform-terraform-eks-networking-module-v2",
            "pin 3",
            "account 12",
            "the key is x",
        ),
        *("/var/lib/kubelet/pods/volumes/kubernetes.io/empty1", "monkey: 12 pods", "risk-free"),
    ],
)
def test_ordinary_words_digests_and_names_stay(text: str) -> None:
    assert shown(text) == text


def test_the_policy_names_further_secrets_and_words() -> None:
    own = {"secrets": [r"CUST-\d+"], "internal_words": ["Project Falcon", "猛禽"]}
    text = "CUST-4711 of project  falcon and falcon-api; Project Falconer; 我们的猛禽。"
    masked = "[token] of [redacted] and falcon-api; Project Falconer; 我们的[redacted]。"
    assert shown(text, **own) == masked


def test_what_is_shown_is_not_hidden_again() -> None:
    assert shown("Ab 1", secrets=[r"\w"]) == "[token][token] [token]"


def test_expressions_that_always_match_hide_the_whole() -> None:
    assert shown("Ab 1", secrets=[r"\w", r"\]\["]) == "[redacted]"


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        (r"CUST-\d+", None),
        ("(", "is not a regular expression: missing ), unterminated subpattern at position 0"),
        ("x*", "also matches where nothing stands, so that it would mask everything"),
    ],
)
def test_a_faulty_expression_is_told(pattern: str, said: str | None) -> None:
    assert faulty_secret(pattern) == said
