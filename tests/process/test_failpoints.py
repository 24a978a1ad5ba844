"""The process dies at each named place, on each database, however updates come in (2, 3, 6, 11)."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.failpoints import KILLED
from storage.store import Store
from storage.tables import delivery, inbox_update, lease
from tests.process.conftest import House
from tests.process.support import Process, until
from tests.process.test_run import free_port

pytestmark = pytest.mark.process

PLACES = (
    "before_keep",
    "after_keep",
    "before_handler",
    "after_handler",
    "after_claim",
    "before_request",
    "after_accept_before_commit",
)
#: Only here nobody can know whether the message left.
WINDOW = {"before_request", "after_accept_before_commit"}
OPEN = {"scheduled", "claimed", "sending"}


async def age(store: Store) -> None:
    """Let all leases and holds be over, as if minutes had passed."""
    past = datetime.now(UTC) - timedelta(hours=1)
    run = store.gates._run
    await run(sa.update(lease).values(expires_at=past))
    await run(
        sa.update(inbox_update).where(inbox_update.c.lease_until > past).values(lease_until=past)
    )
    in_hand = delivery.c.state.in_(["claimed", "sending"])
    await run(sa.update(delivery).where(in_hand).values(lease_until=past))
    await run(sa.update(delivery).where(delivery.c.state == "unknown").values(next_at=past))


async def resends(store: Store) -> int:
    found = await store.gates._run(sa.select(sa.func.coalesce(sa.func.sum(delivery.c.resends), 0)))
    return int(found.scalar_one())


def dies(house: House, place: str, settings: dict[str, str]) -> Process:
    hooks = {"NETZBOTE_TEST_HOOKS": "1", "NETZBOTE_FAILPOINT": place}
    return house.starts(**settings, **hooks)


#: How updates come in says nothing of the database: `make soak` tries the fourth pair, too.
PAIRS = (
    ("sqlite", "polling"),
    ("sqlite", "webhook"),
    pytest.param("postgres", "polling", marks=pytest.mark.postgres),
    pytest.param("postgres", "webhook", marks=[pytest.mark.postgres, pytest.mark.soak]),
)


@pytest.mark.parametrize(("database_url", "way"), PAIRS, indirect=["database_url"])
@pytest.mark.parametrize("place", PLACES)
def test_killed_anywhere(house: House, place: str, way: str) -> None:
    settings = {}
    if way == "webhook":
        address = f"127.0.0.1:{free_port()}"
        settings = {
            "NETZBOTE_WEBHOOK_URL": f"http://{address}/telegram",
            "NETZBOTE_LISTEN": address,
        }
    first = dies(house, place, settings)
    otto = house.person(666, "Otto")
    otto.does("says", text="/hilfe")

    assert first.ends() == KILLED
    assert len(house.sim.sent()) == (place == "after_accept_before_commit")

    house.asks(age)
    house.starts(**settings)
    until(lambda: house.counts() and not OPEN & set(house.counts()))
    counts, arrived = house.counts(), len(house.sim.sent())

    assert arrived <= 1
    assert counts == ({"unknown": 1} if place in WINDOW else {"sent": 1})
    assert arrived == 1 or place == "before_request"

    house.asks(age)  # the hold is over: the policy of an answer is to go once more
    until(lambda: house.counts() == {"sent": 1})
    time.sleep(0.2)

    assert house.asks(resends) == (place in WINDOW)
    assert len(house.sim.sent()) == arrived + (place in WINDOW)
    assert len(otto.texts()) == len(house.sim.sent())
