"""From the documents and exports that a team already has to postmortem files to go on with.

In come the bytes of a document, out come drafts: what was read, what was guessed and why, and what
was left. Nothing is dropped in silence, and nothing is made up.
"""
