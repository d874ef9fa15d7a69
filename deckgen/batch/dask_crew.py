"""A crew on a Dask cluster: works go out as they are, decks come back as bytes."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING

from deckgen.batch.crew import Crew, PoolCrew, given_up
from deckgen.batch.work import Failed, Outcome, Work
from deckgen.diagnostics import Diagnostic, InputError
from deckgen.version import __version__

if TYPE_CHECKING:
    from distributed import Client
    from distributed import Future as DaskFuture

_PATIENCE = "10s"
"""How long a scheduler may take to answer."""

_LARGE = "1GB"
"""What Dask warns of as much to send; a work with its pictures is more than its usual 10 MB."""

_SAME_VERSION = "install the same version of deckgen for the scheduler and for all workers"


@contextmanager
def dask_crew(address: str) -> Iterator[Crew]:
    """Give a crew of the workers of the Dask scheduler at `address`, such as tcp://host:8786.

    A work whose worker is lost is given to another one by the scheduler, four times at most.
    Raises InputError where Dask is not installed, where no scheduler answers or has a worker, where
    deckgen or this version of it is not on all of them, and when the scheduler is lost.
    """
    # Dask tells of lost connections by tracebacks; what they mean is told here.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with _client(address) as client:
        workers = _workers(client, address)
        yield PoolCrew(_DaskPool(client, address), workers)


@contextmanager
def _client(address: str) -> Iterator[Client]:
    try:
        from dask import config
        from distributed import Client
    except ImportError:
        hint = "install it: pip install 'deckgen[dask]'"
        raise InputError.about("--dask", "Dask is not installed", hint) from None
    config.set({"distributed.admin.large-graph-warning-threshold": _LARGE})
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        hint = "name its address as it tells it when it starts, such as tcp://host:8786"
        raise InputError.about(address, "no Dask scheduler answers there", hint) from error
    with client:
        yield client


def _workers(client: Client, address: str) -> int:
    """Return how many works the cluster does at a time."""
    try:
        threads: dict[str, int] = client.nthreads()
        # The scheduler opens what it passes on, so that it needs deckgen as well.
        versions: set[str] = {client.run_on_scheduler(_version), *client.run(_version).values()}
    except Exception as error:  # whatever failed over there while it was looked for
        message = f"deckgen cannot be used there: {type(error).__name__}: {error}"
        raise InputError.about(address, message, _SAME_VERSION) from error
    if not threads:
        hint = f"start some: dask worker {address}"
        raise InputError.about(address, "this Dask scheduler has no workers", hint)
    if others := sorted(versions - {__version__}):
        message = f"there is deckgen {', '.join(others)} over there, and {__version__} here"
        raise InputError.about(address, message, _SAME_VERSION)
    return sum(threads.values())


def _version() -> str:
    return __version__


_one_at_a_time = threading.Lock()
"""Held while a deck is made: a worker with several threads has one browser, one cache of fonts."""


def _done(work: Work) -> Outcome:
    from deckgen.batch.worker import done

    with _one_at_a_time:
        return done(work)


def _failed_there(work: Work, error: Exception) -> Failed:
    message = f"the Dask cluster failed to make its deck: {type(error).__name__}: {error}"
    return Failed((Diagnostic(work.path, 0, 0, message, _SAME_VERSION),))


class _DaskPool:
    """The executor of a Dask client; it is never broken, only lost.

    Dask's own executor is not used: where the scheduler is lost while a deck is fetched, its
    futures are never done, and whoever waits for one waits for ever.
    """

    def __init__(self, client: Client, address: str) -> None:
        self._client, self._address = client, address

    def submit(self, work: Work) -> Future[Outcome]:
        """Hand `work` to the cluster."""
        told = Future[Outcome]()
        # Not pure: a work would be hashed whole, only to find that it has not been done before.
        there = self._client.submit(_done, work, pure=False)
        there.add_done_callback(lambda done: self._tell(work, done, told))
        return told

    def _tell(self, work: Work, done: DaskFuture[Outcome], told: Future[Outcome]) -> None:
        """Set in `told` what a work that is done has come to; called by a thread of Dask's."""
        from distributed import KilledWorker

        try:
            told.set_result(done.result())
        except KilledWorker:
            told.set_result(given_up(work))
        except (CancelledError, OSError):
            told.set_exception(self._lost())
        except Exception as error:  # as by a worker that came later, without deckgen
            told.set_result(_failed_there(work, error))

    def renew(self) -> None:
        """Raise InputError: the executor breaks only with its scheduler."""
        raise self._lost()

    def _lost(self) -> InputError:
        hint = "start it again, then this command: what is done stays done"
        return InputError.about(self._address, "the Dask scheduler was lost", hint)
