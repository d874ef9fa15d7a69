"""What several rules ask of a postmortem and of its texts.

Comes in: parts of a postmortem. Goes out: what can be counted, dated or gathered in them.
"""
