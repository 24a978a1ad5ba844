"""4.2, the trainings that several offices held together: events are counted, people never."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from domain.disclosure.values import Unit, ratio, things
from domain.disclosure.view import View
from domain.report.blocks import SMALLEST_BASE, Rows, text
from domain.report.facts import Facts
from domain.report.structure import Block, Figure, Label, Note, Section, Table
from domain.report.trend import Seen, compared

#: From so many offices on a training is held together.
TOGETHER = 2


@dataclass(frozen=True, slots=True)
class Together:
    """Of `known` trainings the hosts stand in the ledger; `joint` of them had several.

    `pairs` is how many trainings two offices held together, whoever else did.
    """

    known: int = 0
    joint: int = 0
    pairs: dict[tuple[str, str], int] = field(default_factory=dict)


def together_of(facts: Facts) -> Together:
    """Return the year's joint trainings; those closed before hosts were counted are not known."""
    hosts_of = facts.hosts()
    held = [hosts_of[h.training.id] for h in facts.courses if h.training.id in hosts_of]
    order = [office.slug for office in facts.network.offices]
    pairs: Counter[tuple[str, str]] = Counter()
    for hosts in held:
        pairs.update(combinations(sorted(hosts, key=_in(order)), 2))
    return Together(len(held), sum(len(hosts) >= TOGETHER for hosts in held), dict(pairs))


def _in(order: Sequence[str]) -> Callable[[str], tuple[int, str]]:
    return lambda slug: (order.index(slug) if slug in order else len(order), slug)


def figure(facts: Facts, _: View) -> Figure:
    """C17: how many trainings had several hosts."""
    found = together_of(facts)
    share = ratio(found.joint, found.known, Unit.RATE, SMALLEST_BASE)
    return Figure("C17", share, things(found.joint), things(found.known))


def joint(seen: Seen, earlier: Sequence[Seen]) -> Section:
    """4.2: C17 and C18, which names each pair once."""
    facts, _ = seen
    found = together_of(facts)
    if not found.known:
        return Section("joint", (Note("report-no-hosts"),))
    blocks: tuple[Block, ...] = (compared(figure, seen, earlier), pairs_of(facts, found))
    return Section("joint", (*blocks, Note("report-joint")))


def pairs_of(facts: Facts, found: Together) -> Table:
    """C18: pairs of offices, the most frequent first, equal ones in the network's order."""
    order = _in([office.slug for office in facts.network.offices])
    pairs = sorted(found.pairs.items(), key=lambda pair: (-pair[1], *map(order, pair[0])))
    rows: Rows = tuple(
        (Label("parties", " ".join(f"office:{slug}" for slug in pair)), things(n))
        for pair, n in pairs
    )
    return Table("C18", (text("col-offices"), text("col-together")), rows)
