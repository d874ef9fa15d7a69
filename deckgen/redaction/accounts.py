"""Accounts of people in a text: handles, ids of chat users, logins, entries of a directory."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from deckgen.redaction.masks import HANDLE, Finder, Mask

_HANDLE = re.compile(
    r"(?<![\w@/.])@(?:[A-Z][a-z]+ [A-Z][a-z]+(?!\w)|[^\W\d](?:[\w.-]{0,98}\w)?(?!@))"
)
_USER_ID = re.compile(
    r"<@[UW][A-Z0-9]{5,20}(?:\|[^<>]{0,99})?>"
    r"|(?<!\w)[UW](?=[A-Z]*\d[A-Z0-9]*\d)(?=[A-Z0-9]*\d[A-Z])[A-Z0-9]{8,10}(?!\w)"
)
_HOME = re.compile(
    r"(?:/home/|/Users/|[A-Z]:[\\/]Users[\\/])([A-Za-z_][\w.-]*)|(?<![\w/~])~([a-z_][\w.-]*)(?=/)"
)
_ACCOUNT = re.compile(
    r"(?<!\w)(?:user|username|login|uid|runas)(?:\s?=\s?[\"'`]?([A-Za-z_][\w.-]*\w)|:?\s[\"'`]([A-Za-z_][\w.-]*\w)(?=[\"'`]))"
    r"|(?<![\w\\:.])(?!HK|BUILTIN|SOFTWARE|SYSTEM|SAM)[A-Z][A-Z0-9-]{1,14}\\(?:[A-Z](?=[a-z]))?[a-z_][\w.-]*\w",
)
_ENTRY = re.compile(
    r"(?<![\w=,])(?:cn|uid|ou)=[^,=<>]{1,64}(?:,\s?(?:cn|uid|ou|dc|o|l|st|c)=[^,=<>\s]{1,64})+",
    re.I,
)
_NOBODYS = {
    *("admin", "administrator", "agent", "anonymous", "app", "authority", "build", "centos", "ci"),
    *("circleci", "debian", "default", "deploy", "deployer", "ec2-user", "git", "github", "guest"),
    *("jenkins", "kafka", "mysql", "nginx", "nobody", "postgres", "public", "readonly", "redis"),
    *("root", "runner", "service", "shared", "system", "test", "true", "false", "null", "none"),
    *("ubuntu", "user", "vagrant", "www-data"),
}
_TO_ALL = {"here", "channel", "everyone", "all"}
_MAY_HOLD_LOGIN = re.compile(r"user|login|uid|runas|\\|~|/home/", re.IGNORECASE)


def handles(not_names: Set[str]) -> Finder:
    """Return what finds `@handle`, ids of chat users and entries of a directory: `uid=x,dc=y`.

    `not_names` are handles that nobody has, in lower case, such as `babel` of `@babel/core`.
    """
    nobodys = _TO_ALL | {name.lstrip("@") for name in not_names}

    def found(text: str) -> Iterator[Mask]:
        for match in _HANDLE.finditer(text) if "@" in text else ():
            if match[0][1:].casefold() not in nobodys:
                yield _mask(match, 0)
        for pattern in (_USER_ID, _ENTRY):
            for match in pattern.finditer(text):
                yield _mask(match, 0)

    return found


def logins(not_names: Set[str]) -> Finder:
    """Return what finds the user in the path of a home and behind `user`: `/home/x`, `user=x`.

    Not those that belong to nobody, such as `root`, nor those in `not_names`, in lower case.
    """
    nobodys = _NOBODYS | not_names

    def found(text: str) -> Iterator[Mask]:
        for pattern in (_HOME, _ACCOUNT) if _MAY_HOLD_LOGIN.search(text) else ():
            for match in pattern.finditer(text):
                group = match.lastindex or 0
                if match[group].casefold() not in nobodys:
                    yield _mask(match, group)

    return found


def _mask(match: re.Match[str], group: int) -> Mask:
    return Mask(*match.span(group), "handle", HANDLE, match[group].casefold())
