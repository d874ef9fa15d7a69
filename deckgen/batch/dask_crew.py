"""A crew on a Dask cluster: works go out as they are, decks come back as bytes."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from typing import TYPE_CHECKING

from deckgen.batch.crew import Crew, PoolCrew, given_up
from deckgen.batch.work import Outcome, Work
from deckgen.diagnostics import InputError
from deckgen.version import __version__

if TYPE_CHECKING:
    from distributed import Client

_PATIENCE = "10s"
"""How long a scheduler may take to answer."""


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
        from distributed import Client
    except ImportError:
        hint = "install it: pip install 'deckgen[dask]'"
        raise InputError.about("--dask", "Dask is not installed", hint) from None
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError) as error:
        hint = "name its address as it tells it when it starts, such as tcp://host:8786"
        raise InputError.about(address, "no Dask scheduler answers there", hint) from error
    with client:
        yield client


def _workers(client: Client, address: str) -> int:
    """Return how many works the cluster does at a time."""
    threads: dict[str, int] = client.nthreads()
    if not threads:
        hint = f"start some: dask worker {address}"
        raise InputError.about(address, "this Dask scheduler has no workers", hint)
    try:
        versions: dict[str, str] = client.run(_version)
    except Exception as error:  # whatever failed over there while it was looked for
        hint = "install the same version of deckgen for all workers"
        message = f"deckgen cannot be used by its workers: {type(error).__name__}: {error}"
        raise InputError.about(address, message, hint) from error
    others = sorted({version for version in versions.values() if version != __version__})
    if others:
        message = f"its workers have deckgen {', '.join(others)}, here is {__version__}"
        raise InputError.about(address, message, "install one version on all machines")
    return sum(threads.values())


def _version() -> str:
    return __version__


def _done(work: Work) -> Outcome:
    from deckgen.batch.worker import done

    return done(work)


class _DaskPool:
    """The executor of a Dask client; it is never broken, only lost."""

    def __init__(self, client: Client, address: str) -> None:
        self._address = address
        # Not pure: a work would be hashed whole, only to find that it has not been done before.
        self._executor = client.get_executor(pure=False)

    def submit(self, work: Work) -> Future[Outcome]:
        """Hand `work` to the cluster."""
        from distributed import KilledWorker

        told = Future[Outcome]()

        def tell(future: Future[Outcome]) -> None:
            try:
                told.set_result(future.result())
            except KilledWorker:
                told.set_result(given_up(work))
            except CancelledError:
                told.set_exception(self._lost())
            except Exception as error:
                told.set_exception(error)

        self._executor.submit(_done, work).add_done_callback(tell)
        return told

    def renew(self) -> None:
        """Raise InputError: the executor breaks only with its scheduler."""
        raise self._lost()

    def _lost(self) -> InputError:
        hint = "start it again, then this command: what is done stays done"
        return InputError.about(self._address, "the Dask scheduler was lost", hint)
