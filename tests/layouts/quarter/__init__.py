"""The layouts of a quarter's review."""
