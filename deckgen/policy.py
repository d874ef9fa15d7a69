"""What a company asks of its postmortems; the descriptions are the reference of `deckgen.toml`."""

# Annotations are not postponed here: pydantic would have to compile each of them again.
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field

from deckgen.postmortem.fields import Text
from deckgen.postmortem.record import Record
from deckgen.postmortem.vocabulary import Severity

Level = Literal["off", "info", "warning", "error"]
"""How much a rule's finding matters; `off` where the rule is not run."""

Audience = Literal["internal", "public"]
"""Who is to read a postmortem; the public is shown less."""

Days = Annotated[int, Field(strict=True, ge=0, le=3_660)]
Hours = Annotated[int, Field(strict=True, ge=0, le=87_840)]
Amount = Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False)]

DUE_WITHIN_DAYS: Mapping[Severity, int] = MappingProxyType(
    {Severity.SEV0: 15, Severity.SEV1: 15, Severity.SEV2: 30}
)
"""The days that an action may take where the policy does not say: PagerDuty's own guide."""


class SeverityLevel(Record):
    """What one severity means in this company."""

    names: tuple[Text, ...] = ()
    """What the company calls it, such as `Blocker`; read in a file's `severity`."""
    due_within_days: Days | None = None
    """Within how many days of the publication its actions are due; SEV0, SEV1: 15, SEV2: 30."""
    customers_from: Amount | None = None
    """From how many affected customers or users on an incident is at least of this severity."""
    percent_from: Amount | None = None
    """From which share of failures or of customers, in percent, it is at least of this severity."""


class Words(Record):
    """Words and phrases that the rules know beside their own."""

    people: tuple[Text, ...] = ()
    """Words that mean somebody: teams, roles, nicknames."""
    blame: tuple[Text, ...] = ()
    """Phrases that blame where their subject is a person or a team."""
    animated: tuple[Text, ...] = ()
    """Words of alarm or ridicule."""
    vague_claims: tuple[Text, ...] = ()
    """Claims that need a number beside them."""
    vague_verbs: tuple[Text, ...] = ()
    """Verbs with which an action promises nothing that can be checked."""
    placeholders: tuple[Text, ...] = ()
    """What your template leaves to be filled in."""
    not_names: tuple[Text, ...] = ()
    """What looks like a person's name and is none: products, places, teams."""


class RedactionPolicy(Record):
    """What a deck for the public must not show, beside people, addresses and secrets."""

    internal_hosts: tuple[Text, ...] = ()
    """Host names of your own, such as `*.corp.example.com`; links to them are left out."""
    public_hosts: tuple[Text, ...] = ()
    """Host names that may be shown although a rule would take them for internal."""
    internal_words: tuple[Text, ...] = ()
    """Code names, customers and other words that are masked wherever they stand."""
    secrets: tuple[Text, ...] = ()
    """Regular expressions (Python's) of what is secret, such as the form of your customer ids."""


class Policy(Record):
    """What a company asks of its postmortems, in `deckgen.toml` or `[tool.deckgen]`."""

    rules: dict[str, Level] = Field(default_factory=dict)
    """Rules by their id, each with the severity of its findings, or `off`."""
    words: Words = Field(default_factory=Words.model_construct)
    """Words that the rules know beside their own."""
    severities: dict[Severity, SeverityLevel] = Field(default_factory=dict)
    """What the severities mean in this company."""
    publish_within_hours: Hours = 48
    """Within how many hours of the resolution a postmortem is published."""
    review_within_days: Days = 56
    """Within how many days of the resolution the actions are looked at again."""
    redaction: RedactionPolicy = Field(default_factory=RedactionPolicy.model_construct)
    """What a deck for the public must not show."""

    def due_within_days(self, severity: Severity | None) -> int | None:
        """Return the days that an action may take, None where nothing is asked."""
        level = self.severities.get(severity) if severity else None
        if level and level.due_within_days is not None:
            return level.due_within_days
        return DUE_WITHIN_DAYS.get(severity) if severity else None

    @property
    def severity_names(self) -> Mapping[str, Severity]:
        """The company's own names of severities, as it writes them."""
        levels = self.severities.items()
        return {name: severity for severity, level in levels for name in level.names}


def usual_policy() -> Policy:
    """Return the policy of a company that asks nothing of its own.

    It is not validated: for that the model would have to be compiled, which most builds never need.
    """
    return Policy.model_construct()
