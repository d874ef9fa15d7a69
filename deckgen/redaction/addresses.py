"""Addresses of people and machines in a text: e-mail, telephone, network, handles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from deckgen.redaction.masks import ADDRESS, EMAIL, HANDLE, HOST, PHONE, Finder, Kind, Mask

_EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]++(?:@|\s?[\[(]at[\])]\s?)"
    r"(?:[\w-]++(?:\.|\s?[\[(]dot[\])]\s?))+[^\W\d_][\w-]*",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"(?<!\w)(?:ssh|scp|sftp|rsync)\s+(?:-\S+\s+){0,5}([\w.-]+@[\w.-]+)", re.I)

_DOT = r"(?:\.|\[\.\])"
_IPV4 = re.compile(
    rf"(?<![\w.])(\d{{1,3}}{_DOT}\d{{1,3}}(?:{_DOT}(?:\d{{1,3}}|x{{1,3}}|\*)){{2}})"
    r"(?:/\d{1,2}|:\d{1,5})?(?![\w]|\.\d)",
    re.IGNORECASE,
)
_IPV6 = re.compile(
    r"(?<![\w:.])\[?([0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{1,38}(?:(?:\.\d{1,3}){3})?)"
    r"(?:%\w{1,20})?\]?(?:/\d{1,3})?(?::\d{1,5})?(?![\w:])"
)
_HARDWARE = re.compile(
    r"(?<![\w:-])(?:[0-9A-Fa-f]{2}([:-]))(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![\w:-])"
)
_VERSION_BEFORE = re.compile(
    r"(?:versions?|ver\.?|releases?|builds?|firmware|kernel|drivers?|chart|chrome|firefox|windows)"
    r"[\s:=(]*(?:(?:v?[\d.]+)\s*(?:to|and|or|,|->|→)\s*)?$",
    re.IGNORECASE,
)
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

_INTERNATIONAL = re.compile(r"(?<![\w.+])\+\d[\d ().-]{5,24}\d(?!\w)")
_NATIONAL = re.compile(
    r"(?<![\w.+:/-])(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[.-])[2-9]\d\d[ .-]\d{4}(?![\w-]|\.\d)"
    r"|(?<![\w.+:/-])(?:\(0\d{1,5}\) ?|0\d{2,4}[ /-])\d{3,4}[ -]?\d{3,5}(?![\w-]|[.:]\d)"
)
_CALLED = re.compile(
    r"(?<!\w)(?:tel|telephone|phone|mobile|cell|fax|dial|dial-in|hotline|extension)"
    r"(?: number| no)?[.:]{0,2}\s{0,2}(\(?\d[\d ()./-]{3,22}\d)(?![\w%])",
    re.IGNORECASE,
)

_HANDLE = re.compile(r"(?<![\w@/.:])@[A-Za-z_](?:[\w.-]{0,98}\w)?(?!@)")
_USER_ID = re.compile(r"<@[UW][A-Z0-9]{5,20}(?:\|[^<>]{0,99})?>")
_HOME = re.compile(r"(?:/home/|/Users/|[A-Z]:\\Users\\)([A-Za-z_][\w.-]*)")
_NOBODYS_HOME = {
    *("admin", "app", "circleci", "ci", "ec2-user", "git", "jenkins", "postgres", "public", "root"),
    *("runner", "shared", "ubuntu", "user", "vagrant", "www-data"),
}
_TO_ALL = {"here", "channel", "everyone", "all"}


def emails(text: str) -> Iterator[Mask]:
    """Yield e-mail addresses, `name (at) example (dot) com` included, and logins of ssh."""
    if "@" in text or "at" in text:
        for match in _EMAIL.finditer(text):
            yield _mask(match, "e-mail address", EMAIL)
        for match in _LOGIN.finditer(text):
            yield _mask(match, "host", HOST, 1)


def network_addresses(text: str) -> Iterator[Mask]:
    """Yield addresses of IPv4 and IPv6, with port or network, and hardware addresses.

    Not those that mean the same everywhere: loopback, netmasks, public resolvers, `0.0.0.0`, the
    metadata service of clouds. Four numbers behind a word such as `version` are no address.
    """
    for match in _IPV4.finditer(text):
        if _is_ipv4(match[1]) and not _VERSION_BEFORE.search(_before(text, match.start())):
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
        if sum(c.isdigit() for c in match[1]) >= 5:
            yield _mask(match, "phone number", PHONE, 1)


def handles(not_names: Set[str]) -> Finder:
    """Return what finds `@handle`, ids of chat users and the user in the path of a home.

    `not_names` are handles that nobody has, in lower case, such as `babel` of `@babel/core`.
    """
    nobodys = _TO_ALL | {name.lstrip("@") for name in not_names}

    def found(text: str) -> Iterator[Mask]:
        if "@" in text:
            for match in _HANDLE.finditer(text):
                if match[0][1:].casefold() not in nobodys:
                    yield _mask(match, "handle", HANDLE)
            for match in _USER_ID.finditer(text):
                yield _mask(match, "handle", HANDLE)
        for match in _HOME.finditer(text):
            if match[1].casefold() not in _NOBODYS_HOME:
                yield _mask(match, "handle", HANDLE, 1)

    return found


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
