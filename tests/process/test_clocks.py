"""Machines whose clocks are set or wrong, and one order of taps for two processes."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import pytest
import sqlalchemy as sa

from bot.web import SECRET_HEADER
from domain.channel import in_chat
from domain.delivery import Kind, Letter, State
from domain.message import Message
from domain.network import Network
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.store import Store
from storage.tables import delivery
from talk.register import Register
from tests.faults.test_evidence import tap
from tests.process.conftest import House
from tests.process.support import until
from tests.process.test_run import free_port
from tests.programs import faketime

pytestmark = pytest.mark.process

SECRET = "a-secret-of-this-test"
#: An update's number is the person's, so that each tap has its own.
FIRST, TAPS, SEATS = 5000, 100, 40


class Clock:
    """A machine's clock: a file says by how many seconds it is wrong."""

    def __init__(self, file: Path, ahead: int = 0) -> None:
        library = faketime()
        if library is None:
            pytest.skip("libfaketime is not there")
        self._file = file
        self.set(ahead)
        self.settings = faked(library, file)

    def set(self, ahead: int) -> None:
        new = self._file.with_suffix(".new")
        new.write_text(f"{ahead:+d}", encoding="ascii")
        new.rename(self._file)


def faked(library: str, file: Path) -> dict[str, str]:
    """Return the settings with which a program reads its clock from a file."""
    return {
        "LD_PRELOAD": library,
        "FAKETIME_TIMESTAMP_FILE": str(file),
        "FAKETIME_NO_CACHE": "1",
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",
        "DONT_FAKE_MONOTONIC": "1",
    }


def only_postgres(house: House) -> None:
    if "sqlite" in house.settings["NETZBOTE_DATABASE_URL"]:
        pytest.skip("SQLite has one process")


def left_behind(house: House, chat: int, text: str) -> None:
    """Let a dead process have held a message: only a tick frees it."""

    async def put(store: Store) -> None:
        now = datetime.now(UTC)
        await store.deliveries.put(
            Letter(text, Kind.ANSWER, now, address=in_chat(chat), message=Message(text))
        )
        held = {"state": State.CLAIMED, "owner": "dead", "lease_until": now - timedelta(hours=1)}
        mine = sa.update(delivery).where(delivery.c.dedupe_key == text)
        await store.deliveries._run(mine.values(**held))

    house.asks(put)


@pytest.mark.parametrize("step", [-240, 240, -90])
def test_fault_33_sending_goes_on_when_the_clock_is_right(
    house: House, tmp_path: Path, step: int
) -> None:
    clock = Clock(tmp_path / "clock")
    bot = house.starts(**clock.settings)
    otto = house.person(666, "Otto")
    otto.does("says", text="/termine")
    otto.reads("geschlossen")
    clock.set(step)
    if abs(step) > 120:
        until(lambda: "clock is wrong" in bot.told())
        otto.does("says", text="/termine")
        until(lambda: house.counts().get("scheduled"))
    else:
        left_behind(house, otto.id, "meanwhile")
        otto.reads("meanwhile", patience=45)  # before the clock has come as far again
    clock.set(0)
    left_behind(house, otto.id, "after")
    otto.reads("after", patience=60)
    until(lambda: set(house.counts()) == {"sent"}, 60)

    assert bot.stops() == 0


@pytest.mark.parametrize("ahead", [180, -180])
def test_fault_34_a_replica_with_a_wrong_clock_hands_over(
    house: House, tmp_path: Path, ahead: int
) -> None:
    only_postgres(house)
    clock = Clock(tmp_path / "clock", ahead)
    wrong = house.starts(**clock.settings)
    until(lambda: "clock is wrong" in wrong.told())
    otto = house.person(666, "Otto")
    otto.does("says", text="/termine")
    until(lambda: house.counts().get("scheduled"))  # it takes in, but does not send

    assert house.sim.sent() == []

    right = house.starts()
    otto.reads("geschlossen", patience=60)
    otto.does("says", text="/hilfe")
    until(lambda: len(house.sim.sent()) == 2, 60)

    assert "this process leads" in right.told()
    assert right.stops() == 0
    assert wrong.stops() == 0


def test_fault_36_seats_by_the_number_of_the_taps(house: House, network: Network) -> None:
    """Both replicas receive, one is killed half way: the seats go by the order of the taps."""
    only_postgres(house)
    people, press = invited(house, house.plans(network, seats=SEATS))
    ports = [free_port(), free_port()]
    bots = [house.starts(**hooked(port)) for port in ports]
    until(lambda: all("webhook set" in bot.told() for bot in bots))
    draw, numbers = random.Random(36), range(TAPS)
    for number in numbers[: TAPS // 2]:
        posts(draw.choice(ports), tap(FIRST + number, FIRST + number, press))
    leads = ["this process leads" in bot.told() for bot in bots].index(True)
    bots[leads].kills()
    for number in numbers[TAPS // 2 :]:
        posts(ports[1 - leads], tap(FIRST + number, FIRST + number, press))

    async def seated(store: Store) -> list[int]:
        return [each.person_id for each in await store.registrations.active(1)]

    until(lambda: len(house.asks(seated)) == TAPS)

    assert house.asks(seated) == people
    assert bots[1 - leads].stops() == 0


def invited(house: House, training_id: int) -> tuple[list[int], str]:
    """Let a hundred people be members; return them in order, and what «Anmelden» sends."""

    async def add(store: Store) -> tuple[list[int], str]:
        place, now = Place("rkn-kaarst", Sector.YOUTH_OFFICE), datetime.now(UTC)
        ids = [
            (
                await store.persons.add(
                    Newcomer(in_chat(FIRST + n), Role.SPECIALIST, place), now.date()
                )
            ).id
            for n in range(TAPS)
        ]
        training = await store.trainings.get(training_id)
        assert training is not None
        return ids, Register(training.id, training.plan.shown).pack()

    return house.asks(add)


def hooked(port: int) -> dict[str, str]:
    return {
        "NETZBOTE_WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "NETZBOTE_WEBHOOK_SECRET": SECRET,
        "NETZBOTE_LISTEN": f"127.0.0.1:{port}",
    }


def posts(port: int, update: dict[str, Any]) -> None:
    """Call a webhook as Telegram does; return when the update is kept."""
    body = json.dumps(update).encode()
    headers = {SECRET_HEADER: SECRET, "Content-Type": "application/json"}
    with urlopen(Request(f"http://127.0.0.1:{port}/telegram", body, headers), timeout=30) as told:
        assert told.status == 200
