"""What random lives are lived on: an empty database, two plans, a wire that takes everything."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.network_file import load
from domain.training import Plan
from domain.vocabulary import DeliveryMode, EventFormat, Topic
from storage.crypto import Vault, new_key
from texts.catalogue import Texts

NOW = datetime(2027, 2, 9, 9, 0, tzinfo=UTC)
NETWORK = load("rhein-kreis-neuss")
VAULT = Vault([new_key()])
TEXTS = Texts()


class Gate:
    """Lets everything through at once."""

    async def ready(self, limit: int) -> int:
        return limit

    def take(self, address: str) -> bool:
        return True

    def next_free(self, address: str) -> float:
        return 0.0

    def pause(self, seconds: float) -> None:
        """Never pause."""


def plan(days: int, seats: int) -> Plan:
    starts = NOW + timedelta(days=days)
    return Plan(
        title=f"Fortbildung <{days}> & mehr",
        topic=Topic.TRAUMA,
        format=EventFormat.SEMINAR,
        mode=DeliveryMode.IN_PERSON,
        starts_at=starts,
        ends_at=starts + timedelta(hours=3),
        deadline_at=starts - timedelta(days=1),
        withdraw_by=starts - timedelta(days=7),
        seats=seats,
        units=4,
        place="Rathaus",
        reminders=NETWORK.defaults.reminders,
    )
