"""Ten networks on one PostgreSQL, each as `netzbote run`: memory, connections, processor."""

from statistics import mean

from tests.bench.bench import Bench
from tests.bench.figure import Aim, Figure
from tests.bench.many import Fleet, run_fleet

UNIT, AIM = "MiB", Aim("at most", 130)


def measure(bench: Bench) -> Figure:
    """Start all, leave them alone for a while, then let all announce in the same second."""
    fleet = run_fleet(bench)
    return Figure("fleet", UNIT, AIM, [mean(fleet.pss)], parts=_parts(fleet))


def _parts(fleet: Fleet) -> dict[str, object]:
    return {
        "networks": len(fleet.pss),
        "PSS of all, MiB": sum(fleet.pss),
        "RSS of one, MiB": mean(fleet.rss),
        "PSS of one while announcing, MiB": mean(fleet.busy_pss),
        "PostgreSQL, MiB": fleet.server,
        "connections idle and announcing": [fleet.connections, fleet.busy_connections],
        "processor idle, % of one core for all": 100 * fleet.idle,
        "messages": fleet.messages,
        "messages/s, all together": fleet.rate,
        "CPU s of 1,000 messages": fleet.per_1000,
    }
