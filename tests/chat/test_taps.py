"""How much pressing and writing a training takes once it is there: counted, never more than here.

What planning takes is counted in `test_plan_taps.py`.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.announce_back import WINDOW
from domain.close import Group
from standin.people.person import Person
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, planned
from tests.chat.test_announce import begins
from tests.chat.test_plan_taps import Counted
from tests.chat.test_report import closes

WORD = "Wir treffen uns im Foyer."


@pytest.mark.long
async def test_to_register_to_write_and_to_correct_take_few_taps(
    world: World, anna: Person, coordinator: Person
) -> None:
    training = await planned(world)
    await world.joins(anna, office="rkn-neuss")
    await begins(world, coordinator, training)
    await coordinator.taps("Alle im Netzwerk")
    await coordinator.taps("Jetzt senden")
    await world.moves(WINDOW)
    registers, writes, corrects = Counted(anna), Counted(coordinator), Counted(coordinator)

    await registers.tap("Anmelden")

    assert "Ihr Platz ist bestätigt" in anna.last.text
    assert (registers.taps, registers.texts) == (1, 0)

    await coordinator.says("/verwalten")
    await coordinator.taps(f"1. {TITLE}")
    await writes.tap("Nachricht", "Angemeldete mit Platz")
    await writes.write(WORD)
    await writes.tap("Jetzt senden")
    await world.moves(WINDOW)

    assert WORD in anna.last.text
    assert (writes.taps, writes.texts) == (3, 1)

    await closes(world, training, Group("rkn-neuss", "youth-office", 1, 4))
    await world.moves_to(STARTS + timedelta(days=3))
    await coordinator.says("/verwalten")
    await coordinator.taps("Vergangene")
    await coordinator.taps(f"1. {TITLE}")
    await corrects.tap("Teilnahmen berichtigen", "Stadt Neuss", "Jugendamt der Stadt Neuss")
    await corrects.tap("1 mehr", "Verzählt")

    assert "jetzt 5 Teilnahmen" in coordinator.last.text
    assert (corrects.taps, corrects.texts) == (5, 0)
