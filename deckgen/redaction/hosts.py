"""Internal hosts and links in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckgen.policy import RedactionPolicy
from deckgen.redaction.addresses import is_public_address
from deckgen.redaction.host_names import IsInternal, internal_hosts, names_single_labels
from deckgen.redaction.masks import HOST, LINK, Finder, Mask, trimmed_end, web_addresses

_AUTHORITY = re.compile(r"[a-z0-9+.-]+://([^/?#]*)", re.IGNORECASE)
_HOOK = re.compile(r"/(?:webhooks?|webhookb2|hooks?)/[^/?#\s]*[A-Za-z0-9]", re.IGNORECASE)
_OF_ACCOUNT = re.compile(r"[a-z]+://[^/]*\.amazonaws\.com/\d{12}(?!\d)", re.IGNORECASE)
_SIGNED = re.compile(
    r"[?&#](?:[\w.-]*(?:signature|token|secret|password|passwd|pwd|api_?key|credential)|sig|auth|key|code)=",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![\w.@-])[\w-]++(?:\.[\w-]++)++(?::\d{1,5}(?!\d))?")
_ANY = re.compile(r"(?<![\w.@-])[\w-]++(?:\.[\w-]++)*+(?::\d{1,5}(?!\d))?")
_BEGINS_PATH = re.compile(r"/[^\s<>\"'`|\\^{}]")
_PATH = re.compile(r"/[^\s<>\"'`|\\^{}]*")
_IP_NAME = re.compile(r"(?<![\w-])(?:ip|ec2)-\d{1,3}(?:-\d{1,3}){3}(?![\w-])(?:\.[\w-]+)*")
_SHARE = re.compile(r"(?<![\\\w])\\\\[\w.-]+\\[^\s\"'<>|]*")
_JDBC = re.compile(r"(?<!\w)jdbc:[a-z][^\s\"'<>`]*", re.IGNORECASE)
_WITH_PORT = re.compile(
    r"(?<![\w.@/:-])(?=[A-Za-z_]*[\d-])[A-Za-z][\w-]*+:(?!20\d\d(?!\d))[1-9]\d{3,4}(?![\w.:-])"
)
_NAMED = re.compile(
    r"(?<![\w-])(?:(?:-h|--?host(?:name)?)[ =](?=[\w-]*[\d.-])([A-Za-z][\w.-]*\w)"
    r"|(?:host|server|data source)=(?:tcp:)?(?=[\w-]*[\d-])([A-Za-z][\w-]*\w)(?![\w.-]))",
    re.IGNORECASE,
)
_ENDS_IN_LETTERS = re.compile(r"[^\W\d_]")
_PUBLISHED = re.compile(r"https?://docs\.google\.com/\S*/pub(?:html)?(?:[?#]\S*)?", re.IGNORECASE)
_NO_HOST = {"about", "chrome", "data", "urn", "cid"}


def hosts(policy: RedactionPolicy) -> Finder:
    """Return what finds internal hosts and web addresses, by our lists and those of `policy`.

    In a web address a host of a single label, an address of a machine, a password and a signature
    make it internal too.
    """
    is_internal = internal_hosts(policy)
    candidates = _ANY if names_single_labels(policy) else _DOTTED

    def found(text: str) -> Iterator[Mask]:
        for start, end in web_addresses(text):
            if _is_internal_link(text[start:end], is_internal):
                yield _mask(text, start, end, LINK)
        for pattern, shown in ((_IP_NAME, HOST), (_SHARE, HOST), (_JDBC, LINK), (_WITH_PORT, HOST)):
            for match in pattern.finditer(text):
                yield _mask(text, match.start(), trimmed_end(text, *match.span()), shown)
        for match in _NAMED.finditer(text):
            if "localhost" not in match[0].casefold():
                yield _mask(text, *match.span(match.lastindex or 0), HOST)
        if candidates is _ANY or "." in text:
            yield from _bare(text, candidates, is_internal)

    return found


def _bare(text: str, candidates: re.Pattern[str], is_internal: IsInternal) -> Iterator[Mask]:
    """Yield the internal hosts that stand in the text without `https://`, or within a link."""
    stop = 0
    for match in candidates.finditer(text):
        start, end = match.span()
        host = match[0].partition(":")[0]
        of_link = text[max(0, start - 3) : start] == "://"
        if start < stop or of_link or not _ENDS_IN_LETTERS.match(host.rpartition(".")[2]):
            continue
        has_path = bool(_BEGINS_PATH.match(text, end))
        if is_internal(host, has_path):
            path = _PATH.match(text, end) if has_path else None
            stop = trimmed_end(text, start, path.end()) if path else end
            yield _mask(text, start, stop, LINK if path else HOST)


def _is_internal_link(link: str, is_internal: IsInternal) -> bool:
    match = _AUTHORITY.match(link)
    if not match:
        return False
    login, _, place = match[1].rpartition("@")
    host = _host(place)
    if link.partition(":")[0].casefold() in _NO_HOST or not host:
        return False
    if ":" in login or _SIGNED.search(link) or _HOOK.search(link) or _OF_ACCOUNT.match(link):
        return True
    if host.casefold() == "localhost" or is_public_address(host) or _PUBLISHED.fullmatch(link):
        return False
    rest = link[match.end() :].lstrip("/")
    return host[0] == "[" or "." not in host or is_internal(host, bool(rest))


def _host(place: str) -> str:
    if place.startswith("["):
        return place.partition("]")[0] + "]"
    return place.partition(":")[0]


def _mask(text: str, start: int, end: int, shown: str) -> Mask:
    thing = text[start:end].casefold()
    return Mask(start, end, "link" if shown == LINK else "host", shown, thing)
