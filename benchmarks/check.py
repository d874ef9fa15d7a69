"""1,000 postmortems of 60 events checked in one process, beside the mere reading of them.

    python -m benchmarks.check [--amount 1000] [--events 60] [--rules]

Prints the CPU time of both, their ratio (the target: at most 2), and how many megabytes the
process grows by between the first hundred files and the last. With `--rules` also the time that
each rule takes, the dearest first.
"""

from __future__ import annotations

import argparse
import gc
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from benchmarks.made_postmortems import made_postmortems
from deckgen.checking import checked
from deckgen.policy import Policy
from deckgen.readers import read_postmortem
from deckgen.rule import Case
from deckgen.rules import RULES

AS_OF = date(2025, 2, 1)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--amount", type=int, default=1_000)
    parser.add_argument("--events", type=int, default=60)
    parser.add_argument("--rules", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for n, text in enumerate(made_postmortems(arguments.amount, arguments.events)):
            files.append(Path(folder, f"{n}.yaml"))
            files[-1].write_text(text, encoding="utf-8")
        _compare(files)
        if arguments.rules:
            _by_rule(files[:100])


def _compare(files: Sequence[Path]) -> None:
    """Read and check the files in turns of a hundred, so that a slower machine slows both."""
    read_postmortem(files[0])
    checked(read_postmortem(files[0]), Policy(), AS_OF)
    gc.disable()
    reading = checking = 0.0
    findings: Counter[str] = Counter()
    grown = 0
    for start in range(0, len(files), 100):
        part = files[start : start + 100]
        begun = time.process_time()
        for file in part:
            read_postmortem(file)
        read = time.process_time()
        for file in part:
            found = checked(read_postmortem(file), Policy(), AS_OF).findings
            findings.update(finding.severity for finding in found)
        reading += read - begun
        checking += time.process_time() - read
        grown = grown or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - grown
    print(f"{len(files):,} files: reading {reading:.1f} s, reading and checking {checking:.1f} s")
    print(f"ratio {checking / reading:.2f}; {len(files) / checking:.0f} files a second")
    print(f"findings {dict(findings)}; {grown / 1024:.1f} MB more after the first hundred")


def _by_rule(files: Sequence[Path]) -> None:
    spent = dict.fromkeys(RULES, 0.0)
    for file in files:
        case = Case(read_postmortem(file).postmortem, Policy(), AS_OF)
        len(case.prose)
        for rule in RULES.values():
            begun = time.process_time()
            list(rule.check(case))
            spent[rule.ID] += time.process_time() - begun
    dearest = sorted(spent.items(), key=lambda it: -it[1])[:15]
    for rule_id, seconds in dearest:
        print(f"{rule_id:28}{seconds / len(files) * 1000:7.2f} ms a file")


if __name__ == "__main__":
    main()
