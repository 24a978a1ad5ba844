"""A story that the demo plays, on a page or without one: its steps, its people, its network."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.demo.phones import Cast
from bot.demo.scene import Scene
from domain.network import Network


@dataclass(frozen=True, slots=True)
class Tale:
    """What is played, by whom and where; without a cast, the four phones of the network."""

    scenes: tuple[Scene, ...]
    network: Callable[[], Network]
    cast: Cast | None = None
