"""A process dies while it makes a report: the next one makes it, and it comes once."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.failpoints import KILLED
from domain.channel import in_chat
from domain.person import Newcomer, Place
from domain.report_order import Form, Wanted
from domain.vocabulary import Role, Sector
from storage.report.tables import report_request
from storage.store import Store
from tests.process.conftest import House
from tests.process.support import until

pytestmark = pytest.mark.process

CHAT = 900
FORMS = len(Form)


async def asks(store: Store) -> None:
    """Let a coordinator ask for a report of the present year."""
    now = datetime.now(UTC)
    place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
    person = await store.persons.add(Newcomer(in_chat(CHAT), Role.COORDINATOR, place), now.date())
    await store.reports.ask(person.id, Wanted(now.year), "de", None, now)


async def age(store: Store) -> None:
    """Let all leases be over, as if minutes had passed."""
    past = datetime.now(UTC) - timedelta(hours=1)
    await store.gates._run(sa.update(report_request).values(lease_until=past))


async def waits(store: Store) -> bool:
    return await store.reports.any()


def forms_out(house: House) -> list[str]:
    """Return the files that reached who asked; a confirmed seat brings others a file, too."""
    out = [entry for entry in house.sim.sent() if entry["chat_id"] == CHAT]
    return [entry["document"] for entry in out if entry["document"]]


@pytest.mark.parametrize(
    ("database_url", "place"),
    [("sqlite", "report_claimed"), ("postgres", "report_made")],
    indirect=["database_url"],
)
def test_killed_while_a_report_is_made(house: House, place: str) -> None:
    coordinator = house.person(CHAT, "Koordination")
    coordinator.does("says", text="/hilfe")
    house.asks(asks)
    hooks = {"NETZBOTE_TEST_HOOKS": "1", "NETZBOTE_FAILPOINT": place}

    assert house.starts(**hooks).ends() == KILLED
    assert house.asks(waits)
    assert forms_out(house) == []

    house.asks(age)
    house.starts()
    until(lambda: len(forms_out(house)) == FORMS)
    time.sleep(3)  # longer than the next look takes

    assert len(set(forms_out(house))) == len(forms_out(house)) == FORMS
    assert not house.asks(waits)
