"""From a postmortem to the text of a file that is read as the same postmortem."""

from deckgen.writers.postmortem_yaml import postmortem_yaml

__all__ = ["postmortem_yaml"]
