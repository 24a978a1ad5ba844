"""Work on files of others, in a process whose memory and time are bounded."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from domain.problem import Problem

R = TypeVar("R")

#: How much a process that makes reports, or reads a Word file, may keep in memory, in bytes.
MOST_MEMORY = 2 * 1024**3
#: How such a process begins: as a new one, which has nothing of the bot's but what it is given.
METHOD = "spawn"
#: How long a command waits for such a process, in seconds.
LONGEST = 120.0


class TooDear(Problem):
    """Something took more memory or time than there is for it; the message is led by what."""

    def __str__(self) -> str:
        """Return the line."""
        what = f"{self.args[0]} " if self.args else ""
        return f"{what}took more memory or time than there is for it"


class NoProcess(Problem):
    """The system does not let us begin such a process; the message says what to do."""


def limit() -> None:
    """Bound the memory of this process; more raises MemoryError or ends it. POSIX only."""
    try:
        import resource  # missing: not on every system
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(MOST_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def ends_with_its_parent() -> None:
    """Let this process end with the one that began it: who is killed cannot say that it ends."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def wait() -> None:
        parent.join()
        os._exit(1)  # whatever it does, nobody waits for it

    threading.Thread(target=wait, name="parent", daemon=True).start()


def _begin() -> None:
    limit()
    ends_with_its_parent()


def may_begin() -> None:
    """Raise NoProcess where the system keeps from us what two processes talk by."""
    try:
        multiprocessing.get_context(METHOD).Lock()
    except OSError as error:
        raise NoProcess(
            "no process can be begun for reports and Word files, as /dev/shm cannot be written "
            f"({error.strerror}); let everybody write there: mount -o remount,rw,mode=1777 /dev/shm"
        ) from error


class OneProcess:
    """A process of its own, of bounded memory, that can be ended whatever it does."""

    def __init__(self) -> None:
        others = multiprocessing.active_children()
        may_begin()
        context = multiprocessing.get_context(METHOD)
        self.pool = ProcessPoolExecutor(1, mp_context=context, initializer=_begin)
        self.pool.submit(int)  # so that it begins, and we know which one it is
        self._children = [each for each in multiprocessing.active_children() if each not in others]

    def end(self) -> None:
        """End it."""
        self.pool.shutdown(wait=False, cancel_futures=True)
        for child in self._children:
            child.terminate()


def bounded(function: Callable[..., R], *given: object) -> R:
    """Return what a function of a module returns in a process of its own. Raises what it raises.

    Raises TooDear if it takes too much.
    """
    process = OneProcess()
    try:
        return process.pool.submit(function, *given).result(LONGEST)
    except (MemoryError, BrokenProcessPool, TimeoutError) as error:
        raise TooDear from error
    finally:
        process.end()
