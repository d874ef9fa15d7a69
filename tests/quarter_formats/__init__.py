"""Reviews as JSON, CSV and Markdown."""
