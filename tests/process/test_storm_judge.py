"""The judge of screens can fail: each wrong history is seen, and a right one is let pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from domain.channel import in_chat
from domain.delivery import Kind, Letter, State
from domain.network import Network
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.database import Database
from storage.tables import delivery
from tests.process.conftest import in_weeks
from tests.process.storm import judge
from tests.process.storm.facts import Facts
from tests.process.storm.judge import MARK, Press, Row, Says, Shown, Truth
from tests.process.storm.plan import Blow, Fault, Intent, Size, planned
from tests.process.storm.play import Verdict

A, B, TITLES = 1, 2, ["Kurs Anton", "Kurs Berta"]
ANTON = TITLES[0]
SEATED = f"{ANTON}\nSeminar\n\nSie sind angemeldet."
FREE = f"{ANTON}\nSeminar\n\nNoch 2 Plätze frei. Anmeldung bis Mo."
WAITS = f"Sie stehen auf der Warteliste, Platz 2.\n\n{ANTON}"
LEFT = "Sie sind abgemeldet."
ENTRIES = ["1. Kurs Anton\nMo.\nNoch 2 Plätze frei.", "2. Kurs Berta\nDi.\nSie sind angemeldet."]
LIST = "\n\n".join(["2 Termine im Angebot", *ENTRIES])


def chat(*said: tuple[int, str], chat: int = A) -> list[Shown]:
    """Return messages of a chat, one a second; a number that came before is changed."""
    seen = set[int]()
    made = []
    for at, (message, text) in enumerate(said, 1):
        made.append(Shown(at, float(at), chat, message, text, edit=message in seen))
        seen.add(message)
    return made


def true(says: Says = Says.NEITHER, *, off: bool = False, **more: object) -> Truth:
    standings = {} if says is Says.NEITHER else {(A, ANTON): says}
    return Truth(standings, [ANTON] if off else [], **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (SEATED, {ANTON: Says.SEAT}),
        (FREE, {ANTON: Says.NEITHER}),
        (WAITS, {ANTON: Says.LINE}),
        (f"Diese Veranstaltung ist abgesagt.\n\n{ANTON}", {ANTON: Says.OFF}),
        (f"Sie sind von {ANTON} abgemeldet. Ihr Platz ist wieder frei.", {ANTON: Says.NEITHER}),
        (LIST, {ANTON: Says.NEITHER, TITLES[1]: Says.SEAT}),
        (f"{ANTON}\nThema: Gespräche", {}),
        (LEFT, {}),
    ],
)
def test_what_a_text_says(text: str, says: dict[str, Says]) -> None:
    assert judge.readings(text, TITLES) == says


@pytest.mark.parametrize(
    ("said", "standing", "wrong"),
    [
        ([(1, FREE), (1, SEATED)], Says.SEAT, 0),
        ([(1, FREE), (1, SEATED)], Says.NEITHER, 1),
        ([(1, SEATED), (1, LEFT)], Says.NEITHER, 0),
        ([(1, SEATED), (1, LEFT), (1, SEATED)], Says.NEITHER, 1),
        ([(1, SEATED), (1, LEFT)], Says.SEAT, 1),
        ([(1, WAITS)], Says.SEAT, 1),
        ([(1, "Nr. 0-1")], Says.SEAT, 1),
        ([(1, SEATED), (2, LIST)], Says.SEAT, 1),
        # What somebody looked at later counts, also further up in the chat.
        ([(1, FREE), (2, SEATED), (1, FREE)], Says.NEITHER, 0),
    ],
)
def test_wrong_cards(said: list[tuple[int, str]], standing: Says, wrong: int) -> None:
    assert len(judge.wrong_cards(chat(*said), true(standing), [ANTON])) == wrong


def test_who_had_a_seat_must_read_that_it_is_off() -> None:
    off = f"Diese Veranstaltung ist abgesagt.\n\n{ANTON}"

    assert judge.wrong_cards(chat((1, SEATED)), true(Says.SEAT, off=True), TITLES)
    assert not judge.wrong_cards(chat((1, SEATED), (2, off)), true(Says.SEAT, off=True), TITLES)
    assert not judge.wrong_cards(chat((1, FREE)), true(off=True), TITLES)


def test_an_older_change_after_a_newer_one() -> None:
    history = {(A, ANTON): [(0.0, Says.NEITHER), (1.0, Says.SEAT), (2.0, Says.NEITHER)]}
    told = true(history=history)

    assert judge.older_after_newer(chat((1, FREE), (1, FREE), (1, SEATED)), told, TITLES)
    assert not judge.older_after_newer(chat((1, FREE), (1, SEATED), (1, FREE)), told, TITLES)


def test_an_inversion_within_a_priority() -> None:
    shown = chat((1, "a"), (2, "b"), (3, "c"))
    in_order = [Row(1, 0, 10), Row(2, 0, 11), Row(3, 0, 12)]

    assert not judge.inversions(shown, in_order)
    assert len(judge.inversions(shown, [Row(1, 0, 12), Row(2, 0, 10), Row(3, 0, 11)])) == 2
    assert not judge.inversions(shown, [Row(1, 0, 12), Row(2, 1, 10)])
    assert not judge.inversions(shown, [Row(1, 0, 12), Row(2, 0, 10, doubted=True)])


def test_numbered_letters_out_of_order_or_repeated() -> None:
    marked = f"Nr. 0-1\n\n{MARK}."

    assert judge.numbers_inverted(chat((1, "Nr. 0-2"), (2, "Nr. 0-1")))
    assert not judge.numbers_inverted(chat((1, "Nr. 0-2"), (2, "Nr. 1-1"), (3, marked)))
    assert judge.silent_repeats(chat((1, "Nr. 0-1"), (2, "Nr. 0-1")))
    assert not judge.silent_repeats(chat((1, "Nr. 0-1"), (2, marked)))


def test_the_last_press_counts() -> None:
    presses = [Press(A, ANTON, into=True), Press(A, ANTON, into=False)]

    assert not judge.wrong_presses(presses, true())
    assert judge.wrong_presses(presses, true(Says.SEAT))
    assert judge.wrong_presses(presses[:1], true())
    assert not judge.wrong_presses(presses[:1], true(Says.LINE))
    assert not judge.wrong_presses(presses, true(Says.SEAT, off=True))


def test_what_was_refused_may_count_or_not() -> None:
    joins, leaves = Press(A, ANTON, into=True), Press(A, ANTON, into=False)
    perhaps = replace(leaves, refused=True)

    assert not judge.wrong_presses([joins, perhaps], true())
    assert not judge.wrong_presses([joins, perhaps], true(Says.SEAT))
    assert judge.wrong_presses([leaves, perhaps], true(Says.SEAT))
    assert judge.wrong_presses([joins, perhaps, joins], true())
    assert not judge.wrong_presses([replace(joins, refused=True)], true())


def test_the_same_seed_is_the_same_storm() -> None:
    plan = planned(7, Size(), several=True)

    assert plan == planned(7, Size(), several=True)
    assert plan != planned(8, Size(), several=True)
    assert {window.fault for window in plan.windows} == set(Fault)
    assert {strike.blow for strike in plan.strikes} == set(Blow)
    assert {act.intent for act in plan.acts} == set(Intent)


@pytest.mark.parametrize(("withheld", "in_flight", "wrong"), [(2, 1, 0), (1, 1, 1), (3, 0, 0)])
def test_each_doubt_has_its_cause(withheld: int, in_flight: int, wrong: int) -> None:
    verdict = Verdict("SQLite", 60, doubts=3, withheld=withheld, in_flight=in_flight)

    assert len(verdict.wrong) == wrong


async def test_only_the_newest_message_excuses_a_wrong_card_by_its_doubt(
    database: Database, database_url: str, network: Network
) -> None:
    now = datetime.now(UTC)

    async def becomes(key: str, *states: State) -> None:
        async with database.transaction() as store:
            for state in states:
                row = sa.update(delivery).where(delivery.c.dedupe_key == key)
                await store.deliveries._run(row.values(state=state))

    async with database.transaction() as store:
        newcomer = Newcomer(in_chat(A), Role.SPECIALIST, Place("rkn-kaarst", Sector.YOUTH_OFFICE))
        person = (await store.persons.add(newcomer, now.date())).id
        training = (await store.trainings.add(in_weeks(network, ANTON, 3), "rkn-kaarst", None)).id
        for key in ("lost", "newer"):
            letter = Letter(key, Kind.MOVED_UP, now, person, training_id=training)
            await store.deliveries.put(letter)
    facts = Facts(database_url, {person: A}, {training: ANTON})
    assert facts.doubted() == set()
    await becomes("lost", State.UNKNOWN)
    assert facts.doubted() == {(A, ANTON)}
    await becomes("newer", State.CLAIMED, State.SENDING, State.SENT)
    assert facts.doubted() == set()
    facts.close()
