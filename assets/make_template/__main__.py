"""Write `assets/template.pptx` beside this package."""

from __future__ import annotations

from pathlib import Path

from assets.make_template import template_bytes

if __name__ == "__main__":
    (Path(__file__).resolve().parents[1] / "template.pptx").write_bytes(template_bytes())
