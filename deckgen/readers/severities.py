"""The severity of an incident, where a company has names of its own for them."""

from __future__ import annotations

from collections.abc import Mapping

from deckgen.diagnostics import did_you_mean, one_of
from deckgen.postmortem.vocabulary import Severity
from deckgen.readers.nodes import Loc, Plain
from deckgen.readers.remarks import Remark, Understood, clipped, text_at

_LOC: Loc = ("severity",)


def severity(data: Plain, names: Mapping[str, Severity]) -> Understood[Severity]:
    """Return the severity that `data` writes by one of the `names`, in whatever case.

    A word that is neither such a name nor a usual spelling is a fault that lists the names, too.
    Without names there is nothing to add to the usual reading.
    """
    text = text_at(data, "severity")
    if not names or text is None:
        return Understood({}, ())
    folded = {name.casefold(): severity for name, severity in names.items()}
    named = folded.get(" ".join(text.split()).casefold())
    if named is not None:
        return Understood({_LOC: named}, ())
    try:
        return Understood({_LOC: Severity(text)}, ())
    except ValueError:
        known = [*Severity, *names]
        hint = f"{did_you_mean(text, known)} known: {one_of(known)}".strip()
        return Understood({}, (Remark(_LOC, f"'severity' cannot be '{clipped(text)}'", hint),))
