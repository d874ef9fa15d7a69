"""A crew: processes that do works, and what happens when one of them is lost."""

from __future__ import annotations

import pickle
import shlex
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from typing import Protocol

from deckgen.batch.neighbours import with_files
from deckgen.batch.work import Failed, Made, Outcome, Wants, Work
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.processes import warm_context
from deckgen.readers.beside import CarriedFile

Done = tuple[Work, Made | Failed]
"""A work, with the files that went along, and what came of it."""

_WORKS_A_PROCESS = 16
"""How many works are under way for each process: so many are done while one slow one is."""

_BYTES_UNDER_WAY = 128_000_000
"""How many bytes of sources and files beside them may be under way: decks weigh as much again."""


class Crew(Protocol):
    """Whoever does works."""

    def outcomes(self, works: Iterable[Work]) -> Iterator[Done]:
        """Yield what comes of each of `works`, in their order; few are taken ahead."""


class Pool(Protocol):
    """An executor that can be replaced when it breaks."""

    def submit(self, work: Work) -> Future[Outcome]:
        """Hand `work` to the executor; raises BrokenExecutor where it is broken."""

    def renew(self) -> None:
        """Put a fresh executor in the place of a broken one."""


class PoolCrew:
    """A crew over a pool; a work is given up only when it has ended its process twice, alone."""

    def __init__(self, pool: Pool, processes: int) -> None:
        self._pool = pool
        self._window = processes * _WORKS_A_PROCESS

    def outcomes(self, works: Iterable[Work]) -> Iterator[Done]:
        """Yield what comes of each of `works`, in their order.

        When a process is lost, its pool is: the first work under way is done alone, the others are
        handed over again. So the one that ends processes is found, and no other one is blamed.
        """
        waiting, flying = iter(works), deque[tuple[Work, Future[Outcome]]]()
        weight = 0  # of what is flying
        while True:
            while len(flying) < self._window and weight < _BYTES_UNDER_WAY:
                if (work := next(waiting, None)) is None:
                    break
                flying.append((work, self._submit(work)))
                weight += _weight(work)
            if not flying:
                return
            work, future = flying.popleft()
            weight -= _weight(work)
            try:
                outcome = future.result()
            except (BrokenExecutor, CancelledError):
                yield self._alone(work)
                flying = deque(self._again(other, it) for other, it in flying)
                continue
            if isinstance(outcome, Wants):
                work = with_files(work, outcome.files)
                flying.appendleft((work, self._submit(work)))
                weight += _weight(work)
            else:
                yield work, outcome

    def _submit(self, work: Work) -> Future[Outcome]:
        try:
            return self._pool.submit(work)
        except BrokenExecutor:
            self._pool.renew()
            return self._pool.submit(work)

    def _again(self, work: Work, future: Future[Outcome]) -> tuple[Work, Future[Outcome]]:
        """Return a work with its future, handed over again where that is lost.

        The executor that it was handed to has ended, so that it is done or lost.
        """
        lost = future.cancelled() or isinstance(future.exception(), BrokenExecutor)
        return work, self._submit(work) if lost else future

    def _alone(self, work: Work) -> Done:
        """Do a work while nothing else is under way; give it up with the second process it ends."""
        lost = 0
        while lost < 2:
            self._pool.renew()
            try:
                outcome = self._pool.submit(work).result()
            except BrokenExecutor:
                lost += 1
                continue
            if not isinstance(outcome, Wants):
                return work, outcome
            work = with_files(work, outcome.files)
        return work, given_up(work)


def _weight(work: Work) -> int:
    """Return how many bytes `work` holds that are its own."""
    return len(work.source) + sum(
        len(file.content)
        for file in work.beside.values()
        if isinstance(file, CarriedFile) and isinstance(file.content, bytes)
    )


def given_up(work: Work) -> Failed:
    """Return that a work ended whoever did it, each time."""
    message = "whatever process made its deck was ended, as happens when the memory is full"
    hint = f"try it alone: deckgen build {shlex.quote(work.path)}"
    return Failed((Diagnostic(work.path, 0, 0, message, hint),))


class LocalPool:
    """Processes of this machine, started once; they hand over what is done as files."""

    def __init__(self, start: Callable[[str], Executor], do: Callable[[Work], Outcome]) -> None:
        self._start, self._do = start, do
        self._folder = TemporaryDirectory(prefix="deckgen-crew-", ignore_cleanup_errors=True)
        self._executor = start(self._folder.name)

    def submit(self, work: Work) -> Future[Outcome]:
        """Hand `work` to the processes; raises BrokenExecutor where one of them was lost."""
        from deckgen.batch.worker import handed_over

        told = Future[Outcome]()
        there = self._executor.submit(handed_over, self._do, work, self._folder.name)
        there.add_done_callback(lambda done: _tell(done, told))
        return told

    def renew(self) -> None:
        """End the processes and start others."""
        self._stop()
        self._executor = self._start(self._folder.name)

    def end(self) -> None:
        """Drop what has not begun, and wait for the processes to end."""
        self._stop()
        self._folder.cleanup()

    def _stop(self) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)


def _tell(done: Future[str], told: Future[Outcome]) -> None:
    """Set in `told` what is in the file that `done` names, or why there is none."""
    if done.cancelled():
        told.cancel()
        return
    try:
        file = Path(done.result())
        outcome: Outcome = pickle.loads(file.read_bytes())
        file.unlink()
        told.set_result(outcome)
    except OSError as error:
        hint = "make room there, or name another folder in the environment's TMPDIR"
        message = f"decks cannot be handed over: {error.strerror or error}"
        told.set_exception(InputError.about(gettempdir(), message, hint))
    except BaseException as error:
        told.set_exception(error)


@contextmanager
def local_crew(processes: int) -> Iterator[Crew]:
    """Give a crew of so many processes of this machine; they end with the block.

    Raises InputError where there is no room for temporary files.
    """
    from concurrent.futures import ProcessPoolExecutor

    from deckgen.batch import worker

    context = warm_context(worker.__name__)

    def start(folder: str) -> Executor:
        return ProcessPoolExecutor(processes, context, worker.begin, (folder,))

    pool = LocalPool(start, worker.done)
    try:
        yield PoolCrew(pool, processes)
    finally:
        pool.end()
