"""Telling the coordinators of offices that hold a training together with another one now."""

from __future__ import annotations

from collections.abc import Collection

from domain.plan_hosts import told_hosts
from domain.quiet import next_allowed
from domain.training import Training
from handlers.context import Visit


async def tell_hosts(visit: Visit, training: Training, before: Collection[str] = ()) -> None:
    """Put what the coordinators of new co-hosts read; `before` are the hosts there were."""
    if not training.plan.co_hosts:
        return
    people = await visit.store.persons.coordinators()
    due_at = next_allowed(visit.now, visit.network.quiet, visit.network.zone)
    visit.letters += told_hosts(training, before, people, due_at)
