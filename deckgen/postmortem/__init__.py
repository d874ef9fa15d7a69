"""The document: what an incident's postmortem says, and the measures that follow from it.

Comes in: plain data whose times are already instants. Goes out: frozen values, in UTC.
"""
