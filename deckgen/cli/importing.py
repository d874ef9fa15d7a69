"""`deckgen import`: documents and exports that a team has to postmortem files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from deckgen.cli.terminal import print_diagnostics, put, reports_faults, say

if TYPE_CHECKING:
    from datetime import tzinfo

    from deckgen.importing.draft import Draft

_CSV_JOINS = "a timeline in CSV joins a postmortem that is there: --into postmortem.yaml"


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="OUT.yaml",
    help="The file to write, - for standard output; of several incidents the folder for their "
    "files.  [default: beside FILE, same name]",
)
@click.option(
    "--from",
    "form",
    metavar="FORMAT",
    help="markdown, csv, or the tool: pagerduty, incident-io, firehydrant, rootly, dispatch, "
    "grafana, gitlab, statuspage, opsgenie, datadog.  [default: told from the content]",
)
@click.option(
    "--timezone",
    metavar="ZONE",
    help="The IANA zone of times of which FILE does not say it.  [default: UTC, noted as a guess]",
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    metavar="POSTMORTEM",
    help="The postmortem that the events of a CSV timeline join.",
)
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@reports_faults
def command(
    file: Path,
    output: Path | None,
    form: str | None,
    timezone: str | None,
    into: Path | None,
    force: bool,
) -> None:
    """Turn FILE, an incident tool's export or a document, into a postmortem file.

    What was guessed, and what has no place, stands in it as comments and is listed; nothing is
    made up. Exit status 1 where something is missing that a deck needs; the file is written all
    the same.
    """
    from deckgen.files import printable_path, read_file
    from deckgen.importing.exports.json_text import LARGEST_EXPORT
    from deckgen.importing.formats import CSV, drafts_of, format_of

    zone = _zone(timezone)
    _check_form(form)
    name = printable_path(file)
    content = read_file(file, name, "file to import", LARGEST_EXPORT)
    form = form or (CSV if into else format_of(content, name))
    if form == CSV:
        if into is None:
            raise click.UsageError(_CSV_JOINS)
        _join(content, name, into, output, zone, force=force)
        return
    if into is not None:
        raise click.UsageError("--into takes the events of a timeline in CSV only")
    drafts = drafts_of(content, name, form, zone, timezone)
    if str(output) == "-":
        _print(drafts, name)
    else:
        _save(drafts, file, output, force=force)


def _zone(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    from deckgen.readers.zones import zone_of

    zone, remark = zone_of(name)
    if remark is not None:
        raise click.BadParameter(f"{remark.message}. {remark.hint}", param_hint="--timezone")
    return zone


def _check_form(form: str | None) -> None:
    from deckgen.importing.formats import check_format

    try:
        if form is not None:
            check_format(form)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--from") from None


def _print(drafts: Sequence[Draft], name: str) -> None:
    """Write the one draft to standard output, and what there is to say to standard error."""
    from deckgen.importing.draft import draft_yaml

    if len(drafts) > 1:
        raise click.UsageError(f"{name} holds {len(drafts)} incidents: name a folder with -o")
    text = draft_yaml(drafts[0])
    put(text)
    _tell([(drafts[0], text, Path("standard output"))], err=True)


def _save(drafts: Sequence[Draft], file: Path, output: Path | None, *, force: bool) -> None:
    """Write each draft to its file, and say what there is to say of it."""
    from deckgen.importing.draft import draft_yaml

    texts = [draft_yaml(draft) for draft in drafts]
    targets = _targets(drafts, file, output)
    contents = [text.encode() for text in texts]
    _write(dict(zip(targets, contents, strict=True)), file, force=force)
    _tell(list(zip(drafts, texts, targets, strict=True)), err=False)


def _tell(written: Sequence[tuple[Draft, str, Path]], *, err: bool) -> None:
    """Say what was found; end with status 1 where a file lacks what a deck needs."""
    from deckgen.importing.telling import report

    for draft, _, target in written:
        for line in report(draft, str(target)):
            say(line, err=err)
    if not all([_is_readable(draft, text, target) for draft, text, target in written]):
        raise SystemExit(1)


def _targets(drafts: Sequence[Draft], file: Path, output: Path | None) -> list[Path]:
    """Return where each draft is to be written."""
    from deckgen.diagnostics import InputError

    if len(drafts) == 1:
        target = output or file.with_name(f"{drafts[0].name}.yaml")
        return [target / f"{drafts[0].name}.yaml" if target.is_dir() else target]
    folder = output or file.with_suffix("")
    if folder.suffix in {".yaml", ".yml"}:
        message = f"is one file, and there are {len(drafts)} incidents"
        raise InputError.about(str(folder), message, "name a folder with -o")
    return [folder / f"{draft.name}.yaml" for draft in drafts]


def _write(contents: dict[Path, bytes], source: Path, *, force: bool) -> None:
    """Write all the files or none; a folder that is named, and not there, is made."""
    from deckgen.diagnostics import Diagnostic, InputError
    from deckgen.writing import check_place, write_file

    faults: list[Diagnostic] = []
    for target in contents:
        if target.exists() and not force:
            hint = "name another with -o, or use --force"
            faults += InputError.about(str(target), "is there already", hint).diagnostics
    if faults:
        raise InputError(faults)
    _make_folder(next(iter(contents)).parent)
    for target in contents:
        check_place(target, source)
    former = {target: target.read_bytes() for target in contents if target.exists()}
    written: list[Path] = []
    try:
        for target, content in contents.items():
            write_file(content, target, source)
            written.append(target)
    except BaseException:
        for target in written:
            if target in former:
                write_file(former[target], target)
            else:
                target.unlink(missing_ok=True)
        raise


def _make_folder(folder: Path) -> None:
    from deckgen.writing import unwritable

    if not folder.exists() and folder.parent.is_dir():
        try:
            folder.mkdir()
        except OSError as fault:
            raise unwritable(folder, fault) from fault


def _is_readable(draft: Draft, text: str, target: Path) -> bool:
    """Return whether a deck can be built of `text`; say what else than a missing key hinders."""
    from deckgen.diagnostics import InputError
    from deckgen.readers import Folder, parse_postmortem

    if draft.missing:
        return False
    try:
        parse_postmortem(text.encode(), str(target), Folder(target.parent))
    except InputError as error:
        print_diagnostics(error.diagnostics)
        return False
    return True


def _join(
    content: bytes, name: str, into: Path, output: Path | None, zone: tzinfo | None, *, force: bool
) -> None:
    """Put the events of a CSV timeline into a postmortem, or into a copy of it."""
    from deckgen.importing.joining import joined
    from deckgen.importing.telling import clock
    from deckgen.importing.timeline_csv import csv_timeline
    from deckgen.readers import Folder, read_postmortem
    from deckgen.writing import write_file

    document = read_postmortem(into)
    postmortem = document.postmortem
    timeline = csv_timeline(content, name, zone or postmortem.zone, postmortem.started_at)
    result = joined(document, timeline.events, Folder(into.parent))
    to_output = output is not None and str(output) == "-"
    if to_output:
        put(result.content.decode())
    elif output is not None:
        _write({output: result.content}, into, force=force)
    elif result.added:
        write_file(result.content, into)
    print_diagnostics(timeline.said)
    for event in result.doubled:
        shown = clock(event.at, postmortem.zone)
        say(f"  there already: {shown} {event.text[:80]}", err=to_output)
    where = "standard output" if to_output else str(output or into)
    added = len(result.added)
    say(f"{where}: {added:,} {'event' if added == 1 else 'events'} joined", err=to_output)
