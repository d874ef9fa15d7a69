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
        *("glpat-" + "a1B" * 9 + ".01.0a1b2c3d4", "sntryu_" + "0f" * 32, "dp.pt." + "a1B2" * 10),
        *("a1B2c3D4e5F6g7.atlasv1." + "a1B2" * 15, "pat" + "a1B2c3D" * 2 + "." + "0f" * 32),
        *("pul-" + "0f" * 20, "xkeysib-" + "0f" * 32 + "-a1B2c3D4", "bkua_" + "0f" * 20),
        *(
            "sbp_" + "0f" * 20,
            "sl." + "a1B2" * 30,
            "oy2" + "a1b2c3d" * 6 + "e",
            "abcdef.0123456789abcdef",
        ),
        *("s.a1B2c3D4e5F6g7H8i9J0k1L2", "abc8Q~" + "a1B2" * 9, "1/1200000000000000:" + "0f" * 16),
        *("pat-na1-12345678-abcd-1234-abcd-123456789012", "dapi" + "0f" * 16 + "-2"),
        "access_token$production$" + "0f" * 8 + "$" + "0f" * 16,
        "LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo=",
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
        ("the PIN is 4711", "the PIN is [token]"),
        ("password was changed to Winter2025!", "password was changed to [token]"),
        ("Passwort: hunter2, pw=x", "Passwort: [token], pw=[token]"),
        ("<password>hunter2</password>", "<password>[token]</password>"),
        ("pass\u200bword\uff1dhunter2", "pass\u200bword\uff1d[token]"),
        ("token: eyJhbGciOi", "token: [token]"),
        ("client-key-data: LS0tLS1", "client-key-data: [token]"),
        ("JSESSIONID=0F0F0F", "JSESSIONID=[token]"),
        ("Cookie: a=b; c=d", "Cookie: [token]"),
        ("authorization=Bearer%20abc", "authorization=[token]"),
        ("mysql -u root -phunter2 db", "mysql -u root -p[token] db"),
        ("sshpass -p hunter2 ssh", "sshpass -p [token] ssh"),
        ("redis-cli -a hunter2", "redis-cli -a [token]"),
        ("credentials admin / hunter2", "credentials [token]"),
        ("AUTH PLAIN AGVzYWhpbgBw", "AUTH PLAIN [token]"),
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
        *("pin to v1.28", "pin node:18-alpine", "the first pass was 99.9 %", "token > 5min"),
        *("mysql -P 3306", "sha_" + "0f" * 20, "s.length of the list", "token: PagerDuty"),
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


def test_words_of_the_policy_are_found_however_they_are_joined() -> None:
    own = {"internal_words": ["Acme Corp", "Falcon", "Zoë"]}
    text = "acme-corp AcmeCorp ACME_CORP acme%20corp FalconDb falcon2 myFalcon Falconry Zoe\u0308"
    assert shown(text, **own) == (
        "[redacted] [redacted] [redacted] [redacted] [redacted]Db [redacted]2 my[redacted] "
        "Falconry [redacted]"
    )


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
