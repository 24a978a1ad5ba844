"""Links, codes and answers that were spoiled: each is answered, and nothing of them is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from domain.channel import in_chat
from domain.draft import Draft
from domain.paper_certificate import Certificate, code_of
from standin.people.person import Person
from storage.database import Database
from talk.plan_offers import Step
from talk.start import Purpose
from tests.chat.conftest import World
from tests.chat.forging import kept, said
from tests.chat.old_drafts import to_json
from tests.chat.stage import coordinates, plan, planned
from tests.chat.test_forged_presses import SKETCH, _dialogues
from tests.fixtures.spoiling import drawn, spoiled_texts

#: So many cases of each sort; they are the same each time.
MANY = 60
TOKEN = "aB3-_xyzaB3-_xyzaB3-_x"
#: What people paste where a line is asked for: lists, forms, one sign over and over.
PASTED = ("Wer 1\n" * 300, "&" * 2000 + "1", "31.12.9999 23:59-24:00")


def links() -> list[str]:
    """Return spoiled links and codes, as they are typed."""
    good = [f"/start {purpose}{TOKEN}" for purpose in Purpose]
    day = plan().starts_at.date()
    code = code_of(b"k" * 32, Certificate("rhein-kreis-neuss", 7, day, day, 4))
    spoiled = drawn(spoiled_texts(*good, f"/pruefen {code}"), MANY)
    return [*good, *(text for text in spoiled if text.strip() and text.isprintable())]


@pytest.mark.long
async def test_spoiled_links_and_codes_are_answered_and_change_nothing(
    world: World, anna: Person, coordinator: Person, outsider: Person
) -> None:
    await world.joins(anna)
    await coordinates(world, coordinator)
    await outsider.says("/start")
    await planned(world)
    await world.settled()
    before = await kept(world)
    heard = {person.id: len(person.messages) for person in (anna, outsider)}

    await said(world, [(who, text) for text in links() for who in (anna, outsider)])

    assert await kept(world) == before
    for person in (anna, outsider):
        assert len(person.messages) >= heard[person.id] + len(links())


async def put(database: Database, person: Person, draft: Draft, world: World) -> None:
    async with database.transaction() as store:
        await store.drafts.put(in_chat(person.id), draft, world.clock.now())


def bare(found: dict[str, Any]) -> dict[str, Any]:
    """Return what is kept without the dialogue itself, which keeps what was answered."""
    return {name: rows for name, rows in found.items() if name != "draft"}


@pytest.mark.wide
async def test_nothing_typed_at_a_question_breaks_it_or_ends_it(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    training = await planned(world)
    past = await planned(world, plan(world.clock.now() - timedelta(days=2)))
    await world.settled()
    whole = replace(SKETCH, deadline=datetime(2027, 3, 1, 12), units=4)  # noqa: DTZ001 - local
    sketched = [Draft("plan", step, {"sketch": to_json(whole)}, 7) for step in Step]
    before = bare(await kept(world))

    there = {"groups": [["rkn-kaarst", "school", 1, 1]], "quarter": "2027-1"}

    for draft in [*sketched, *_dialogues(training.id, past.id)]:
        begun = replace(draft, data={**draft.data, **there})
        await put(world.bot.database, coordinator, begun, world)
        await said(world, [(coordinator, text) for text in PASTED])

    assert bare(await kept(world)) == before
