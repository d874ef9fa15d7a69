"""What a section or a labelled line is about: the table of headings as teams write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from types import MappingProxyType


class Role(Enum):
    """What the text under a heading, or behind a label, tells of."""

    TITLE = auto()
    ID = auto()
    DATE = auto()
    SEVERITY = auto()
    STATUS = auto()
    SERVICES = auto()
    TAGS = auto()
    TIMEZONE = auto()
    STARTED = auto()
    DETECTED = auto()
    ACKNOWLEDGED = auto()
    MITIGATED = auto()
    RESOLVED = auto()
    PUBLISHED = auto()
    TIME_TO_DETECT = auto()
    TIME_TO_ACKNOWLEDGE = auto()
    TIME_TO_MITIGATE = auto()
    TIME_TO_RESOLVE = auto()
    SUMMARY = auto()
    IMPACT = auto()
    TIMELINE = auto()
    KEY_EVENTS = auto()
    CONTEXT = auto()
    CAUSE = auto()
    FACTORS = auto()
    WHYS = auto()
    TRIGGER = auto()
    DETECTION = auto()
    RESOLUTION = auto()
    WELL = auto()
    WRONG = auto()
    LUCKY = auto()
    LESSONS = auto()
    KEY_LEARNING = auto()
    ACTIONS = auto()
    DECISIONS = auto()
    FOLLOW_UP = auto()
    CRITERIA = auto()
    AUTHORS = auto()
    OWNER = auto()
    COMMANDER = auto()
    PEOPLE = auto()
    SOURCES = auto()
    STATS = auto()
    REVIEW = auto()
    APPENDIX = auto()


_VARIANTS: Mapping[Role, str] = MappingProxyType(
    {
        Role.TITLE: "title|incident title|name of incident|incident name",
        Role.ID: "id|incident id|incident number|incident no|incident key|incident #|reference"
        "|incident reference|postmortem id|post-mortem id",
        Role.DATE: "date|incident date|date of incident|date of the incident|day|date(s)"
        "|event date|start_date",
        Role.SEVERITY: "severity|severity level|sev|incident severity|priority|impact level",
        Role.STATUS: "status|current status|current state|state|incident status|report status",
        Role.SERVICES: "services|service|affected services|services affected|service(s) affected"
        "|impacted services|services impacted|affected systems|systems affected|affected products"
        "|affected components|components|component|product|products|affected service|systems",
        Role.TAGS: "tags|labels|keywords|categories|category",
        Role.TIMEZONE: "timezone|time zone|zone|tz",
        Role.STARTED: "start|start time|started|started at|started_at|start_time|start date/time"
        "|impact start|impact start time|impact started|impact started at|incident start"
        "|incident start time|incident started|outage start|outage began|began|began at|beginning"
        "|start of impact|start of incident|fault occurs|fault occurred|incident started at"
        "|customer impact start|time of incident|start of outage|start date and time|time started",
        Role.DETECTED: "detected|detected at|detected_at|detection time|first detected"
        "|time detected|time of detection|incident detected|fault detected|detected on"
        "|incident detected at|detection date",
        Role.ACKNOWLEDGED: "acknowledged|acknowledged at|acknowledged_at|time acknowledged|paged at"
        "|incident acknowledged|acknowledgement time",
        Role.MITIGATED: "mitigated|mitigated at|mitigated_at|mitigation time|time mitigated"
        "|repaired|repaired at|incident mitigated|impact end|impact end time|impact ended|recovered"
        "|impact mitigated|restored|service restored|recovered at|end of impact"
        "|customer impact end|mitigation",
        Role.RESOLVED: "resolved|resolved at|resolved_at|resolution time|time resolved|end|end time"
        "|ended|ended at|end_time|end date/time|incident end|incident end time|incident resolved"
        "|outage end|end of incident|end of outage|incident resolved at|end date and time|finished",
        Role.PUBLISHED: "published|published at|published_at|published on|publication date"
        "|date published",
        Role.TIME_TO_DETECT: "time to detection|time to detect|ttd|mttd|detection time (duration)",
        Role.TIME_TO_ACKNOWLEDGE: "time to acknowledge|tta|mtta|time to acknowledgement"
        "|time to respond|time to response",
        Role.TIME_TO_MITIGATE: "time to repair|time to mitigate|time to mitigation|ttm|mttm"
        "|time to recovery|time to recover|time to restore",
        Role.TIME_TO_RESOLVE: "time to resolve|time to resolution|ttr|mttr",
        Role.SUMMARY: "summary|issue summary|incident summary|executive summary|overview|tl;dr|tldr"
        "|exec summary|abstract|synopsis|description|incident description|outage description"
        "|incident overview|event summary|problem summary|problem statement|what happened"
        "|high level summary|high-level summary|brief summary|outage summary|postmortem summary"
        "|short summary|in short|introduction",
        Role.IMPACT: "impact|impact on users|customer impact|user impact|impact analysis|impacts"
        "|incident impact|business impact|scope of impact|affected users|impact assessment"
        "|summary of impact|impact summary|customer impact summary|users affected|blast radius"
        "|impact on customers|customer and business impact|who was affected|effect|effects"
        "|impact statement|impact details|customers affected|impact metrics|scope and impact"
        "|revenue impact",
        Role.TIMELINE: "timeline|timeline of events|incident timeline|timeline of the incident"
        "|follow-up timeline|event timeline|chronology|sequence of events|chain of events"
        "|full timeline|detailed timeline|history|chronology of events|events|event log"
        "|incident log|time line|narrative timeline|incident chronology|log of events|timelines",
        Role.KEY_EVENTS: "key events|incident timing|key times|key moments|milestones|key dates"
        "|key timestamps|incident times|times",
        Role.CONTEXT: "context",
        Role.CAUSE: "root cause|root causes|root cause(s)|root cause analysis|cause|causes|rca"
        "|root cause of the outage|root cause of the incident|fault|identified cause"
        "|primary cause|underlying cause|root cause and mitigation|the root cause|technical cause"
        "|root cause and trigger|cause of the incident|cause of the problem|analysis"
        "|cause analysis|technical details|technical root cause|proximate cause"
        "|the underlying issue|what caused it|why did it happen|why it happened|what went on",
        Role.FACTORS: "contributing factors|contributing factor|contributing factor(s)|factors"
        "|contributing causes|contributing conditions|contributing conditions analysis"
        "|contributors|other factors|contributing causes and conditions|contributory factors"
        "|root causes and contributing factors|aggravating factors",
        Role.WHYS: "five whys|5 whys|the five whys|the 5 whys|root cause identification"
        "|root cause identification: the five whys|why analysis|5 whys analysis|five whys analysis"
        "|5-whys|whys|root cause analysis (five whys)|5 why|five why",
        Role.TRIGGER: "trigger|triggers|triggering event|leadup|lead-up|lead up|background"
        "|what triggered it|events leading up",
        Role.DETECTION: "detection|how was it detected|detection method|how it was detected"
        "|identified|identification|how was the incident detected|how we found out|monitoring",
        Role.RESOLUTION: "resolution|resolution and recovery|recovery|response|fix|workaround"
        "|the fix|how was it resolved|how we fixed it|resolution steps|incident response|repair"
        "|mitigation and resolution|response and resolution|recovery and resolution"
        "|resolution & recovery|incident response analysis|solution",
        Role.WELL: "what went well|went well|things that went well|positives|what worked"
        "|what worked well|the good|what did we do well|what we did well|good|went_well"
        "|what went right",
        Role.WRONG: "what went wrong|went wrong|what went poorly|what didn't go well|went poorly"
        "|what didn't go so well|what did not go well|what did not go so well|what went badly"
        "|what could have gone better|what could be improved|what could have been better"
        "|what didn't work|what did not work|the bad|what can be improved|what can we improve"
        "|where we can improve|what could have been improved|things that went wrong"
        "|went_wrong|negatives|what went less well|what needs improvement|where we struggled"
        "|things that could have gone better|what didn't work well",
        Role.LUCKY: "where we got lucky|got lucky|what was lucky|luck|lucky|where were we lucky"
        "|where did we get lucky|near misses|where we were lucky|got_lucky|how we got lucky",
        Role.LESSONS: "lessons learned|lessons learnt|lessons|learnings|learning|key takeaways"
        "|takeaways|insights|what did we learn|what we learned|what we have learned|lesson learned"
        "|lessons from the incident|key learnings|what we learnt|further learnings|key insights"
        "|other learnings|post incident analysis|conclusions and lessons",
        Role.KEY_LEARNING: "key learning|key lesson|key takeaway|main lesson|main learning"
        "|main takeaway|most important lesson|the one thing to remember|biggest lesson"
        "|key insight",
        Role.ACTIONS: "action items|action item|actions|action item(s)|review actions|action plan"
        "|actions following review|follow-up actions|follow up actions|followup actions|to-do"
        "|follow-ups|follow ups|followups|follow-up items|follow up items|next steps|todo|todos"
        "|corrective actions|corrective action|corrective and preventative measures|tasks"
        "|corrective and preventative measure|corrective and preventive measures|remediation"
        "|corrective and preventative actions|corrective and preventive actions|future actions"
        "|preventative measures|preventive measures|preventive actions|prevention|moving forward"
        "|preventative actions|follow-up improvements|future measures|process improvements"
        "|technical improvements|documentation improvements|improvements|future improvements"
        "|recommendations|remediation items|learning & action items|learning and action items"
        "|learnings & action items|learnings and action items|planned actions|action taken"
        "|actions taken|action taken(s)|action items and follow-up|short-term improvements"
        "|long-term improvements|immediate actions|lessons learned and future improvements"
        "|remediation actions|preventing recurrence|what we are doing about this|what are we doing"
        "|what we're doing about it|remediations|next actions|further actions|repair items"
        "|lessons learned and action items|mitigation actions|open actions|completed actions"
        "|remediation and follow-up|remediation and prevention|action items & next steps"
        "|remediation steps|what's next|going forward|follow-up tasks|post-incident actions"
        "|long-term actions|short-term actions|immediate remediation",
        Role.DECISIONS: "decisions|decisions needed|decisions required|decisions requested|asks"
        "|decision needed|decision|decisions to make|the ask|ask",
        Role.FOLLOW_UP: "follow-up review|follow up review|follow-up|follow up|followup review"
        "|review date|next review|follow-up date|review meeting|follow-up meeting|review at"
        "|review on|review scheduled for|follow-up review date|date of review",
        Role.CRITERIA: "success criteria|success criterion|criteria|how we will know"
        "|success metrics|success measures",
        Role.AUTHORS: "authors|author|author(s)|written by|created by|name(s)|report author"
        "|postmortem author|prepared by",
        Role.OWNER: "postmortem owner|post-mortem owner|owner|incident owner|report owner"
        "|document owner|postmortem lead|incident lead|lead",
        Role.COMMANDER: "incident commander|commander|ic|incident manager",
        Role.PEOPLE: "attendees|atendees|participants|people|people involved|responders|team"
        "|names of people involved|key roles|roles|involved|incident responders|incident team"
        "|who was involved|response team|on-call engineers",
        Role.SOURCES: "references|reference links|links|sources|source|supporting information"
        "|further reading|related links|see also|slack thread|internal post-mortem|resources|data"
        "|internal postmortem|call recording|related incidents|recording|relevant links|evidence"
        "|dashboards|supporting documents|supporting info|link|url|thread|external links"
        "|zoom recording|incident channel|ticket|tracking ticket|status page",
        Role.STATS: "stats|metrics|incident details|details|key facts|incident metrics|facts"
        "|incident information|metadata|statistics|info|general information|incident info"
        "|at a glance|incident data|basic information|information",
        Role.REVIEW: "incident review|retrospective|review|postmortem|post-mortem|post mortem"
        "|postmortem report|incident report|report|how'd we do|how did we do",
        Role.APPENDIX: "appendix|apendix|appendinx|appendices|logs|chat log|chat logs|faq|q&a"
        "|frequently asked questions|glossary|messaging|chat transcript|slack log|irc log|notes"
        "|meeting notes|transcript|raw notes|internal email|external message",
    }
)

_BY_TITLE: Mapping[str, Role] = MappingProxyType(
    {title: role for role, titles in _VARIANTS.items() for title in titles.split("|")}
)

_LOOSE: tuple[tuple[re.Pattern[str], Role], ...] = tuple(
    (re.compile(pattern), role)
    for pattern, role in (
        (
            r"\b(?:chat|slack|irc) (?:log|transcript|thread)|^app?endi|postmortem thread",
            Role.APPENDIX,
        ),
        (r"\btimeline\b", Role.TIMELINE),
        (r"\b(?:action items?|corrective (?:and|actions?)|follow-?up actions?)\b", Role.ACTIONS),
        (r"\b(?:future|planned) (?:improvements|actions|work|measures)\b", Role.ACTIONS),
        (r"\bimprovements?$|^actions? (?:items|taken|to)\b", Role.ACTIONS),
        (r"\b(?:five|5) whys\b", Role.WHYS),
        (r"\bcontributing (?:factors|causes|conditions)\b", Role.FACTORS),
        (r"\broot causes?\b", Role.CAUSE),
        (r"\bwent well\b", Role.WELL),
        (r"\b(?:went wrong|went poorly|gone better|go (?:so )?well)\b", Role.WRONG),
        (r"\b(?:got|were|get) lucky\b", Role.LUCKY),
        (r"\b(?:lessons|learnings|takeaways)\b", Role.LESSONS),
        (r"\bimpact\b", Role.IMPACT),
        (r"\bsummary\b", Role.SUMMARY),
        (r"\bresolution\b", Role.RESOLUTION),
    )
)
_LONGEST_TITLE = 80
_MOST_WORDS = 7

_NUMBERING = re.compile(r"^(?:\d{1,2}[.)]|[ivx]{1,4}[.)]|step \d+:?)\s+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*")
_EDGES = re.compile(r"^[\W_]+|[^\w)#]+$")


def role_of(title: str) -> Role | None:
    """Return what the section under a heading tells of; None where the table does not know it."""
    if len(title) > _LONGEST_TITLE * 2:
        return None
    forms = list(_forms(title))
    exact = next((_BY_TITLE[form] for form in forms if form in _BY_TITLE), None)
    if exact or not forms or len(forms[-1].split()) > _MOST_WORDS:
        return exact
    return next((role for pattern, role in _LOOSE if pattern.search(forms[-1])), None)


def role_of_label(label: str) -> Role | None:
    """Return what a text behind a label tells of: labels are known word for word, or not."""
    if len(label) > _LONGEST_TITLE:
        return None
    return next((_BY_TITLE[form] for form in _forms(label) if form in _BY_TITLE), None)


def _forms(title: str) -> Iterator[str]:
    """Yield a title as it is compared: as written, without numbering, without brackets."""
    text = " ".join(title.casefold().replace("’", "'").replace("`", "").split())
    whole = _EDGES.sub("", _NUMBERING.sub("", text))
    yield whole
    short = _EDGES.sub("", _BRACKETS.sub(" ", text).strip())
    short = _NUMBERING.sub("", short)
    yield " ".join(short.split())
