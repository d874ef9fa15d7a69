"""Templates of a report: the packaged one, or a user's own, with its faults at their lines."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, Undefined
from jinja2.loaders import BaseLoader, split_template_path
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from deckgen.assets import assets_dir
from deckgen.diagnostics import Diagnostic, InputError, Place, Source, did_you_mean
from deckgen.files import printable_path, read_file

LARGEST_TEMPLATE = 1_000_000
"""How many bytes a template may hold."""

PACKAGED = "deckgen/report.md.j2"
"""The name by which a template can extend the packaged one."""

_OBJECT = re.compile(r"'[\w.]*?(\w+) object'")

Writer = Callable[[str], Markup]
"""Turns a text into markup that reads as the text."""


def rendered(
    template: Path | None,
    parts: Mapping[str, object],
    escape: Writer,
    when: Callable[[date], str],
) -> str:
    """Return what the template in the file `template`, or the packaged one, makes of `parts`.

    Every text that it shows is escaped, every time written by `when`. Raises InputError with the
    line where the template is at fault; no fault of a template escapes as another error.
    """
    name = printable_path(template) if template else PACKAGED
    texts: dict[str, str] = {}
    environment = _environment(template, texts, escape, when)
    try:
        text = environment.get_template(template.name if template else PACKAGED).render(parts)
    except InputError:
        raise
    except Exception as error:  # a template may fail in any way
        raise _fault(error, name, texts, parts) from error
    return text


def _environment(
    template: Path | None, texts: dict[str, str], escape: Writer, when: Callable[[date], str]
) -> ImmutableSandboxedEnvironment:
    def finished(value: object) -> object:
        if isinstance(value, Markup | Undefined):
            return value
        if isinstance(value, date):
            return escape(when(value))
        return Markup("") if value is None else escape(str(value))

    return ImmutableSandboxedEnvironment(
        loader=_Recording(template, texts),
        autoescape=True,
        finalize=finished,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


class _Recording(BaseLoader):
    """Loads the packaged templates and those beside a user's own; keeps the text of each."""

    def __init__(self, template: Path | None, texts: dict[str, str]) -> None:
        self._template = template
        self._texts = texts

    def get_source(
        self, environment: object, template: str
    ) -> tuple[str, str, Callable[[], bool] | None]:
        """Return the text of a template, the name of its file, and nothing to reload it by."""
        if template == PACKAGED:
            text = (assets_dir() / "report" / "report.md.j2").read_text("utf-8")
            file = template
        else:
            path = self._beside(template)
            file = printable_path(path)
            text = _text(read_file(path, file, "template", LARGEST_TEMPLATE), file)
        self._texts[file] = text
        return text, file, None

    def _beside(self, name: str) -> Path:
        """Return the file of the template `name`: the user's own, or one beside it."""
        if self._template is None:
            raise TemplateNotFound(name)
        path = self._template.parent.joinpath(*split_template_path(name))
        if path != self._template and not path.is_file():
            raise TemplateNotFound(name)
        return path


def _text(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        hint = "save the file as UTF-8: an editor offers it as 'encoding' when saving"
        raise InputError([Diagnostic(name, line, 1, "the text is not UTF-8", hint)]) from error


def _fault(
    error: Exception, name: str, texts: Mapping[str, str], parts: Mapping[str, object]
) -> InputError:
    """Return what is wrong in a template, with the line in which it is."""
    file, line = name, 0
    if isinstance(error, TemplateSyntaxError):
        file, line = error.filename or name, error.lineno
    else:
        for frame in traceback.extract_tb(error.__traceback__):
            if frame.filename in texts:
                file, line = frame.filename, frame.lineno or 0
    message, hint = _told(error, parts)
    if not line:
        return InputError.about(file, message, hint)
    source = Source(file, tuple(texts.get(file, "").splitlines()))
    return InputError([source.diagnostic(Place(line, 1), message, hint)])


def _told(error: Exception, parts: Mapping[str, object]) -> tuple[str, str]:
    """Return what is wrong, and what to do."""
    said = _OBJECT.sub(r"\1", " ".join(str(error).split()))
    if isinstance(error, TemplateNotFound):
        hint = f"it must lie beside the template; the packaged one is {PACKAGED!r}"
        return f"there is no template {error.name!r}", hint
    if isinstance(error, TemplateError):
        unknown = said.split("'")[1] if said.endswith("is undefined") and "'" in said else ""
        near = did_you_mean(unknown, parts) if unknown else ""
        return said, near
    return f"{type(error).__name__}: {said}", ""
