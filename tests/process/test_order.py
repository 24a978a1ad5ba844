"""The messages of a chat come in their order on real seconds; a clock in steps hides it (32)."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from domain.channel import in_chat
from domain.delivery import Kind, Letter
from domain.message import Message
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.store import Store
from tests.process.conftest import House
from tests.process.support import until

pytestmark = [pytest.mark.process, pytest.mark.slow_going]

ANNA = 101
#: What is asked, and by what its answer is known.
ASKED = {"/termine": "nichts im Angebot", "/meine": "keine Anmeldungen", "/hilfe": "/termine"}
PARTS = 10


def joined(house: House) -> int:
    """Let Anna be a member; return her number."""

    async def add(store: Store) -> int:
        place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
        newcomer = Newcomer(in_chat(ANNA), Role.SPECIALIST, place)
        return (await store.persons.add(newcomer, datetime.now(UTC).date())).id

    return house.asks(add)


def test_fault_32_answers_come_in_the_order_of_the_questions(house: House) -> None:
    joined(house)
    house.starts()
    anna = house.person(ANNA)
    anna.does("says", text="/hilfe")
    until(anna.texts)
    asked = list(ASKED) * 5
    for n, command in enumerate(asked):
        if n % 4 == 1:  # a refusal puts an answer off: the later ones wait for it
            house.sim.post("faults", method="sendMessage", kind="code", code=409)
        anna.does("says", text=command)
        time.sleep(0.1)
    until(lambda: len(anna.texts()) > len(asked))

    answers = anna.texts()[1:]
    known = [[word for word, sign in ASKED.items() if sign in answer] for answer in answers]
    assert known == [[command] for command in asked]


def test_fault_32_a_list_in_ten_parts_comes_in_its_order(house: House) -> None:
    number = joined(house)
    house.starts()
    anna = house.person(ANNA)
    anna.does("says", text="/hilfe")
    until(anna.texts)
    parts = [f"Teil {n}" for n in range(PARTS)]

    async def put(store: Store) -> None:
        for part in parts:
            letter = Letter(part, Kind.ANSWER, datetime.now(UTC), number, message=Message(part))
            await store.deliveries.put(letter)

    house.asks(put)
    until(lambda: len(anna.texts()) > PARTS)

    assert anna.texts()[1:] == parts
