"""A thousand registrations by our bot, by the usual one, and the floor: run once for all."""

from __future__ import annotations

from dataclasses import dataclass

from tests.bench.bench import SQLITE, Bench
from tests.bench.rushing import Rush, rush
from tests.bench.usual import Floor, floor, usual


@dataclass(frozen=True, slots=True)
class Thousand:
    """One turn of each, so that all met the same machine."""

    ours: Rush
    usual: Rush
    floor: Floor


def thousand(bench: Bench) -> list[Thousand]:
    """Return the runs that `rush`, `start`, `memory` and `cpu_per_1000` share."""
    people = bench.scaled(1000, 200)
    if "thousand" not in bench.kept:
        bench.prepare((SQLITE,))
        bench.kept["thousand"] = [
            Thousand(rush(bench, SQLITE, people), usual(bench, SQLITE, people), floor(bench))
            for _ in range(bench.runs)
        ]
    kept: list[Thousand] = bench.kept["thousand"]
    return kept
