"""Writes down what became of attempts, and what follows from it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.delivery import (
    UNKNOWN_HOLD,
    Delivery,
    Letter,
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
from domain.letters import names_left, names_out
from domain.network import Network
from domain.reach import lost_by
from storage.store import Store


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of an attempt, waiting to be written down.

    `after_doubt` says that an earlier change of the same message was lost.
    """

    delivery: Delivery
    outcome: Outcome
    after_doubt: bool = False


def judged(result: Settled, now: datetime) -> tuple[Delivery, Verdict, datetime]:
    """Return what an outcome makes of its delivery."""
    held = result.delivery
    return held, verdict(held, result.outcome, now, random.random()), now  # noqa: S311 - jitter


def _once_more(held: Delivery, now: datetime) -> Letter:
    """Return the same change again: the lost one may arrive late, and would stay on the screen."""
    return Letter(
        key=f"again:{held.id}",
        kind=held.kind,
        due_at=now + UNKNOWN_HOLD,
        person_id=held.person_id,
        priority=held.priority,
        expires_at=held.expires_at,
        training_id=held.training_id,
        registration_id=held.registration_id,
        broadcast_id=held.broadcast_id,
        facts=held.facts,
        message=held.message,
        channel=held.channel,
    )


def _names_out(result: Settled) -> Letter | None:
    """Return what takes names out of a chat again that came there just now."""
    outcome = result.outcome
    return names_out(result.delivery, outcome.message_id) if isinstance(outcome, Sent) else None


async def settle_all(
    store: Store, network: Network, results: Sequence[Settled], now: datetime
) -> None:
    """Write down outcomes: what was sent at once, for nothing else follows from it."""
    sent = [judged(r, now)[:2] for r in results if isinstance(r.outcome, Sent)]
    await store.deliveries.settle_sent(sent, now)
    await store.deliveries.put(*filter(None, map(_names_out, results)))
    again = [r for r in results if r.after_doubt and isinstance(r.outcome, Sent)]
    await store.deliveries.put(*(_once_more(r.delivery, now) for r in again))
    for result in results:
        if not isinstance(result.outcome, Sent):
            await settle(store, network, result, now)


async def settle(store: Store, network: Network, result: Settled, now: datetime) -> None:
    """Write down what became of an attempt, and what follows from it."""
    held, outcome = result.delivery, result.outcome
    _, found, _ = written = judged(result, now)
    if not await store.deliveries.settle(*written):
        return
    more = names_left(held, now) if found.state is State.FAILED else _names_out(result)
    if more is not None:
        await store.deliveries.put(more)
    match outcome:
        case Sent() if result.after_doubt:
            await store.deliveries.put(_once_more(held, now))
        case Refused(_, Scope.CHAT) if held.person_id is not None:
            lost = held.person_id, held.channel.name, "unreachable"
            await lost_by(store, network, *lost, now)
        case Migrated(address):
            if held.person_id is not None:
                await store.persons.follow(held.person_id, address, held.channel.name)
            await store.deliveries.follow(held.address, address, held.person_id)
        case NotSent(error, retry_after, True):
            await store.gates.pause(
                retry_after or timedelta(seconds=1), error[:60], now, held.channel
            )
