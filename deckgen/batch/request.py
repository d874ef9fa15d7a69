"""What is asked of a batch, and the digests of everything that a deck depends on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.files import printable_path, read_file
from deckgen.layout_plugins import layout_plugins
from deckgen.policy_files import find_policy
from deckgen.toml_files import LARGEST_TOML
from deckgen.version import __version__

if TYPE_CHECKING:
    from deckgen.drawing import ChartKind
    from deckgen.pipeline import Options
    from deckgen.policy import Audience, Policy
    from deckgen.pptx import TemplateFile
    from deckgen.readers.beside import CarriedFile, Named, Refusal

_LARGEST_POLICY = 5_000_000


@dataclass(frozen=True)
class Request:
    """What all decks of a batch are made for; see `pipeline.Options`.

    `theme` is a name or a file, `policy` a file for all sources instead of the nearest to each.
    With `strict` there is no deck where a check finds an error.
    """

    profile: str
    chart: ChartKind
    theme: str
    template: Path | None
    only: tuple[str, ...]
    skip: tuple[str, ...]
    as_of: date
    audience: Audience
    policy: Path | None
    strict: bool

    def options(self) -> Options:
        """Return the options of its decks. Raises InputError for names that nobody knows."""
        from deckgen.known_names import check_known
        from deckgen.pipeline import Options
        from deckgen.pptx import open_template
        from deckgen.profiles import PROFILES
        from deckgen.registry import load_layouts
        from deckgen.theme_files import load_theme

        check_known("profile", [self.profile], PROFILES)
        check_known("layout", (*self.only, *self.skip), load_layouts())
        template = self._template()
        open_template(template)
        return Options(
            profile=self.profile,
            chart=self.chart,
            theme=load_theme(self.theme),
            template=template,
            only=self.only,
            skip=self.skip,
            as_of=self.as_of,
            audience=self.audience,
        )

    def _template(self) -> TemplateFile | None:
        if self.template is None:
            return None
        from deckgen.pptx import read_template

        return read_template(self.template)

    def named_policy(self) -> Policy | None:
        """Return the policy for all sources, None where the nearest to each holds.

        Raises InputError with every fault of its file.
        """
        from deckgen.policy_files import load_policy

        return load_policy(self.policy) if self.policy else None

    def digest(self) -> str:
        """Return the digest of all but the day and the policy. Raises InputError as reading does.

        Layouts of installed packages count by their names and the versions of their packages.
        """
        plugins = sorted(
            (point.name, point.value, point.dist.version if point.dist else "")
            for point in layout_plugins()
        )
        theme = _file_digest(Path(self.theme), "theme file", LARGEST_TOML) if self._own else None
        template = self._template()
        said = [
            __version__, self.profile, self.chart, theme or self.theme,
            digest(template.data) if template else None, self.only, self.skip, self.audience,
            self.strict, plugins,
        ]  # fmt: skip
        return digest(json.dumps(said).encode())

    @property
    def _own(self) -> bool:
        return self.theme.endswith(".toml")

    def policy_digest(self, source: Path) -> str | None:
        """Return the digest of the policy file that holds for `source`, None without one."""
        found = self.policy or find_policy(source)
        return _file_digest(found, "policy file", _LARGEST_POLICY) if found else None


def _file_digest(path: Path, kind: str, limit: int) -> str:
    return digest(read_file(path, printable_path(path), kind, limit))


def digest(content: bytes) -> str:
    """Return the SHA-256 of `content`, as hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def source_digest(path: Path, content: bytes) -> str:
    """Return the digest of a source: its name counts, as the deck takes it along."""
    return digest(printable_path(Path(path.name)).encode() + b"\0" + content)


def file_digests(
    used: Iterable[Named], files: Mapping[Named, CarriedFile | Refusal]
) -> tuple[tuple[str, str, str], ...]:
    """Return kind, path and digest of each of the files `used`, in order."""
    return tuple(sorted((kind, path, _content_digest(files[path, kind])) for path, kind in {*used}))


def _content_digest(file: CarriedFile | Refusal) -> str:
    from deckgen.readers.beside import CarriedFile

    assert isinstance(file, CarriedFile), "a deck was made with it"
    assert isinstance(file.content, bytes), "a deck was made with it"
    return digest(file.content)
