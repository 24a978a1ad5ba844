"""Writes down what became of attempts, and what follows from it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.delivery import (
    Delivery,
    Migrated,
    NotSent,
    Outcome,
    Refused,
    Scope,
    Sent,
    State,
    Verdict,
    verdict,
)
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an attempt, waiting to be written down."""

    delivery: Delivery
    outcome: Outcome


def judged(result: Result, now: datetime) -> tuple[Delivery, Verdict, datetime]:
    """Return what an outcome makes of its delivery."""
    held = result.delivery
    return held, verdict(held, result.outcome, now, random.random()), now  # noqa: S311 - jitter


async def settle_all(store: Store, results: Sequence[Result], now: datetime) -> None:
    """Write down outcomes: what was sent at once, for nothing else follows from it."""
    sent = [judged(r, now)[:2] for r in results if isinstance(r.outcome, Sent)]
    await store.deliveries.settle_sent(sent, now)
    for result in results:
        if not isinstance(result.outcome, Sent):
            await settle(store, result, now)


async def settle(store: Store, result: Result, now: datetime) -> None:
    """Write down what became of an attempt, and what follows from it."""
    held, outcome = result.delivery, result.outcome
    if not await store.deliveries.settle(*judged(result, now)):
        return
    match outcome:
        case Refused(_, Scope.CHAT) if held.person_id is not None:
            await store.persons.set_unreachable(held.person_id, now)
            await store.plans.end_all(held.person_id, State.UNDELIVERABLE, "unreachable", now)
        case Migrated(chat_id):
            if held.person_id is not None:
                await store.persons.follow(held.person_id, chat_id)
            await store.deliveries.follow(held.chat_id, chat_id)
        case NotSent(error, retry_after, True):
            await store.gates.pause(now + (retry_after or timedelta(seconds=1)), error[:60])
