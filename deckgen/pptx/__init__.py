"""A Deck into a .pptx file: the only place that knows python-pptx and XML.

`open_template` says where a template has room, `write_deck` fills it, `save` puts the bytes in
their place. What goes onto which slide was decided before: logic here is minimal.
"""
