"""Each slide type: what it shows, when it is left out, and how it spills."""
