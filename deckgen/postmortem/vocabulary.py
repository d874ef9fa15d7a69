"""The closed vocabularies of a postmortem, with the other spellings that are read."""

from __future__ import annotations

import re
from enum import StrEnum


class Severity(StrEnum):
    """How bad it was; SEV0 is the worst."""

    SEV0 = "SEV0"
    SEV1 = "SEV1"
    SEV2 = "SEV2"
    SEV3 = "SEV3"
    SEV4 = "SEV4"
    SEV5 = "SEV5"

    @classmethod
    def _missing_(cls, value: object) -> Severity | None:
        text = str(value).strip().casefold()
        word = {"critical": cls.SEV1, "major": cls.SEV2, "minor": cls.SEV3}.get(text)
        level = re.fullmatch(r"(?:sev|s|p)[-_ ]?([0-5])", text)
        return cls(f"SEV{level[1]}") if level else word


SEVERITY_SPELLINGS = r"^([Ss][Ee][Vv]|[SsPp])[-_ ]?[0-5]$|^(critical|major|minor)$"


class Status(StrEnum):
    """How far the incident itself has come."""

    OPEN = "open"
    MITIGATED = "mitigated"
    RESOLVED = "resolved"


class EventKind(StrEnum):
    """What an event of the timeline is to the incident."""

    TRIGGER = "trigger"
    DETECTION = "detection"
    ACKNOWLEDGEMENT = "acknowledgement"
    ESCALATION = "escalation"
    DIAGNOSIS = "diagnosis"
    COMMUNICATION = "communication"
    MITIGATION = "mitigation"
    RESOLUTION = "resolution"
    NOTE = "note"


class FactorCategory(StrEnum):
    """Where in the system a contributing factor lies."""

    PROCESS = "process"
    TOOLING = "tooling"
    COMMUNICATION = "communication"
    PEOPLE_LOAD = "people-load"
    CAPACITY = "capacity"
    DEPENDENCY = "dependency"
    DESIGN = "design"
    MONITORING = "monitoring"
    OTHER = "other"


class ActionKind(StrEnum):
    """What an action changes for the next time."""

    PREVENT = "prevent"
    DETECT = "detect"
    MITIGATE = "mitigate"
    PROCESS = "process"


class ActionStatus(StrEnum):
    """How far an action has come."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is expected of anybody."""
        return self in {ActionStatus.DONE, ActionStatus.DROPPED}


class Priority(StrEnum):
    """How soon an action is needed; P0 comes first."""

    P0 = "P0"
    P1 = "P1"
    P2 = "P2"
    P3 = "P3"
    P4 = "P4"

    @classmethod
    def _missing_(cls, value: object) -> Priority | None:
        text = str(value).strip().casefold()
        word = {"high": cls.P1, "medium": cls.P2, "low": cls.P3}.get(text)
        level = re.fullmatch(r"p[-_ ]?([0-4])", text)
        return cls(f"P{level[1]}") if level else word


PRIORITY_SPELLINGS = r"^[Pp][-_ ]?[0-4]$|^(high|medium|low)$"


class IconName(StrEnum):
    """The icons drawn for deckgen, by the name of their file in assets/icons."""

    BELL = "bell"
    CHART = "chart"
    CHECK = "check"
    CLOCK = "clock"
    CLOUD = "cloud"
    CODE = "code"
    DATABASE = "database"
    FLAG = "flag"
    GEAR = "gear"
    KEY = "key"
    LIFEBUOY = "lifebuoy"
    LIGHTBULB = "lightbulb"
    LOCK = "lock"
    MAGNIFIER = "magnifier"
    NETWORK = "network"
    SHIELD = "shield"
    USERS = "users"
    WARNING = "warning"
