"""Work on files of others, in a process whose memory and time are bounded."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from domain.problem import Problem

R = TypeVar("R")

#: How much a process that makes reports, or reads a Word file, may keep in memory, in bytes.
MOST_MEMORY = 2 * 1024**3
#: How long a command waits for such a process, in seconds.
LONGEST = 120.0


class TooDear(Problem):
    """Something took more memory or time than there is for it; the message is led by what."""

    def __str__(self) -> str:
        """Return the line."""
        what = f"{self.args[0]} " if self.args else ""
        return f"{what}took more memory or time than there is for it"


def limit() -> None:
    """Bound the memory of this process; more raises MemoryError or ends it. POSIX only."""
    try:
        import resource  # here: not on every system
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def bounded(function: Callable[..., R], *given: object) -> R:
    """Return what a function of a module returns in a process of its own. Raises what it raises.

    Raises TooDear if it takes too much.
    """
    import multiprocessing  # here: most processes never need it
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), limit)
    try:
        return pool.submit(function, *given).result(LONGEST)
    except (MemoryError, BrokenProcessPool, TimeoutError) as error:
        raise TooDear from error
    finally:
        for process in list((pool._processes or {}).values()):  # noqa: SLF001 - 3.14 has a method for it
            process.terminate()
        pool.shutdown(wait=False, cancel_futures=True)
