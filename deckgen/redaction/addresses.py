"""Addresses of people and machines in a text: e-mail, telephone, network."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from deckgen.redaction.masks import ADDRESS, EMAIL, HOST, PHONE, Kind, Mask

_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]++(?:@|\s?[\[(]at[\])]\s?)"
    r"(?:[\w-]++(?:\.|\s?[\[(]dot[\])]\s?))+[^\W\d_][\w-]*",
    re.IGNORECASE,
)
_SPOKEN_EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]++(?:%40[\w-]++(?:\.[\w-]++)+|\sat\s[\w-]++(?:\sdot\s[\w-]++)+)", re.I
)
_MAY_HOLD_EMAIL = re.compile(r"@|%40|at\b", re.IGNORECASE)
_LOGIN = re.compile(
    r"(?<!\w)(?:ssh|scp|sftp|rsync)\s+(?:-[bceilmopw]\s+\S+\s+|-\S+\s+){0,5}"
    r"([\w.-]+@[\w.-]+|(?!sha|rsa|dsa|ecdsa|openssh|version)[A-Za-z][A-Za-z_.-]{2,}\d[\w.-]*)",
    re.I,
)
_SHELL = re.compile(r"(?<![\w.@/+-])[A-Za-z_][\w.-]*+@[A-Za-z][\w-]*+(?=:[~/]|\s[~/]\S*\s?[$#%])")
_MACHINE = re.compile(r"(?<![\w.@/+-])[a-z_][\w.-]*+@(?!v\d)(?=[a-z]+-)[a-z][\w-]*\d(?![\w.-])")

_DOT = r"(?:\.|\[\.\])"
_IPV4 = re.compile(
    rf"(?<![^\W_]|\.)(\d{{1,3}}{_DOT}\d{{1,3}}(?:{_DOT}(?:\d{{1,3}}|x{{1,3}}|\*)){{2}}"
    rf"|\d{{1,3}}{_DOT}\d{{1,3}}{_DOT}\d{{1,3}}{_DOT}(?:\[[\d,\s-]{{1,40}}\]|\{{[\d,.\s-]{{1,40}}\}}))"
    r"(?:/\d{1,2}|:\d{1,5})?(?![^\W_]|\.\d)",
    re.IGNORECASE,
)
_IPV6 = re.compile(
    r"(?<![\w:.])\[?([0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{1,38}(?:(?:\.\d{1,3}){3})?)"
    r"(?:%\w{1,20})?\]?(?:/\d{1,3})?(?::\d{1,5})?(?![\w:])"
)
_HARDWARE = re.compile(
    r"(?<![\w:-])(?:[0-9A-Fa-f]{2}([:-]))(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![\w:-])"
    r"|(?<![\w.])(?:[0-9a-f]{4}\.){2}[0-9a-f]{4}(?![\w.])"
)
_VERSION_BEFORE = re.compile(
    r"(?:versions?|ver\.?|releases?|builds?|firmware|kernel|drivers?|chart|chrome|firefox|windows)"
    r"[\s:=(]*(?:(?:v?[\d.]+)\s*(?:to|and|or|,|->|→)\s*)?$",
    re.IGNORECASE,
)
_PRIVATE = re.compile(r"192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.")
_LOOKED_BACK = 40
_KNOWN_TO_ALL = {
    "0.0.0.0",
    "1.1.1.1",
    "1.0.0.1",
    "8.8.8.8",
    "8.8.4.4",
    "9.9.9.9",
    "169.254.169.254",
}

_EXTENSION = r"(?:,?\s?(?:ext|extension|x)\.?\s?\d{1,5}(?!\w))?"
_INTERNATIONAL = re.compile(
    r"(?<![\w.+])(?:\+\d|(?<![:,-])00 ?[1-9]\d)[\d ().-]{5,24}\d(?!\w)" + _EXTENSION, re.IGNORECASE
)
_NATIONAL = re.compile(
    r"(?<![\w.+:/-])(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[.-])[2-9]\d\d[ .-]\d{4}(?![\w-]|\.\d)"
    + _EXTENSION
    + r"|(?<![\w.+:/-])0[1-9](?:[ .]\d\d){4}(?![\w-]|[ .:]\d)"
    r"|(?<![\w.+:/-])(?:\(0\d{1,5}\) ?|0\d{2,4}[ /-])\d{3,4}[ -]?\d{3,5}(?![\w-]|[.:]\d)"
)
_CALLED = re.compile(
    r"(?<!\w)(?:tel|telephone|phone|mobile|cell|fax|dial|dial-in|hotline|extension)"
    r"(?: number| no)?[.:]{0,2}\s{0,2}(\(?\d[\d ()./-]{3,22}\d)(?![\w%])"
    r"|(?<!\w)(?:call|ring|bridge|conference|pager|sms|whatsapp)[:.]?\s"
    r"(?:at |on |via )?(\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|\d{3}-\d{4})(?![\w%-])",
    re.IGNORECASE,
)


def emails(text: str) -> Iterator[Mask]:
    """Yield e-mail addresses, `name (at) example (dot) com` included, and logins to machines."""
    for pattern in (_EMAIL, _SPOKEN_EMAIL) if _MAY_HOLD_EMAIL.search(text) else ():
        for match in pattern.finditer(text):
            yield _mask(match, "e-mail address", EMAIL)
    for pattern in (_SHELL, _MACHINE) if "@" in text else ():
        for match in pattern.finditer(text):
            yield _mask(match, "host", HOST)
    for match in _LOGIN.finditer(text):
        yield _mask(match, "host", HOST, 1)


def network_addresses(text: str) -> Iterator[Mask]:
    """Yield addresses of IPv4 and IPv6, with port or network, and hardware addresses.

    Not those that mean the same everywhere: loopback, netmasks, public resolvers, `0.0.0.0`, the
    metadata service of clouds. Four numbers behind a word such as `version` are no address, but
    for those that no version has: `192.168.0.1`.
    """
    for match in _IPV4.finditer(text):
        is_version = _VERSION_BEFORE.search(_before(text, match.start()))
        if _is_ipv4(match[1]) and (not is_version or _PRIVATE.match(match[1])):
            yield _mask(match, "network address", ADDRESS)
    if ":" in text:
        for match in _IPV6.finditer(text):
            if _is_ipv6(match[1]):
                yield _mask(match, "network address", ADDRESS)
    for match in _HARDWARE.finditer(text):
        yield _mask(match, "network address", ADDRESS)


def phone_numbers(text: str) -> Iterator[Mask]:
    """Yield telephone numbers: with `+`, in groups as they are written, or behind `phone`."""
    for match in _INTERNATIONAL.finditer(text):
        digits = sum(c.isdigit() for c in match[0])
        if 8 <= digits <= 15 and (digits >= 10 or digits + 1 < len(match[0])):
            yield _mask(match, "phone number", PHONE)
    for match in _NATIONAL.finditer(text):
        yield _mask(match, "phone number", PHONE)
    for match in _CALLED.finditer(text):
        if sum(c.isdigit() for c in match[match.lastindex or 1]) >= 5:
            yield _mask(match, "phone number", PHONE, match.lastindex or 1)


def is_public_address(host: str) -> bool:
    """Whether `host` is an address that means the same everywhere, such as `127.0.0.1`."""
    bare = host.strip("[]")
    try:
        address = IPv4Address(bare)
    except AddressValueError:
        return bare in {"::", "::1"}
    return str(address) in _KNOWN_TO_ALL or address.is_loopback or bare.startswith("255.")


def _is_ipv4(written: str) -> bool:
    parts = written.replace("[.]", ".").split(".")
    numbers = [part for part in parts if part.isascii() and part.isdecimal()]
    if any(int(part) > 255 or (len(part) > 1 and part[0] == "0") for part in numbers):
        return False
    return not is_public_address(".".join(parts))


def _is_ipv6(written: str) -> bool:
    if not any(c.isdecimal() for c in written):
        return False
    try:
        IPv6Address(written)
    except AddressValueError:
        return False
    return not is_public_address(written)


def _before(text: str, start: int) -> str:
    return text[max(0, start - _LOOKED_BACK) : start]


def _mask(match: re.Match[str], kind: Kind, shown: str, group: int = 0) -> Mask:
    return Mask(*match.span(group), kind, shown, match[group].casefold())
