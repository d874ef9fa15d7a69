"""The project's own source files, parsed: for tests that hold their conventions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
_HOMES = {"deckgen": ROOT, "deckgen_layouts": ROOT / "layouts"}


@dataclass(frozen=True)
class Source:
    """A module by its dotted name, with its text and its syntax tree."""

    module: str
    text: str
    tree: ast.Module

    @classmethod
    def of(cls, module: str, text: str) -> Source:
        """Return the source of a module with this text."""
        return cls(module, text, ast.parse(text))

    def imports(self) -> Iterator[str]:
        """Yield the dotted names that are imported anywhere in the module."""
        return _imported(ast.walk(self.tree))

    def imports_at_once(self) -> Iterator[str]:
        """Yield the dotted names that are imported when the module is.

        Not those in functions, nor what only type checkers see.
        """
        return _imported(_run_at_once(self.tree))


def sources() -> list[Source]:
    """Return every module of the packages deckgen and deckgen_layouts."""
    return [
        Source.of(_name(file, home), file.read_text(encoding="utf-8"))
        for package, home in _HOMES.items()
        for file in sorted((home / package).rglob("*.py"))
    ]


def _name(file: Path, home: Path) -> str:
    parts = file.relative_to(home).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imported(nodes: Iterator[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _run_at_once(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            continue
        yield child
        yield from _run_at_once(child)
