"""The deck as plain values: boxes, texts, measuring, pagination."""
