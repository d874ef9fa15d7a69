"""The template every deck starts from unless the user brings one, made from nothing but code.

`python -m assets.make_template` writes `assets/template.pptx`; a test holds the committed file to
what `template_bytes` returns. The default look lives here and nowhere else: change a number, run
the command, commit both.
"""

from __future__ import annotations

from assets.make_template.parts import PACKAGE_RELATIONSHIPS, template_parts
from assets.make_template.zipping import package_bytes


def template_bytes() -> bytes:
    """Return the whole .pptx; the same bytes on every run with the same zlib."""
    return package_bytes(template_parts(), PACKAGE_RELATIONSHIPS)
