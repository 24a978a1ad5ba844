"""What the database says: standings now and as they changed, messages in their order, doubt."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from storage.tables import delivery, delivery_attempt, inbox_update, lease, registration
from tests.process.storm.judge import Row, Says, Truth

#: What the keys of the storm's own letters begin with.
LETTERS = "storm:"
#: Seconds between two looks at the standings.
LOOK = 0.2
STANDS = {"confirmed": Says.SEAT, "waitlisted": Says.LINE}
Standings = dict[tuple[int, str], Says]
#: A message, and the how many-th attempt at it.
Attempt = tuple[int, int]


class Facts:
    """Reads a database beside the bot; `chats` and `titles` are those of persons and trainings."""

    def __init__(self, url: str, chats: dict[int, int], titles: dict[int, str]) -> None:
        self._engine = sa.create_engine(url, pool_pre_ping=True)
        self._chats = chats
        self._titles = titles

    def close(self) -> None:
        self._engine.dispose()

    def read(self, query: Any) -> Sequence[Any]:
        """Return rows; a database that is away is asked again for a while."""
        for _ in range(100):
            with contextlib.suppress(DBAPIError), self._engine.connect() as connection:
                return connection.execute(query).all()
            time.sleep(0.2)
        raise AssertionError("the database did not come back")

    def standings(self) -> Standings:
        """Return where everybody stands; who stands nowhere is not among them."""
        columns = (registration.c.person_id, registration.c.training_id, registration.c.status)
        return {
            (self._chats[row.person_id], self._titles[row.training_id]): STANDS[row.status]
            for row in self.read(sa.select(*columns))
            if row.status in STANDS
        }

    def rows(self) -> list[Row]:
        """Return the bot's messages that are known to have arrived, as they were put.

        Letters of the storm have numbers of their own, and another clock than the bot may have.
        """
        query = sa.select(delivery).where(
            delivery.c.state == "sent",
            ~delivery.c.in_place,
            delivery.c.message_id.is_not(None),
            delivery.c.dedupe_key.not_like(f"{LETTERS}%"),
        )
        doubted = {number for number, _ in self.doubts()}
        return [
            Row(int(row.message_id), row.priority, row.id, row.resends > 0 or row.id in doubted)
            for row in self.read(query)
        ]

    def doubts(self) -> set[Attempt]:
        """Return the attempts that ended in doubt, whatever was known later."""
        noted = (delivery_attempt.c.delivery_id, delivery_attempt.c.number)
        query = sa.select(*noted).where(delivery_attempt.c.outcome == "unknown")
        return {(row[0], row[1]) for row in self.read(query)}

    def doubted(self) -> set[tuple[int, str]]:
        """Return of whom and which training the newest message is new, and in open doubt."""
        later = delivery.alias("later")
        newer = sa.exists().where(
            later.c.person_id == delivery.c.person_id,
            later.c.training_id == delivery.c.training_id,
            later.c.state == "sent",
            later.c.id > delivery.c.id,
            sa.cast(later.c.facts, sa.String).not_like('%"details"%'),  # says no standing
        )
        query = sa.select(delivery.c.person_id, delivery.c.training_id).where(
            delivery.c.state == "unknown",
            delivery.c.settled_at.is_(None),
            ~delivery.c.in_place,
            delivery.c.training_id.is_not(None),
            ~newer,
        )
        return {(self._chats[row[0]], self._titles[row[1]]) for row in self.read(query)}

    def sending(self, pid: int | None = None) -> set[Attempt]:
        """Return the attempts whose requests may be under way, of one process or of all."""
        query = sa.select(delivery.c.id, delivery.c.attempt).where(delivery.c.state == "sending")
        if pid is not None:
            query = query.where(delivery.c.owner.like(f"{pid}-%"))
        return {(row[0], row[1]) for row in self.read(query)}

    def leader(self) -> list[tuple[str, int]]:
        """Return which processes lead, and for the how many-th time."""
        return [tuple(row) for row in self.read(sa.select(lease.c.owner, lease.c.generation))]

    def waiting(self) -> int:
        """Return how much is still to be done now: messages, changes in doubt, updates."""
        at_hand = delivery.c.state.in_(["claimed", "sending"])
        due = (delivery.c.state == "scheduled") & (delivery.c.due_at < datetime.now(UTC))
        again = (delivery.c.state == "unknown") & delivery.c.in_place
        again &= delivery.c.settled_at.is_(None)
        once_more = (delivery.c.state == "unknown") & (delivery.c.resends == 0)
        once_more &= delivery.c.settled_at.is_(None) & (delivery.c.next_at < datetime.now(UTC))
        once_more &= delivery.c.kind != "announcement"
        return self._count(delivery, at_hand | due | again | once_more) + self._count(
            inbox_update, inbox_update.c.state == "new"
        )

    def _count(self, table: sa.Table, condition: Any) -> int:
        return int(self.read(sa.select(sa.func.count()).select_from(table).where(condition))[0][0])


class History:
    """Watches how standings change, in a thread of its own; `seconds` is the line's clock.

    `in_flight` are the attempts under way when a process lost the lead: they are in doubt.
    """

    def __init__(self, facts: Facts, seconds: Callable[[], float]) -> None:
        self._facts = facts
        self._seconds = seconds
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.known: dict[tuple[int, str], list[tuple[float, Says]]] = {}
        self.in_flight = set[Attempt]()
        self._led: list[tuple[str, int]] = []
        self._sending = set[Attempt]()

    def start(self) -> History:
        self._thread.start()
        return self

    def close(self) -> None:
        self._over.set()
        self._thread.join(30)

    def _watch(self) -> None:
        while not self._over.wait(LOOK):
            self._look()

    def _look(self) -> None:
        standings = self._facts.standings()
        at = self._seconds()
        for key in standings.keys() | self.known.keys():
            says = standings.get(key, Says.NEITHER)
            known = self.known.setdefault(key, [(0.0, Says.NEITHER)])
            if known[-1][1] is not says:
                known.append((at, says))
        self._look_at_the_lead()

    def _look_at_the_lead(self) -> None:
        led, sending = self._facts.leader(), self._facts.sending()
        if led != self._led:
            self.in_flight |= sending | self._sending
        self._led, self._sending = led, sending


def truth(facts: Facts, called_off: Sequence[str], history: History) -> Truth:
    """Return what the database says at the end."""
    return Truth(facts.standings(), tuple(called_off), history.known)
