"""Many decks at once: each a pure function of bytes and options, handed to an executor."""
