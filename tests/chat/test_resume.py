"""A dialogue begun over another keeps it; an open question follows whatever comes between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from domain import close as rules
from domain.channel import in_chat
from domain.close import Group
from domain.draft import MOST_KEPT, OFFER, Draft
from handlers import routed
from standin.people.person import Person
from talk.announce import ANNOUNCE
from talk.assessment import ASSESSMENT
from talk.close import CLOSE
from talk.invite import INVITE
from talk.join import JOIN
from talk.plan import CHANGE, PLAN
from talk.profile import NAME
from talk.recount import RECOUNT
from talk.seats import SEATING
from tests.chat.conftest import World
from tests.chat.every_step import every_step, held
from tests.chat.stage import STARTS, TITLE, coordinates
from tests.chat.test_safety import CASE, SAFETY, SENDS, everything, said_by_people

#: Steps at which words are asked for: there a text is an answer, whatever it says.
WORDS = {
    ("plan", "title"),
    ("plan", "place"),
    ("change", "title"),
    ("change", "place"),
    *((kind, said) for kind in ("plan", "change") for said in ("description", "speakers", "cost")),
    ("name", "name"),
    ("write", "words"),
    ("paper", "name"),
    ("seeking", "who"),
    ("assessment", "write"),
    ("assessment", "check"),
    *(("assessment-part", said) for said in ("words", "reason", "check")),
}
#: What the bot says of its own accord meanwhile.
REMINDED = ("Bitte abschließen", "Noch offen: bitte abschließen")
#: The ways in are walked by strangers, to whom no text is an answer; see test_safety.
WAYS_IN = {"join", "access"}


async def keep(world: World, person: Person, draft: Draft) -> None:
    async with world.bot.database.transaction() as store:
        await store.drafts.put(in_chat(person.id), draft, world.clock.now())


async def kept(world: World, person: Person) -> Draft | None:
    async with world.bot.database.reading() as store:
        return await store.drafts.get(in_chat(person.id))


def cases(steps: Mapping[tuple[str, str], list[dict[str, Any]]], only: str = "") -> list[Draft]:
    return [
        Draft(kind, step, data, version=number)
        for number, ((kind, step), told) in enumerate(steps.items(), 1)
        for data in told[-2:]
        if (kind, step) not in WORDS and kind.startswith(only)
    ]


KINDS = ["plan", "change", "announce", "close", "recount", "seating", "invite", "exchange"]
KINDS += ["protocol", "cancel", "report", "write", "removal", "paper", "assessment-part"]
KINDS += ["measures", "correct"]


@pytest.mark.long
@pytest.mark.parametrize("kind", KINDS)
async def test_no_step_of_any_dialogue_keeps_what_it_did_not_ask_for(
    world: World, coordinator: Person, kind: str
) -> None:
    await coordinates(world, coordinator)
    steps = await every_step(world)
    before = said_by_people(coordinator)

    assert {known for known, _ in steps} == set(routed().dialogues) - WAYS_IN - {OFFER}
    assert {known for known, _ in steps if (known, _) not in WORDS} == set(KINDS)

    wrong = []
    for draft in cases(steps, kind):
        await keep(world, coordinator, draft)
        seen = len(coordinator.messages)
        await coordinator.says(CASE)
        answers = [m for m in coordinator.messages[seen:] if not m.text.startswith(REMINDED)]
        follows = bool(draft.data.get("resting")) or len(answers) == 2
        safe = any(SAFETY in answer.text for answer in answers)
        if not (safe and follows and said_by_people(coordinator) == before):
            wrong.append((draft.step, [answer.text for answer in answers]))

    assert not wrong, "\n".join(map(str, wrong))
    assert "Mia" not in await everything(world)


@pytest.mark.long
async def test_no_picture_voice_or_forward_stays_in_any_dialogue(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    steps = await every_step(world)
    first = {draft.kind: draft for draft in reversed(cases(steps))}
    before = said_by_people(coordinator)
    sends = ["photo", "voice", "forward", "sticker"]
    for number, draft in enumerate(first.values()):
        await keep(world, coordinator, draft)
        seen = len(coordinator.messages)
        await SENDS[sends[number % len(sends)]](coordinator)
        answers = [answer.text for answer in coordinator.messages[seen:]]

        assert any(SAFETY in text for text in answers), (draft.kind, draft.step, answers)
        assert said_by_people(coordinator) == before


@pytest.mark.long
async def test_every_question_follows_a_change_of_language_in_that_language(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    steps = await every_step(world)
    await coordinator.says("/menu")  # what is due meanwhile arrives now
    await world.settled()
    last = {kind: (step, told[0]) for (kind, step), told in steps.items() if _asks(told[0])}
    for kind, (step, data) in last.items():
        await keep(world, coordinator, Draft(kind, step, data, version=7))
        await coordinator.says("/sprache")
        german = coordinator.last
        await coordinator.taps("English")
        english = coordinator.last
        await coordinator.says("/sprache")
        await coordinator.taps("Deutsch")

        assert english.text != german.text, (kind, step)
        assert coordinator.last.text == german.text, (kind, step)
        assert coordinator.last.labels == german.labels, (kind, step)


def _asks(data: Mapping[str, Any]) -> bool:
    return not data.get("resting")


async def test_a_plan_is_kept_when_a_name_is_asked_for_and_goes_on_after_it(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await coordinates(world, coordinator)
    await coordinator.says("/neu")
    await coordinator.says(TITLE)
    question = coordinator.last.text
    await coordinator.says("/name")
    await coordinator.says("Änne Groß")

    assert "Änne Groß" in coordinator.messages[-2].text
    assert f"Fortbildung anlegen, „{TITLE}“" in coordinator.last.text

    await world.bot.settle_down()  # nothing is in memory: the row alone knows it
    await coordinator.taps("Weiter")

    assert coordinator.last.text == question

    await outsider.says("Weiter")

    assert SAFETY in outsider.last.text


async def test_three_dialogues_are_offered_one_after_the_other_and_none_is_lost(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await coordinator.says("/neu")
    await coordinator.says(TITLE)
    await coordinator.says("/einladen")
    await coordinator.says("/austausch")
    await coordinator.says("/abbrechen")

    assert "Jemanden einladen" in coordinator.last.text
    assert "Danach wartet noch ein Vorgang." in coordinator.last.text

    await coordinator.taps("Verwerfen")

    assert f"„{TITLE}“" in coordinator.last.text

    await coordinator.says("/termine")  # the offer follows as any question does

    assert f"„{TITLE}“" in coordinator.last.text

    await coordinator.says("/neu")  # and the plan is what goes on, not a new one

    assert TITLE in coordinator.last.text

    await coordinator.taps("Abbrechen")
    await coordinator.says("/abbrechen")

    assert coordinator.last.text == "Es gibt nichts abzubrechen."


async def test_two_trainings_are_closed_one_over_the_other(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    first, second = await held(world), await held(world)
    groups = rules.to_data([Group("rkn-kaarst", "police", 2, 2)])
    for training in (first, second):
        data = {"training": training.id, "page": 0, "groups": groups}
        draft = await kept(world, coordinator)
        before = () if draft is None else (draft,)
        await keep(world, coordinator, Draft("close", "numbers", data, 1, kept=before))
    await coordinator.says("9")
    open_ = await kept(world, coordinator)

    assert open_ is not None
    assert open_.data["groups"][0][3] == 9
    assert [one.data["groups"][0][3] for one in open_.kept] == [2]


async def test_too_many_are_said_to_be_too_many(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    waiting = tuple(
        Draft("assessment", "write", {"year": 2000 + n, "asked": "2027-02-09T09:00:00+00:00"})
        for n in range(MOST_KEPT)
    )
    await keep(world, coordinator, Draft("exchange", "partner", {}, kept=waiting))
    await coordinator.says("/neu")
    draft = await kept(world, coordinator)

    assert draft is not None
    assert len(draft.kept) == MOST_KEPT
    assert any("Es warten zu viele" in message.text for message in coordinator.messages[-2:])


async def test_everything_that_was_begun_is_told_and_erased(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    await coordinator.says("/neu")
    await coordinator.says(TITLE)
    await coordinator.says("/einladen")
    await coordinator.says("/auskunft")
    file = next(m.document for m in reversed(coordinator.messages) if m.document is not None)

    assert TITLE in file.content.decode()
    assert '"kind": "invite"' in file.content.decode()

    await coordinator.says("/loeschen")
    await coordinator.taps("Ja, alles löschen")

    assert await kept(world, coordinator) is None


@pytest.mark.long
async def test_a_label_that_is_typed_is_pressed(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    await coordinator.says("/neu")
    await coordinator.says(TITLE)
    for said in ("vernachlässigung", "Seminar", "ONLINE", "zoom.us/j/123", "12.3.27 9-12:30"):
        await coordinator.says(said)
    for line, said in (
        ("Plätze", "ca. 20 Plätze"),
        ("Anmeldeschluss", "7 Tage vorher: Fr., 05.03.2027, 23:59 Uhr"),
        ("UE", "4 UE"),
    ):
        await coordinator.taps(line)
        await coordinator.says(said)

    assert "https://zoom.us/j/123" in coordinator.last.text
    assert "20 Plätze" in coordinator.last.text
    assert "Anmeldeschluss: Fr., 05.03.2027, 23:59 Uhr" in coordinator.last.text

    await coordinator.taps("UE")
    await coordinator.says("ja")

    assert "Wie viele Unterrichtseinheiten" in coordinator.last.text

    await coordinator.says("zurück")

    assert "So sehen es andere:" in coordinator.last.text

    await coordinator.says("abbrechen")

    assert any("Abgebrochen." in message.text for message in coordinator.messages[-2:])
    assert await kept(world, coordinator) is None


def test_each_kind_of_dialogue_is_known_by_its_feature() -> None:
    kinds = {ANNOUNCE.name, ASSESSMENT.name, CLOSE.name, RECOUNT.name, SEATING.name}
    kinds |= {PLAN.name, CHANGE.name, INVITE.name, NAME.name, JOIN.name}

    assert kinds <= set(routed().dialogues)
    assert STARTS.year == 2027
