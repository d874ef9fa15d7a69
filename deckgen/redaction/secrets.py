"""Tokens, keys and passwords in a text: by their form, by what they are called, by policy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from deckgen.policy import RedactionPolicy
from deckgen.redaction.flat import flat
from deckgen.redaction.masks import TOKEN, WORD, Finder, Mask

_NOT_INSIDE = r"(?<![A-Za-z0-9_])"
_BY_FORM = re.compile(
    _NOT_INSIDE
    + "(?:"
    + "|".join(
        (
            r"(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA|AGPA|ANPA|A3T[A-Z0-9])[A-Z0-9]{16}",  # AWS
            r"arn:aws[\w-]*:[\w-]*:[\w-]*:\d*:[^\s,;\"'<>)]+",
            r"gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}",  # GitHub
            r"gl(?:pat|dt|ft|soat|rt|cbt|imt|ptt|agent|oas|ffct)-[\w-]{20,}(?:\.[\w-]{2,})*|GR1348941[\w-]{20,}",
            r"xox[a-z]{1,2}-[\w-]{10,}|xapp-[\w-]{10,}",  # Slack
            r"(?:sk|rk|pk)_(?:live|test)_\w{10,}|whsec_[\w+/=]{16,}",  # Stripe
            r"sk-[\w-]{20,}",  # model providers
            r"AIza[\w-]{30,}|ya29\.[\w.-]{20,}|GOCSPX-[\w-]{20,}",  # Google
            r"SG\.[\w-]{16,}\.[\w-]{16,}",  # SendGrid
            r"npm_[A-Za-z0-9]{30,}|pypi-[\w-]{30,}|rubygems_[0-9a-f]{40,}",
            r"dckr_pat_[\w-]{20,}|do[opr]_v1_[0-9a-f]{40,}|hv[sbr]\.[\w-]{20,}",
            r"shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}|gl(?:sa|c)_[\w=]{20,}|lin_(?:api|oauth)_\w{20,}",
            r"(?:ntn|secret)_[A-Za-z0-9]{40,}|NR(?:AK|JS|II)-[\w-]{16,}|dapi[0-9a-f]{32}(?:-\d)?",
            r"key-[0-9a-f]{32}|[0-9a-f]{32}-us\d{1,2}|sq0(?:atp|csp)-[\w-]{20,}",
            r"(?:AC|SK)[0-9a-f]{32}|\d{8,10}:AA[\w-]{33}|AKC[a-zA-Z0-9]{20,}",  # Twilio, Telegram
            r"AGE-SECRET-KEY-1[A-Z0-9]{40,}|PMAK-[0-9a-f-]{40,}|sntry[su]_[\w=+/]{20,}",
            r"dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{20,}|[A-Za-z0-9]{14}\.atlasv1\.[\w-]{20,}",
            r"pat[A-Za-z0-9]{14}\.[0-9a-f]{40,}",  # Airtable
            r"pat-(?:na|eu)\d-[0-9a-f-]{30,}",  # HubSpot
            r"(?:pul|xkeysib|xsmtpsib|pplx|tskey)-[\w-]{20,}|sl\.[\w-]{60,}|oy2[a-z0-9]{43}",
            r"(?:sdk|mob)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f-]{10,}",  # LaunchDarkly
            r"\d/\d{10,}:[0-9a-f]{32}|access_token\$\w+\$\w{16}\$\w{32}",  # Asana, PayPal
            r"[\w~.]{3}\dQ~[\w~.-]{30,}|FlyV1 \w[\w,+/=-]{20,}|s\.(?=\w*\d)(?=\w*[A-Z])\w{24}",
            r"(?:sk|pk)\.eyJ[\w-]{8,}\.[\w-]{8,}|AAAA[\w-]{7}:APA91b[\w-]{20,}",
            r"(?!(?:sha|md|git|commit|rev|build|image|digest|hash|tag)\d*_)[a-z]{2,8}_[0-9a-f]{32,}",
            r"LS0tLS1CRUdJTi[\w+/=]*|[a-z0-9]{6}\.(?=[a-z]*\d)(?=\d*[a-z])[a-z0-9]{16}(?![\w.])",
            r"[MNO][\w-]{23,25}\.[\w-]{6}\.[\w-]{27,38}",  # Discord
            r"eyJ[\w-]{8,}+\.[\w-]{8,}+(?:\.[\w-]*+)?",  # JSON web tokens
        )
    )
    + ")"
)
_PEM = re.compile(r"-{4,5} ?BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?")
_PEM_END = re.compile(r"END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)? ?-{4,5}")

_VALUE = r"(\"[^\"]{1,200}\"|'[^']{1,200}'|`[^`]{1,200}`|[^\s,;\"'`<>()\[\]{}]+)"
_NAMED = re.compile(
    r"(?:pass(?:word|wort|wd|phrase|code)|pwd|(?<![A-Za-z])pw|kennwort|secret|credentials?"
    r"|sess(?:ion)?_?id|(?:client-key|client-certificate|certificate-authority)-data"
    r"|(?<![A-Za-z])token|(?:_|access|auth|refresh|bearer|bot|api)[ _-]?token"
    r"|(?:api|access|secret|private|signing|encryption|account|shared|client|service|license)"
    r"[ _-]?(?:access[ _-]?)?key)"
    r"(?:[ _-]?(?:id|hash|value))?[\"'`]?\s{0,3}(:=|=>|->|→|[:=]|>(?=\S))\s{0,3}" + _VALUE,
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"(?<!\w)(?:pass(?:word|wort|wd|phrase|code)|pwd|pw|otp|(?:api|access|secret) key"
    r"|(?:access|mfa|2fa|otp|recovery|backup|verification|one-time) code)\s"
    r"(?:(?:(?:was |is |been )?(?:changed|set|reset|rotated) to|is|was|of|to|are|ist)\s)?" + _VALUE,
    re.IGNORECASE,
)
_FLAG = re.compile(
    r"(?<!\S)--?(?:[\w-]*(?:password|passwd|secret|token|api-?key)|pass)(?:=|\s{1,3})" + _VALUE,
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?<!\S)(?:-u|--user|-a)[ =]([^\s:]{1,64}:\S+)"
    r"|(?<!\w)(?:sshpass\s-p|redis-cli\s(?:-\S+\s\S+\s){0,4}-a)\s?(\S+)"
    r"|(?<!\w)(?:mysql|mysqldump|mariadb)\s(?:[^\s]+\s){0,8}?(?-i:-p)([^\s]+)"
    r"|(?<!\w)(?:credentials?|creds|logins?)\s(?:\w+\s){0,3}?(\w+\s?/\s?(?=\w*\d)\w{5,})",
    re.IGNORECASE,
)
_HEADER = re.compile(
    r"(?<!\w)(?:(?:bearer|basic)\s{1,3}([\w+/=.~-]{12,})"
    r"|auth\s(?:plain|login)\s{1,3}([\w+/=]{8,})"
    r"|(?:proxy-)?authorization[\"']?\s?[:=]\s?[\"']?(?:(?:bearer|basic|token|digest)\s)?([^\s\"',;]+)"
    r"|(?:set-)?cookie:\s?([^\s,;]+(?:;\s?[\w-]+=[^\s,;]+)*)|x-(?:[a-z]+-)?(?:api-key|token|auth[a-z-]*):\s?([^\s,;\"']+))",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    r"(?<!\w)(?:account|acct|account id|account number)(?:s|:|\s|#|=|\()+"
    r"(\d{12}|\d{4}-\d{4}-\d{4})(?![\w-])",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"(?<!\w)(?:PIN|passcode|OTP|(?:access|mfa|2fa|verification|one-time) code|meeting id)"
    r"(?: is| was)?[ :#]{1,3}(\d[\d ]{2,13}\d#?)",
    re.IGNORECASE,
)
_RANDOM = re.compile(r"(?<![\w+/=.@%-])[A-Za-z0-9+/_-]{32,}+={0,2}(?![\w@]|/pub)")
_CHANGES = 0.4  # of neighbours are of another class: random Base64 has 0.64, words in a row 0.3
_SHARE = 0.15  # of the characters are capitals, and as many small: in Base64 it is 0.41 each
_MIXED = re.compile(r"(?<=[a-z])[A-Z][a-z]?(?![a-z]{4})")
_STANDS_FOR_ONE = re.compile(
    r"[\"'`]?(?:[$<{%\[]|\*|\.\.\.|x{3,}|(?:token|bearer|basic|digest)\b(?!%20))", re.IGNORECASE
)


def secrets(policy: RedactionPolicy) -> Finder:
    """Return what finds secrets by their form or their name, and by the expressions of `policy`."""
    own = [re.compile(pattern) for pattern in policy.secrets]

    def found(text: str) -> Iterator[Mask]:
        yield from _spans(text, _BY_FORM.finditer(text))
        yield from _private_keys(text)
        yield from _called(text)
        yield from _random(text)
        for pattern in own:
            yield from _spans(text, pattern.finditer(text))

    return found


def faulty_secret(pattern: str) -> str | None:
    """Return why `pattern` cannot be used as an expression of secrets, None where it can."""
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        return f"is not a regular expression: {error}"
    if compiled.match(""):
        return "also matches where nothing stands, so that it would mask everything"
    return None


def internal_words(policy: RedactionPolicy) -> Finder:
    """Return what finds the policy's internal words, in any case, as words of their own."""
    written = sorted(policy.internal_words, key=len, reverse=True)
    pattern = re.compile("|".join(_as_word(flat(word).text) for word in written) or r"(?!)")

    def found(text: str) -> Iterator[Mask]:
        for match in pattern.finditer(text):
            yield Mask(*match.span(), "word", WORD, match[0].casefold())

    return found


def _as_word(word: str) -> str:
    """Return the expression of a word in any case; `acme corp` is also `acme-corp` and `AcmeCorp`.

    Letters may not go on around it where they have spaces, but for a capital: `AcmeService`.
    """
    begins, ends = (c.isascii() and c.isalnum() for c in (word[0], word[-1]))
    written = r"(?:[\s._+-]|%20)*".join(map(re.escape, word.split()))
    before = r"(?:(?<![^\W\d_])|(?<=[a-z])(?=[A-Z]))" if begins else ""
    behind = r"(?:(?![^\W\d_])|(?<=[a-z])(?=[A-Z]))" if ends else ""
    return f"{before}(?i:{written}){behind}"


def _private_keys(text: str) -> Iterator[Mask]:
    """Yield each private key in the form of PEM, to the end of the text where it has no end."""
    end = 0
    while match := _PEM.search(text, end):
        last = _PEM_END.search(text, match.end())
        end = last.end() if last else len(text)
        yield Mask(match.start(), end, "token", TOKEN, text[match.start() : end])


def _called(text: str) -> Iterator[Mask]:
    """Yield what is called a secret: `password=x`, `Authorization: x`, `--token x`."""
    for match in _NAMED.finditer(text):
        told = match[1] not in {":", ">", "->", "→"} or _looks_secret(match[2])
        if told and not _STANDS_FOR_ONE.match(match[2]):
            yield _span(text, *match.span(2))
    for match in _SPOKEN.finditer(text):
        if _looks_secret(match[1]):
            yield _span(text, *match.span(1))
    for pattern in (_FLAG, _LOGIN, _HEADER, _ACCOUNT, _CODE):
        for match in pattern.finditer(text):
            start, end = match.span(match.lastindex or 0)
            if not _STANDS_FOR_ONE.match(text, start, end):
                yield _span(text, start, end)


def _looks_secret(value: str) -> bool:
    """Whether `value` is not just a word: it is quoted, or has digits or signs within it."""
    bare = value.strip(".!?*_:")
    if value[0] in "\"'`":
        return True
    letters = bare.replace("-", "").replace("/", "").replace("'", "").replace("’", "")
    if len(_MIXED.findall(bare)) > 1:
        return True
    return len(bare) >= 4 and not letters.isalpha() and not bare.replace(".", "").isdecimal()


def _random(text: str) -> Iterator[Mask]:
    """Yield long runs that look random: capitals, small letters and digits in quick change.

    Digests and ids in hexadecimal are none, nor are paths and names of several words.
    """
    for match in _RANDOM.finditer(text):
        classes = [_class(c) for c in match[0]]
        changes = sum(a != b for a, b in pairwise(classes))
        least = _SHARE * len(classes)
        mixed = min(classes.count("A"), classes.count("a")) >= least and "0" in classes
        if mixed and changes >= _CHANGES * len(classes):
            yield _span(text, *match.span())


def _class(character: str) -> str:
    if character.isdecimal():
        return "0"
    return "A" if character.isupper() else "a" if character.islower() else "-"


def _spans(text: str, matches: Iterable[re.Match[str]]) -> Iterator[Mask]:
    yield from (_span(text, *match.span()) for match in matches)


def _span(text: str, start: int, end: int) -> Mask:
    return Mask(start, end, "token", TOKEN, text[start:end])
