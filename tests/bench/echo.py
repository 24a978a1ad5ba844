"""Measures the bare echo bots: speed, processor time, memory, start."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.bench import world
from tests.bench.processes import cpu_seconds, peak_memory, running, standin, text


@dataclass(frozen=True, slots=True)
class Echo:
    """What an echo bot took: echoes a second, CPU seconds for all, MiB at most, s to the poll."""

    rate: float
    cpu: float
    memory: float
    start: float


def echoes(command: Sequence[str], count: int, *more: str, within: float = 0.0) -> Echo:
    """Let a bot echo so many texts that come at once, or evenly within some seconds."""
    program, *rest = command
    with standin() as telegram:
        begun = time.monotonic()
        with running(program, telegram.base_url, *more, *rest) as process:
            start = telegram.first_poll() - begun
            time.sleep(1.0)
            before = cpu_seconds(process)
            first = time.monotonic() + 0.5
            telegram.feed(
                [
                    (first + within * n / count, text(1 + n, world.chat(n), f"Guten Tag {n}"))
                    for n in range(count)
                ]
            )
            telegram.wait(120, sendMessage=count)
            truth = telegram.truth()
            cpu = cpu_seconds(process) - before
            memory = peak_memory(process)
    seconds = truth.accepted("sendMessage")[-1].at - min(truth.fed.values())
    return Echo(count / seconds, cpu, memory, start)
