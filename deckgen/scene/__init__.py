"""The deck as plain values, and what it takes to lay them out: measuring, wrapping, paginating.

Comes in: texts, tables, figures and boxes. Goes out: frozen slides whose every length is EMU.
Nothing here knows python-pptx or XML.
"""
