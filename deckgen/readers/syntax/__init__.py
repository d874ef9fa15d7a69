"""Comes in: lines of YAML that cannot be read. Goes out: what the author meant, as edits.

Each kind of slip has a function that recognises it from the place where the parser gave up and
from the text around it, says it in the author's words, and returns the edits that repair it in
memory, so that one pass over a file finds all its faults.
"""
