"""The process in which reports are made, so that the bot stays quick and small."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import ParamSpec, TypeVar

from bot.bounded import OneProcess

P = ParamSpec("P")
R = TypeVar("R")


class ReportProcess:
    """One process, begun when it is needed and ended when it is not.

    It remembers from call to call; `idle` is how long it may wait for the next one, in seconds.
    Its memory is bounded.
    """

    def __init__(self, idle: float) -> None:
        self._idle = idle
        self._process: OneProcess | None = None
        self._ending: asyncio.TimerHandle | None = None

    async def run(self, function: Callable[P, R], *given: P.args, **named: P.kwargs) -> R:
        """Return what a function of a module returns there. Raises what it raises.

        A process that died raises BrokenProcessPool, and the next call begins another one.
        """
        assert not named
        self._stay()
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(self._begun(), function, *given)
        except BaseException:
            self.end()  # it may be dead, or still at work for nobody
            raise

    def _begun(self) -> Executor:
        if self._process is None:
            self._process = OneProcess()
        return self._process.pool

    def rest(self) -> None:
        """Let the process end soon, unless there is more to do."""
        self._stay()
        if self._process is not None:
            self._ending = asyncio.get_running_loop().call_later(self._idle, self.end)

    def _stay(self) -> None:
        if self._ending is not None:
            self._ending.cancel()
            self._ending = None

    def end(self) -> None:
        """End the process, whatever it does."""
        self._stay()
        process, self._process = self._process, None
        if process is not None:
            process.end()
