"""Who holds a training: a first host, and the offices that hold it together with it.

The first host alone says who they are. All of them look after it alike (`manages`), and read the
names of who registered while they were named on its card (`sees_name`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from domain.delivery import Kind, Letter
from domain.network import Network
from domain.person import Person
from domain.plan_change import Changed, Reason, Refused, changeable, describe
from domain.plan_desk import Desk
from domain.rights import Act, may
from domain.training import CoHost, Plan, Training

#: What tells somebody that the own office is a co-host, once each time it becomes one.
CO_HOST = "co-host"
CO_HOST_KEY = "co-host:{training}:{turn}:{person}"


def beside(plan: Plan, host: str) -> Plan:
    """Return the plan of a first host, which is no co-host of its own."""
    others = tuple(each for each in plan.co_hosts if each.office != host)
    return plan if others == plan.co_hosts else replace(plan, co_hosts=others)


def named_now(training: Training, offices: Sequence[str]) -> tuple[CoHost, ...]:
    """Return the co-hosts of a locked training: who was one stays so, others begin now."""
    known = {each.office: each for each in training.plan.co_hosts}
    others = [office for office in offices if office != training.host]
    return tuple(known.get(office, CoHost(office, training.turns)) for office in others)


def again(pattern: Training, host: str) -> tuple[str, ...]:
    """Return who holds it together with a first host when it is held once more."""
    offices = pattern.hosts if host in pattern.hosts else pattern.hosts[1:]
    return tuple(office for office in offices if office != host)


def told_hosts(
    training: Training, before: Collection[str], people: Iterable[Person], due_at: datetime
) -> list[Letter]:
    """Return what tells the coordinators of the offices that hold it together only now."""
    new = {each.office for each in training.plan.co_hosts} - set(before)
    return [
        Letter(
            key=CO_HOST_KEY.format(training=training.id, turn=training.turns, person=person.id),
            kind=Kind.ALERT,
            due_at=due_at,
            person_id=person.id,
            training_id=training.id,
            facts={"about": CO_HOST},
        )
        for person in people
        if person.coordinates and person.office in new
    ]


async def set_hosts(
    desk: Desk,
    network: Network,
    training_id: int,
    person: Person,
    offices: Sequence[str],
    now: datetime,
    *,
    tell: bool,
) -> Changed | Refused:
    """Change which offices hold a training together with its first host; that one alone may.

    A new co-host reads seat codes of who is registered already: they did not know of it.
    """
    training = await changeable(desk, training_id, now)
    if isinstance(training, Refused):
        return training
    if not may(person, Act.NAME_HOSTS, training):
        return Refused(Reason.NOT_FIRST_HOST)
    new = {"co_hosts": named_now(training, offices)}
    return await describe(desk, network, training_id, new, now, tell=tell)
