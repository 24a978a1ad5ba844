"""The demo: the whole job in one process, played on a page."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import webbrowser
from collections.abc import Awaitable, Callable

from bot.demo.phones import TITLE
from bot.demo.scene import Scene
from bot.demo.stage import NETWORK, Stage, staged
from bot.demo.story import TOUR
from bot.demo.tale import Tale
from domain.network import Network
from domain.problem import Problem
from standin.http.page import Hooks, Step
from standin.http.server import application, serving


class Tour:
    """The story as the page plays it, one step a click."""

    def __init__(self, stage: Stage, tale: Tale = TOUR) -> None:
        self._stage = stage
        self._scenes = tale.scenes
        self._next = 0
        #: Held while a scene is played: nothing is put away under it.
        self._scene = asyncio.Lock()

    async def next(self) -> Step | None:
        """Play the next scene; the first one begins with an empty stage, None is the end."""
        async with self._scene:
            return await self._play()

    async def start_over(self) -> None:
        """Put everything back to the start, after the scene that is being played."""
        async with self._scene:
            self._next = 0
            await self._stage.start_over()

    async def _play(self) -> Step | None:
        if self._next == 0:
            await self._stage.start_over()
        if self._next >= len(self._scenes):
            self._next = 0
            return None
        scene = self._scenes[self._next]
        self._next += 1
        await scene.play(self._stage)
        return _step(scene, self._next, len(self._scenes))

    async def stop(self) -> None:
        """Break off; what was played stays on the phones."""
        self._next = 0


def _step(scene: Scene, number: int, of: int) -> Step:
    return Step(number, of, scene.title, scene.text, scene.person_id)


def hooks(stage: Stage, tale: Tale = TOUR) -> Hooks:
    """Return what the page can do with this stage."""
    tour = Tour(stage, tale) if stage.network.slug == NETWORK else None
    return Hooks(
        title=TITLE,
        phones=stage.cast.phones,
        invitation=stage.invitation,
        next_due=stage.next_due,
        next_step=tour.next if tour else None,
        stop_tour=tour.stop if tour else None,
        start_over=tour.start_over if tour else stage.start_over,
    )


async def serve(
    port: int,
    network: Network | None = None,
    *,
    tale: Tale = TOUR,
    browser: bool = True,
    until: Callable[[], Awaitable[object]] | None = None,
) -> None:
    """Serve the page until Ctrl+C or SIGTERM. Raises Problem if the port is taken."""
    async with staged(network or tale.network(), tale.cast) as stage:
        app = application(stage.telegram, stage.clock, hooks=hooks(stage, tale))
        try:
            async with serving(app, port=port) as address:
                sys.stdout.write(f"{address}\n")
                sys.stdout.flush()
                if browser and _has_screen():
                    await asyncio.to_thread(webbrowser.open, address)
                await (until or _told_to_stop)()
        except OSError as error:
            raise Problem(f"port {port} cannot be used: {error.strerror}; try --port") from error


def _has_screen() -> bool:
    """Whether a browser would be seen: never start one in a terminal."""
    return sys.platform in {"darwin", "win32"} or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


async def _told_to_stop() -> None:
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await stopped.wait()
