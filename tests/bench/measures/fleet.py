"""Ten networks on one machine, each as `netzbote run`: memory, connections, processor."""

from collections.abc import Iterator
from statistics import mean

from tests.bench.bench import BOTH, Bench
from tests.bench.figure import Aim, Figure, worst
from tests.bench.many import Fleet, run_fleet

UNIT, AIM = "MiB", Aim("at most", 130)


def measure(bench: Bench) -> Figure:
    """Start all, leave them alone for a while, then let all announce in the same second."""
    fleets = {kind: run_fleet(bench, kind) for kind in BOTH}
    parts = {f"{kind}: {name}": value for kind in BOTH for name, value in _parts(fleets[kind])}
    cases = {kind: [mean(fleet.pss)] for kind, fleet in fleets.items()}
    return Figure("fleet", UNIT, AIM, worst(AIM, cases), parts=parts)


def _parts(fleet: Fleet) -> Iterator[tuple[str, object]]:
    yield "networks", len(fleet.pss)
    yield "PSS of all, MiB", sum(fleet.pss)
    yield "RSS of one, MiB", mean(fleet.rss)
    yield "PSS of one while announcing, MiB", mean(fleet.busy_pss)
    yield "processor idle, % of one core for all", 100 * fleet.idle
    yield "messages/s, all together", fleet.rate
    yield "CPU s of 1,000 messages", fleet.per_1000
    if fleet.server:
        yield "server, MiB", fleet.server
        yield "connections idle and announcing", [fleet.connections, fleet.busy_connections]
