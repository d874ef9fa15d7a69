"""What every part of a postmortem is."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """What every part of a postmortem is: frozen, and without keys that nobody knows."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True
    )
