"""Tells systemd that this process lives: whoever hangs is ended and started anew."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Mapping
from typing import NoReturn

#: What systemd names: where it listens, and how long it waits, in millionths of a second.
SOCKET, PATIENCE = "NOTIFY_SOCKET", "WATCHDOG_USEC"


async def pat(environment: Mapping[str, str]) -> NoReturn:
    """Say so again and again, if it is asked for; for ever."""
    address, patience = environment.get(SOCKET, ""), environment.get(PATIENCE, "")
    if not address or not patience.isdigit():
        await asyncio.Event().wait()
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        while True:
            _say(line, address)
            await asyncio.sleep(int(patience) / 1_000_000 / 3)


def _say(line: socket.socket, address: str) -> None:
    try:
        line.sendto(b"WATCHDOG=1", address.replace("@", "\0", 1))
    except OSError:  # it listens again in a moment, or ends us
        return
