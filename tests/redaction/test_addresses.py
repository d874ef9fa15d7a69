"""Addresses of people and machines, and what only looks like one."""

from __future__ import annotations

import pytest

from tests.redaction.texts import shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mail alice@mail.example.", "Mail [e-mail]."),
        ("<a.b+c@mail.example>, x", "<[e-mail]>, x"),
        ("mailto:a@mail.example now", "mailto:[e-mail] now"),
        ("alice (at) mail (dot) example", "[e-mail]"),
        ("alice[at]mail[dot]example", "[e-mail]"),
        ("søren@mail.example", "[e-mail]"),
        ("alice at mail dot example", "[e-mail]"),
        ("alice%40mail.example", "[e-mail]"),
        ("alice\uff20mail\uff0eexample", "[e-mail]"),
        ("alice@mail\u200b.example", "[e-mail]"),
        ("ssh -p 22 bastion-3 hangs", "ssh -p 22 [host] hangs"),
        ("alice@prod-db-1:~$ ls", "[host]:~$ ls"),
        ("as root@db-7, then", "as [host], then"),
        ("we look at it, ssh sha256 keys", "we look at it, ssh sha256 keys"),
        ("a" * 100 + "@mail.example", "[e-mail]"),
        ("ssh -v root@db-1 hangs", "ssh -v [host] hangs"),
        ("lodash@4.17.21 and actions/checkout@v4", "lodash@4.17.21 and actions/checkout@v4"),
    ],
)
def test_e_mail_addresses(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "address",
    [
        *("10.0.0.1", "192.168.178.20:8080", "203.0.113.7", "10.0.0.0/8", "10.0.x.x", "10.1.2.*"),
        *("10[.]0[.]0[.]1", "2001:db8::1", "fe80::1%eth0", "fd00::12:34/64", "[2001:db8::1]:443"),
        *("192.168.1.{4,5}", "192.168.1.[4-9]", "001a.2b3c.4d5e", "10\uff0e0\uff0e0\uff0e1"),
        *("2001:0db8:85a3:0000:0000:8a2e:0370:7334", "::ffff:10.0.0.1", "00:1a:2b:3c:4d:5e"),
    ],
)
def test_network_addresses(address: str) -> None:
    assert shown(f"From {address}, then") == "From [IP], then"


@pytest.mark.parametrize(
    "text",
    [
        *("at 12:30:45", "2025-01-08T12:30:45", "version 1.2.3.4", "upgraded Chrome 120.0.6099.71"),
        *(
            "from version 1.2.3.4 to 1.2.3.5",
            "v1.2.3.4",
            "3.11.7",
            "10.0",
            "1.2.3.4.5",
            "999.1.1.1",
        ),
        *("127.0.0.1:80", "0.0.0.0/0", "1.1.1.1 resolves", "8.8.8.8", "::1", "std::vector", "a::b"),
        *("255.255.255.0", "169.254.169.254", "Ab::Cd", "de:ad", "16:9 and 4:3", "1.02.3.4"),
    ],
)
def test_what_is_no_address_or_everybodys_stays(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    "number",
    [
        *("+49 30 1234567", "+1-555-010-0199", "+44 (0)20 7946 0958", "+14155550123"),
        *("0049 30 1234567", "06 12 34 56 78", "+1-555-010-0199 ext. 12", "\uff0b49 30 1234567"),
        *("(415) 555-0123", "415-555-0123", "415.555.0123", "0171 2345678", "030/12345678"),
    ],
)
def test_phone_numbers(number: str) -> None:
    assert shown(f"Call {number}.") == "Call [phone]."


def test_a_number_behind_phone_is_one() -> None:
    assert shown("the phone number 7946 0958") == "the phone number [phone]"
    assert shown("phone: 12345") == "phone: [phone]"
    assert shown("bridge 415 555 0123, call 555-0199") == "bridge [phone], call [phone]"


def test_an_address_within_the_name_of_a_file_and_one_that_no_version_has() -> None:
    text = "dump_10.1.2.3_x.sql of windows 192.168.1.7"
    assert shown(text) == "dump_[IP]_x.sql of windows [IP]"


@pytest.mark.parametrize(
    "text",
    [
        *("12,000 customers", "rows 120 300 4000", "2025-01-08 02:15", "+12 %", "+120000 requests"),
        *("02:15:00 12 345 678 rows", "calls 100-2000 ms", "call 12 345 678 times"),
        *("order 4711-0815", "deploy 4812", "1736302500", "between 100-200-3000", "mobile 31.5 %"),
        *("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "99e99eb0123456789", "2025.01.08.1"),
    ],
)
def test_numbers_that_are_no_phone_numbers_stay(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@carol77 restarts it", "[handle] restarts it"),
        ("(cc @dev.ops-1)", "(cc [handle])"),
        ("asked <@U012AB3CD>", "asked [handle]"),
        ("/home/carol/x", "/home/[handle]/x"),
        (r"C:\Users\carol\x", r"C:\Users\[handle]\x"),
        ("@Alice Johnson said", "[handle] said"),
        ("cc:@carol", "cc:[handle]"),
        ("U98ZXCV123 and WINDOWS2019 on UBUNTU2204", "[handle] and WINDOWS2019 on UBUNTU2204"),
        ("~carol/x, user=carol, user `carol`", "~[handle]/x, user=[handle], user `[handle]`"),
        (r"ACME\carol and HKLM\Software", r"[handle] and HKLM\Software"),
        ("uid=carol,ou=people,dc=acme left", "[handle] left"),
        ("user=root, user=postgres", "user=root, user=postgres"),
        ("@here and @channel", "@here and @channel"),
        ("/home/ubuntu/x", "/home/ubuntu/x"),
        ("50 requests @ 5 ms", "50 requests @ 5 ms"),
    ],
)
def test_handles(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_handle_that_nobody_has_is_said_so_by_the_policy() -> None:
    assert shown("@babel/core by @babe", not_names=["babel"]) == "@babel/core by [handle]"
