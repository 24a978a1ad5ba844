"""A press that somebody made up is answered like an old one, and is done: nothing else happens."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.access import ASKING
from domain.channel import in_chat
from domain.draft import Draft
from domain.plan_sketch import Sketch
from standin.people.person import Person
from storage.database import Database
from talk.action import Action
from talk.form import Pick
from talk.menu import ShowOffices
from talk.plan_offers import Step
from tests.chat.conftest import World
from tests.chat.forging import NO_WORDS, actions, kept, kinds, packed, pressed, spoiled
from tests.chat.old_drafts import to_json
from tests.chat.stage import coordinates, hand, plan, planned

STALE = "Diese Auswahl ist nicht mehr aktuell."
#: The largest number that PostgreSQL keeps as an integer; all that may differ there.
FAR = "2147483647"
ALL = actions()


async def elsewhere(database: Database) -> int:
    """Return the number of a training of another network in the same database."""
    other = Database(database.url.render_as_string(hide_password=False), database.vault, "other")
    async with other.transaction() as store:
        made = await store.trainings.add(plan(), "elsewhere", None)
    await other.close()
    return made.id


async def everybody(
    world: World, anna: Person, coordinator: Person, outsider: Person
) -> tuple[Person, Person, Person]:
    """Let a specialist, a coordinator of another office and a stranger be there."""
    await world.joins(anna)
    await coordinates(world, coordinator, "rkn-neuss")
    await outsider.says("/start")
    return anna, coordinator, outsider


@pytest.mark.parametrize("action", ALL, ids=lambda action: action.CODE)
def test_an_action_is_read_as_it_is_packed_and_no_other_way(action: type[Action]) -> None:
    text = packed(action, {})

    assert action.unpack(text).pack() == text

    for data, name, value in spoiled(action, {}):
        kind, bounds = kinds(action)[name]
        if kind is int and not (bounds and canonical(value) and int(value) in bounds[0]):
            with pytest.raises(ValueError, match=r"."):
                action.unpack(data)


def canonical(value: str) -> bool:
    """Return whether a number is written as we write numbers."""
    return value.isascii() and value.lstrip("-").isdigit() and str(int(value)) == value


@pytest.mark.wide
async def test_what_no_button_of_ours_has_changes_nothing(
    world: World, anna: Person, coordinator: Person, outsider: Person
) -> None:
    people = await everybody(world, anna, coordinator, outsider)
    training = await planned(world)
    await hand(world, outsider, "Weiter", ShowOffices())
    values = {"training_id": str(training.id)}
    forged = [data for action in ALL for data, _, _ in spoiled(action, values)]
    before = await kept(world)

    made = await pressed(world, [(people[n % 3], data) for n, data in enumerate(forged)])

    assert await kept(world) == before
    read = {data for data in forged if any(_reads(action, data) for action in ALL)}
    told = {each.data: each.query.text for each in made if each.data not in read}
    assert set(told.values()) == {STALE}


def _reads(action: type[Action], data: str) -> bool:
    try:
        action.unpack(data)
    except ValueError:
        return False
    return True


@pytest.mark.wide
@pytest.mark.differs  # how large a number may be
async def test_numbers_of_others_open_nothing(
    world: World,
    anna: Person,
    bela: Person,
    coordinator: Person,
    outsider: Person,
) -> None:
    people = await everybody(world, anna, coordinator, outsider)
    host = await coordinates(world, world.telegram.person(901, "Kaarst"), "rkn-kaarst")
    await world.joins(bela)
    training = await planned(world)
    await hand(world, bela, "Anmelden", _action("reg", training_id=training.id))
    await bela.taps("Anmelden")
    await host.says("/neu")
    foreign = await elsewhere(world.bot.database)
    numbers = ["0", str(foreign), "7"] if world.bot.database.sqlite else []
    before = await kept(world)

    forged = []
    for action in ALL:
        for name, (kind, bounds) in kinds(action).items():
            if kind is int and not bounds:
                forged += [packed(action, {name: number}) for number in [*numbers, FAR]]
    await pressed(world, [(one, data) for data in forged for one in people])

    after = await kept(world)
    # Whoever coordinates may begin a dialogue of the own, and look at their own people, which
    # stands in the access log; nothing else is anybody's.
    theirs = {"draft", "deed"}
    assert {k: v for k, v in after.items() if k not in theirs} == {
        k: v for k, v in before.items() if k not in theirs
    }
    own = "'coordinator', 'rkn-neuss', 'member', None)"
    assert [row for row in after["deed"] if not row.endswith(own)] == []


def _action(code: str, **values: int) -> Action:
    action = next(action for action in ALL if code == action.CODE)
    return action(**values)


@pytest.mark.wide
async def test_nothing_is_kept_of_a_stranger_before_consent(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await coordinates(world, coordinator)
    await outsider.says("/start")
    office = {"office": "rkn-kaarst", "token": ASKING}
    agreeing = {"yes-ask"}
    before = await kept(world)

    await pressed(
        world, [(outsider, packed(action, office)) for action in ALL if action.CODE not in agreeing]
    )
    for said in ("/name", "/neu", "/termine", "/abbrechen", "/sprache", "Otto", "/start ask"):
        await outsider.says(said)

    assert await kept(world) == before


@pytest.mark.long
async def test_who_agrees_to_ask_goes_on_and_who_did_not_does_not(
    world: World, coordinator: Person, outsider: Person
) -> None:
    await coordinates(world, coordinator)
    await outsider.says("/start")

    [refused] = await pressed(world, [(outsider, "fp:7:rkn-kaarst")])

    assert refused.query.text == STALE
    assert "möchte mitmachen" not in coordinator.last.text

    await outsider.taps("Zugang anfragen")
    await outsider.taps("Einverstanden")
    await outsider.taps("Jugendamt der Stadt Kaarst")

    async with world.bot.database.reading() as store:
        assert await store.access.of_chat(in_chat(outsider.id)) is not None


SKETCH = Sketch(
    title="Ein Titel",
    day=plan().starts_at.date(),
    starts=plan().starts_at.time(),
    ends=plan().ends_at.time(),
)


@pytest.mark.wide
@pytest.mark.parametrize("step", list(Step))
async def test_no_step_of_planning_takes_what_it_does_not_offer(
    world: World, coordinator: Person, step: Step
) -> None:
    await coordinates(world, coordinator)
    draft = Draft("plan", step, {"sketch": to_json(SKETCH)}, 7)
    async with world.bot.database.transaction() as store:
        await store.drafts.put(in_chat(coordinator.id), draft, world.clock.now())
    bad = [*NO_WORDS, "", "9999999", "-5", "20270312-", "99991231", "00010101-0000", "x-police"]
    truly = {Step.DEADLINE: {"12345678"}, Step.UNITS: {"0"}, Step.SESSIONS: {"+"}}
    offered = truly.get(step, set())
    before = await kept(world)

    made = await pressed(
        world,
        [(coordinator, f"{Pick.CODE}:7:{value}") for value in bad if value not in offered],
    )

    assert await kept(world) == before
    assert {each.query.text for each in made} == {STALE}


def _dialogues(training: int, past: int) -> list[Draft]:
    """Return the dialogues that take words from a list, at each of their steps."""
    at = plan().starts_at.isoformat()
    announcing = {"training": training, "at": at, "subscribers": False}
    closing = {"training": past, "page": 0, "office": "rkn-kaarst", "groups": [["x", "y", 1, 1]]}
    seats = {"training": training, "office": "rkn-neuss", "sector": "police", "n": 1}
    meeting = {"matter": "meeting", "day": "2027-02-09", "format": "round-table", "minutes": "30"}
    said = {"partner": "sector:police", "topic": "trauma", "format": "phone", "length": "short"}
    return [
        *(Draft("announce", step, announcing, 7) for step in ("audience", "offices", "sectors")),
        *(Draft("announce", step, announcing, 7) for step in ("send", "time", "confirm")),
        *(Draft("close", step, closing, 7) for step in ("numbers", "number")),
        *(Draft("seating", step, seats, 7) for step in ("office", "sector", "number")),
        *(Draft("protocol", step, meeting, 7) for step in ("day", "format", "minutes")),
        *(Draft("protocol", step, meeting, 7) for step in ("offices", "sectors", "check")),
        *(Draft("protocol", step, {"matter": "advice"}, 7) for step in ("quarter", "number")),
        *(Draft("exchange", step, said, 7) for step in said),
    ]


@pytest.mark.wide
async def test_no_dialogue_takes_a_word_that_it_does_not_offer(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    training = await planned(world)
    past = await planned(world, plan(world.clock.now() - timedelta(days=2)))
    await world.settled()  # the past one is asked about

    for draft in _dialogues(training.id, past.id):
        async with world.bot.database.transaction() as store:
            await store.drafts.put(in_chat(coordinator.id), draft, world.clock.now())
        before = await kept(world)

        made = await pressed(world, [(coordinator, data) for data in _words(draft.kind)])

        assert await kept(world) == before, draft
        assert {each.query.alert for each in made} == {True}, draft


#: The actions that carry a word of a list into a dialogue, by its kind.
WITH_WORDS = {
    "announce": "fp",
    "close": "fp",
    "seating": "fp",
    "protocol": "fp",
    "exchange": "fp",
}


def _words(kind: str) -> list[str]:
    """Return presses into the dialogue of version 7 with words that it does not offer."""
    action = next(each for each in ALL if WITH_WORDS[kind] == each.CODE)
    found = [data for data, name, _ in spoiled(action, {"version": "7"}) if name != "version"]
    words = [data for data in found if _reads(action, data)]
    assert words
    return words
