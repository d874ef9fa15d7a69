"""The postmortem as frozen values; their descriptions are the reference of the file format."""

# Annotations are not postponed here: pydantic would have to compile each of them again.
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from itertools import count
from typing import Annotated
from zoneinfo import ZoneInfo

from pydantic import (
    BeforeValidator,
    Field,
    WithJsonSchema,
    model_validator,
)

from deckgen.postmortem.fields import (
    DayOrMoment,
    Duration,
    EvidencePicture,
    Link,
    Moment,
    Text,
    ZoneName,
)
from deckgen.postmortem.impact import Impact
from deckgen.postmortem.record import Record
from deckgen.postmortem.vocabulary import (
    PRIORITY_SPELLINGS,
    SEVERITY_SPELLINGS,
    ActionKind,
    ActionStatus,
    EventKind,
    FactorCategory,
    IconName,
    Priority,
    Severity,
    Status,
)

_UNASSIGNED = {
    *("tbd", "tba", "tbc", "todo", "none", "n/a", "unassigned", "unknown", "pending", "open"),
    *("to be decided", "to be determined", "to be confirmed", "not assigned", "not yet assigned"),
    *("nobody", "no one", "someone", "somebody", "anyone", "anybody", "whoever"),
    *("owner", "name", "volunteer", "volunteer needed", "[owner]", "[tbd]", "your name"),
    *("to be assigned", "to be named", "nobody yet", "no owner", "nn", "n.n", "xx", "xxx"),
}
_UNDECIDED = {"tbd", "tba"}
"""Words that leave an owner open whatever stands beside them: `TBD (Platform?)`."""
_AROUND_OWNERS = " .,:;?!()<>{}\"'@*_-–—"


class Event(Record):
    """One moment of the timeline."""

    at: Moment
    """When. A bare clock time takes the date of the event before it."""
    kind: EventKind = EventKind.NOTE
    """What the event is to the incident."""
    text: Text
    """What happened, in one sentence."""
    key: bool = False
    """Whether the timeline chart labels this event before others when not all labels fit."""
    source: Link | None = None
    """Where this is recorded: an alert, a commit, a message."""


class Why(Record):
    """One rung of the five whys."""

    why: Text
    """What was the case, or the question why it was."""
    because: Text | None = None
    """The answer, where `why` is written as a question."""


class ContributingFactor(Record):
    """Something in the system that let the incident happen or made it worse."""

    category: FactorCategory = FactorCategory.OTHER
    """Where in the system it lies."""
    text: Text
    """What it is, in one sentence."""


def _bare_why(value: object) -> object:
    return {"why": value} if isinstance(value, str) else value


class RootCause(Record):
    """Why it happened."""

    primary_cause: Text | None = None
    """The cause that the review agreed on, as one sentence about the system."""
    five_whys: tuple[
        Annotated[Why, BeforeValidator(_bare_why, json_schema_input_type=str | Why)], ...
    ] = ()
    """From the symptom down to the cause, each line the reason of the one before."""
    contributing_factors: tuple[ContributingFactor, ...] = ()
    """What else had to be so for the incident to happen."""
    repeats: tuple[Text, ...] = ()
    """The ids of earlier incidents that had the same cause."""


class Lessons(Record):
    """What the response itself taught."""

    went_well: tuple[Text, ...] = ()
    """What worked and should stay."""
    went_wrong: tuple[Text, ...] = ()
    """What did not work."""
    got_lucky: tuple[Text, ...] = ()
    """What would have made it worse and did not happen by chance."""


FIRST_LEARNING = "L1"
"""The id of the key learning where none is written."""


class KeyLearning(Record):
    """The one thing to remember of this incident."""

    id: Text = FIRST_LEARNING
    """The name by which an action refers to it."""
    statement: Text
    """The learning as one sentence that can be acted on."""
    icon: IconName = IconName.LIGHTBULB
    """The icon beside the statement."""
    evidence: Text | None = None
    """One line on why we believe it."""


class Learning(Record):
    """A further learning, which actions may refer to."""

    id: Text
    """The name by which an action refers to it, such as `L2`."""
    text: Text
    """The learning as one sentence."""


def _done_where_completed(data: object) -> object:
    """Return an action with the status that follows from `completed` where none is written."""
    if not isinstance(data, dict) or data.get("completed") is None or "status" in data:
        return data
    return {**data, "status": ActionStatus.DONE}


class ActionItem(Record):
    """What somebody does by a date so that the system behaves better next time."""

    id: Text
    """The name of the action; `A1`, `A2` and so on where none is written."""
    action: Text
    """What will be different when it is done."""
    learning: Text | None = None
    """The id of the learning that this answers."""
    kind: ActionKind | None = None
    """What it changes: whether it happens, is noticed, is contained, or how we work."""
    owner: Text | None = None
    """The one person or team that answers for it."""
    due: date | None = None
    """The day it is promised for."""
    status: ActionStatus = ActionStatus.OPEN
    """How far it has come; `done` where only `completed` is written."""
    completed: date | None = None
    """The day on which it was done; only an action whose status is `done` has one."""
    priority: Annotated[
        Priority | None,
        WithJsonSchema({"anyOf": [{"enum": [*Priority]}, {"pattern": PRIORITY_SPELLINGS}]}),
    ] = None
    """How soon it is needed; high, medium and low are read as P1, P2 and P3."""
    link: Link | None = None
    """The ticket in the tracker."""
    confirmed: bool | None = None
    """Whether the owner has agreed to it."""

    @model_validator(mode="before")
    @classmethod
    def _finish(cls, data: object) -> object:
        return _done_where_completed(data)

    @property
    def is_assigned(self) -> bool:
        """Whether an owner is named; `TBD`, `???`, `someone` and their like name nobody."""
        owner = (self.owner or "").casefold().strip(_AROUND_OWNERS)
        words = {word.strip(_AROUND_OWNERS) for word in owner.split()}
        named = any(map(str.isalnum, owner)) and owner not in _UNASSIGNED
        return named and words.isdisjoint(_UNDECIDED)

    def is_overdue(self, as_of: date) -> bool:
        """Whether the due date lies before `as_of` while the action is neither done nor dropped."""
        return self.due is not None and self.due < as_of and not self.status.is_closed


class FollowUp(Record):
    """When and by what we shall know that the actions worked."""

    review_at: DayOrMoment | None = None
    """When the actions are looked at again."""
    success_criteria: tuple[Text, ...] = ()
    """What must be true then, with a number in it."""


class Evidence(Record):
    """A picture that shows what is claimed."""

    image: EvidencePicture
    """PNG, JPEG or GIF up to 20 MB, all of them up to 100 MB, by its path relative to this file."""
    caption: Text
    """What to see in it."""
    alt: Text | None = None
    """The picture in words, for those who cannot see it; default: the caption."""


class Person(Record):
    """Somebody who took part; a deck for the public shows the role only."""

    name: Text
    """The name as it stands in the other texts."""
    role: Text
    """The role in the incident, such as `Incident commander`."""


class Reported(Record):
    """Figures that were stated elsewhere; a slide shows them where they differ from ours."""

    time_to_detect: Duration | None = None
    """From the start of the impact until somebody or something noticed."""
    time_to_acknowledge: Duration | None = None
    """From the detection until a responder took it on."""
    time_to_mitigate: Duration | None = None
    """From the start until the impact ended."""
    time_to_resolve: Duration | None = None
    """From the start until the cause was out of the system."""


def numbered(
    items: Sequence[object], prefix: str, first: int, taken: Iterable[str] = ()
) -> list[object]:
    """Return `items` with the next free id, such as `A1`, in every mapping that has none.

    Ids count from `first`; those that are `taken` elsewhere are left out.
    """
    used = {*taken, *map(_id_of, items)}
    free = (name for n in count(first) if (name := f"{prefix}{n}") not in used)
    return [
        {"id": next(free), **item} if isinstance(item, dict) and _id_of(item) is None else item
        for item in items
    ]


def _id_of(item: object) -> str | None:
    found = item.get("id") if isinstance(item, dict) else getattr(item, "id", None)
    return None if found is None else str(found)


def _with_ids(data: object) -> object:
    """Number the actions, and the learnings without taking the key learning's id."""
    if not isinstance(data, dict):
        return data
    key_id = _id_of(data.get("key_learning")) or FIRST_LEARNING
    given = {
        key: numbered(data[key], prefix, first, taken)
        for key, prefix, first, taken in (("learnings", "L", 2, [key_id]), ("actions", "A", 1, []))
        if isinstance(data.get(key), (list, tuple))
    }
    return {**data, **given}


class Postmortem(Record):
    """A structured incident postmortem. Only the title and the start are needed."""

    id: Text = "incident"
    """The incident's id; default: the file's name without its ending."""
    title: Text
    """What happened, as a headline."""
    severity: Annotated[
        Severity | None,
        WithJsonSchema({"anyOf": [{"enum": [*Severity]}, {"pattern": SEVERITY_SPELLINGS}]}),
    ] = None
    """How bad it was. Also read: `sev-1`, `S1`, `P1`; critical, major and minor (SEV1 to SEV3)."""
    status: Status | None = None
    """How far the incident has come; default: what the recorded times say."""
    services: tuple[Text, ...] = ()
    """The services that were affected."""
    tags: tuple[Text, ...] = ()
    """Words by which incidents are found again."""
    timezone: ZoneName = "UTC"
    """The IANA zone of every time without an offset, and of the times on the slides."""
    started_at: Moment
    """When the impact began: every `time to` counts from here."""
    detected_at: Moment | None = None
    """When it was noticed; default: the first event of kind detection."""
    acknowledged_at: Moment | None = None
    """When a responder took it on; default: the first event of kind acknowledgement."""
    mitigated_at: Moment | None = None
    """When the impact ended; default: the first event of kind mitigation."""
    resolved_at: Moment | None = None
    """When the cause was out of the system; default: the first event of kind resolution."""
    published_at: DayOrMoment | None = None
    """When the postmortem was published."""
    drill: bool = False
    """Whether this was an exercise; a quarter's figures leave it out."""
    reported: Reported = Field(default_factory=Reported)
    """Figures stated elsewhere, shown beside the computed ones where they differ."""
    summary: Text | None = None
    """What happened, in one to three sentences."""
    impact: Impact = Field(default_factory=Impact)
    """What it did to customers and to the business."""
    timeline: tuple[Event, ...] = ()
    """What happened when."""
    root_cause: RootCause = Field(default_factory=RootCause)
    """Why it happened."""
    lessons: Lessons = Field(default_factory=Lessons)
    """What the response itself taught."""
    key_learning: KeyLearning | None = None
    """The one thing to remember."""
    learnings: tuple[Learning, ...] = ()
    """Further learnings, which actions may refer to."""
    actions: tuple[ActionItem, ...] = ()
    """What will be done, by whom, by when."""
    decisions: tuple[Text, ...] = ()
    """What is asked of the people in the room."""
    follow_up: FollowUp = Field(default_factory=FollowUp)
    """When and by what we shall know that it worked."""
    evidence: tuple[Evidence, ...] = ()
    """Pictures that show what is claimed."""
    people: tuple[Person, ...] = ()
    """Who took part; a deck for the public shows roles instead of these names."""
    sources: tuple[Link, ...] = ()
    """Where the facts come from."""
    headlines: dict[Text, Text] = Field(default_factory=dict)
    """Slide headlines in the author's words, by layout name, such as `timeline: ...`."""

    @model_validator(mode="before")
    @classmethod
    def _number(cls, data: object) -> object:
        return _with_ids(data)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The zone in which times are shown."""
        return ZoneInfo(self.timezone)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The timeline in the order of time; events of one instant keep the file's order."""
        return tuple(sorted(self.timeline, key=lambda event: event.at))

    def learning_text(self, learning_id: str | None) -> str | None:
        """Return the text of the learning with this id, None when there is none."""
        return None if learning_id is None else self._learning_texts.get(learning_id)

    @cached_property
    def _learning_texts(self) -> dict[str, str]:
        """The texts of the learnings by id; of several with one id the first, the key's before."""
        key = [(one.id, one.statement) for one in (self.key_learning,) if one]
        return dict(reversed([*key, *((item.id, item.text) for item in self.learnings)]))
