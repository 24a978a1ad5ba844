"""The report in chat: figures, charts, potentials and files, made elsewhere, handed out once."""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from domain.channel import in_chat
from domain.close import Group, close
from domain.delivery import State
from domain.report_order import LEASE, LONG, MOST_ATTEMPTS, Request, Wanted
from domain.training import Training
from domain.vocabulary import COUNTY_WIDE, EventFormat, Role
from standin.people.person import Message, Person
from storage.report.tables import report_request
from storage.tables import delivery
from talk.report import MakeOwn, MakeQuarter
from tests.chat.conftest import World
from tests.chat.stage import STARTS, TITLE, coordinates, hand, plan, planned

#: What is asked for is made in a process of its own.
pytestmark = pytest.mark.process

#: The short form comes first.
FORMS = {"kurz.pdf", "kurz.docx", "docx", "pdf", "xlsx", "csv", "html"}
GROUPS = (
    Group("rkn-neuss", "youth-office", 0, 8),
    Group("rkn-kaarst", "police", 0, 2),
    Group("rkn-dormagen", "school", 0, 9),
)


async def closes(world: World, training: Training, *groups: Group) -> None:
    async with world.bot.database.transaction() as store:
        later = training.plan.ends_at + timedelta(hours=1)
        refused = await close(store, training.id, groups, training.plan.starts_at.date(), later)

    assert refused is None


async def a_year(world: World, coordinator: Person) -> None:
    """Let a coordinator join and a training of 2027 be closed."""
    await coordinates(world, coordinator)
    await closes(world, await planned(world), *GROUPS)
    await world.moves_to(STARTS + timedelta(days=3))


async def rows(world: World) -> int:
    async with world.bot.database.engine.connect() as connection:
        count = sa.select(sa.func.count()).select_from(report_request)
        return int((await connection.execute(count)).scalar_one())


def pictures(person: Person) -> list[Message]:
    return [message for message in person.messages if message.photo]


def form_of(name: str) -> str:
    """Return which form a file is, by its name."""
    stem, _, ending = name.rpartition(".")
    return f"kurz.{ending}" if stem.endswith("-kurz") else ending


def files(person: Person) -> list[str]:
    return [message.document.name for message in person.messages if message.document]


def figures_card(person: Person) -> Message:
    return next(m for m in reversed(person.messages) if "Hauptzahlen" in m.text)


def potentials_card(person: Person) -> Message:
    return next(m for m in reversed(person.messages) if "Optimierungspotentiale" in m.text)


def changes(world: World, person: Person) -> list[str]:
    """Return what was said by changing messages of a chat, in order."""
    return [a.text for a in world.telegram.ledger if a.edit and a.chat_id == person.id]


async def test_a_year_is_chosen_and_comes_with_figures_and_charts(
    world: World, coordinator: Person
) -> None:
    second = await planned(
        world, plan(STARTS + timedelta(days=7), format=EventFormat.NETWORK_MEETING, units=2)
    )
    await planned(world, plan(title="Nicht <abgeschlossen>"))
    await a_year(world, coordinator)
    await closes(world, second, Group("rkn-neuss", "youth-office", 0, 6))
    await coordinator.says("/bericht")

    assert coordinator.last.text == "Tätigkeitsbericht\n\nFür welches Jahr?"
    assert coordinator.last.labels == ["2027", "Zum Menü"]

    await coordinator.taps("2027")
    card, charts = figures_card(coordinator), pictures(coordinator)

    assert coordinator.toast == "Einen Moment, die Zahlen werden zusammengestellt."
    assert card.text.startswith(
        "Tätigkeitsbericht 2027: Hauptzahlen\n\n"
        "Veranstaltungen: 2\ndavon Fortbildungen: 1\nTeilnahmen: 25\n"
        "Unterrichtseinheiten: 6\nTeilnahmeeinheiten: 88\nAustauschtermine: 1\n\n"
    )
    assert "Eine Veranstaltung ohne Abschluss zählt nicht mit:\nNicht <abgeschlossen>" in card.text
    # Attendances by office are all secret or none here: nothing to draw.
    assert [chart.text.partition("\n")[0] for chart in charts] == ["Fortbildungen nach Monat, 2027"]
    assert "März: 1" in charts[0].text
    assert charts[0].photo
    assert charts[0].photo.content.startswith(b"\x89PNG")
    assert not await rows(world)


async def test_attendances_are_also_said_in_words(world: World, coordinator: Person) -> None:
    await a_year(world, coordinator)
    await coordinator.says("/bericht 2027")
    before = len(pictures(coordinator))
    await coordinator.taps("Nach Jugendamt und Handlungsfeld")
    said = next(m.text for m in coordinator.messages if "Jugendamtsbezirk" in m.text)

    assert "Kaarst: ·" in said
    assert "Polizei: ·" in said
    assert TITLE not in said

    await coordinator.taps("Zurück zu den Zahlen 2027")

    assert "Hauptzahlen" in coordinator.reads().rpartition("Zum Menü")[0]
    assert len(pictures(coordinator)) == before == 1  # only once, when the year is opened


async def test_figures_say_what_changed_against_the_year_before(
    world: World, coordinator: Person
) -> None:
    for year, came in ((2027, 20), (2028, 32)):
        starts = STARTS.replace(year=year)
        training = await planned(world, plan(starts))
        await closes(world, training, Group("rkn-neuss", "youth-office", 0, came))
    await world.moves_to(STARTS.replace(year=2028) + timedelta(days=3))
    await coordinates(world, coordinator)
    await coordinator.says("/bericht")

    assert coordinator.last.labels == ["2028", "2027", "Zum Menü"]

    await coordinator.taps("2028")

    assert "gegenüber 2027" not in figures_card(coordinator).text  # 2028 is not over

    await world.moves_to(STARTS.replace(year=2029, month=1, day=10))
    await coordinator.says("/bericht 2028")
    said = figures_card(coordinator).text

    assert "Veranstaltungen: 1 (±0)\n" in said
    assert "Teilnahmen: 32 (+12)\n" in said
    assert "gegenüber 2027" in said


async def test_potentials_are_told_as_calculated_and_turn_pages(
    world: World, coordinator: Person
) -> None:
    await coordinates(world, coordinator)
    for number in range(10):
        training = await planned(world, plan(STARTS + timedelta(days=number), seats=40))
        await closes(world, training, *GROUPS)
    await world.moves_to(STARTS + timedelta(days=30))
    await coordinator.says("/bericht 2027")
    await coordinator.taps("Optimierungspotentiale")
    first = changes(world, coordinator)[-1]

    assert "rechnerische Hinweise" in first
    assert "Sie bewerten niemanden." in first
    assert "Schwelle: " in first
    assert "Vorschlag: " in first
    assert "\n\n1. " in first
    assert "\n\n4. " not in first

    await coordinator.taps("Weitere Hinweise")

    assert "\n\n4. " in changes(world, coordinator)[-1]

    await coordinator.taps("Vorige Hinweise")

    assert changes(world, coordinator)[-1] == first


#: What begins the way through all hints, and what a hint of it is called.
THROUGH = "Alle Hinweise nacheinander bewerten"
ONE = re.compile(r"Hinweis (\d+) von (\d+)")


async def has_potentials(world: World, coordinator: Person) -> None:
    """Let a coordinator open a year of many hints."""
    await coordinates(world, coordinator)
    for number in range(10):
        training = await planned(world, plan(STARTS + timedelta(days=number), seats=40))
        await closes(world, training, *GROUPS)
    await world.moves_to(STARTS + timedelta(days=30))
    await coordinator.says("/bericht 2027")
    await coordinator.taps("Optimierungspotentiale")


def place(person: Person) -> tuple[int, int]:
    """Return which hint is asked about, and of how many."""
    found = ONE.search(potentials_card(person).text)
    assert found is not None, potentials_card(person).text
    return int(found[1]), int(found[2])


async def agrees(person: Person) -> None:
    await person.taps("Trifft zu")
    await person.taps("Ohne Text weiter")


async def test_all_hints_are_assessed_one_after_the_other_over_the_end_of_a_page(
    world: World, coordinator: Person
) -> None:
    await has_potentials(world, coordinator)
    await coordinator.taps("Bewerten 2")
    await agrees(coordinator)

    assert "Bewertung zu 2: Trifft zu" in potentials_card(coordinator).text

    await coordinator.taps(THROUGH)
    first, of = place(coordinator)

    assert (first, of > 3) == (1, True)
    assert f"Ohne Bewertung: {of - 1}" in potentials_card(coordinator).text

    await agrees(coordinator)

    assert place(coordinator) == (3, of)  # the second one has a verdict

    await coordinator.taps("Anders, weil …")
    await coordinator.says("Die Treffen waren gut besucht und kurz.")
    await coordinator.taps("So übernehmen")
    for number in range(4, of + 1):
        assert place(coordinator) == (number, of)
        assert f"Ohne Bewertung: {of - number + 1}" in potentials_card(coordinator).text

        await agrees(coordinator)
    card = potentials_card(coordinator)

    assert "Alle Hinweise sind bewertet." in card.text
    assert "\n\n1. " in card.text
    assert THROUGH not in card.labels


async def test_each_hint_can_be_skipped_and_comes_again_next_time(
    world: World, coordinator: Person
) -> None:
    await has_potentials(world, coordinator)
    await coordinator.taps(THROUGH)
    _, of = place(coordinator)
    for number in range(1, of + 1):
        assert place(coordinator) == (number, of)
        assert f"Maßnahme zu {number}" in potentials_card(coordinator).labels

        await coordinator.taps("Überspringen")
    card = potentials_card(coordinator)

    assert f"Das war der letzte Hinweis. Ohne Bewertung: {of}" in card.text
    assert "\n\n1. " in card.text

    await coordinator.taps(THROUGH)

    assert place(coordinator) == (1, of)


async def test_who_stops_or_removes_a_text_stays_where_they_were(
    world: World, coordinator: Person
) -> None:
    await has_potentials(world, coordinator)
    await coordinator.taps(THROUGH)
    for _ in range(3):
        await coordinator.taps("Überspringen")
    await coordinator.taps("Teilweise")
    await coordinator.taps("Aufhören")

    assert "\n\n4. " in potentials_card(coordinator).text
    assert "Bewertung zu 4" not in potentials_card(coordinator).text

    await coordinator.taps("Bewerten 4")
    await coordinator.taps("Anders, weil …")
    await coordinator.says("Die Treffen waren gut besucht und kurz.")
    await coordinator.taps("So übernehmen")

    assert "Bewertung zu 4: Anders, weil … Die Treffen" in potentials_card(coordinator).text

    await coordinator.taps("Bewerten 4")
    await coordinator.taps("Teilweise")
    await coordinator.taps("Bisherigen Text entfernen")

    assert "\n\n4. " in potentials_card(coordinator).text
    assert "Bewertung zu 4" not in potentials_card(coordinator).text

    await coordinator.taps(THROUGH)
    await coordinator.taps("Aufhören")

    assert "\n\n1. " in potentials_card(coordinator).text


async def test_only_readers_get_figures(
    world: World, anna: Person, bela: Person, coordinator: Person, outsider: Person
) -> None:
    await a_year(world, coordinator)
    await world.joins(anna)
    await world.joins(bela, Role.AUDITOR)
    await world.moves_to(STARTS.replace(year=2028, month=1, day=10))
    for person in (anna, bela, outsider):
        await person.says("/bericht 2027")

    assert anna.last.text == "Das können nur Koordinierende und wer den Bericht lesen darf."
    assert figures_card(bela).text.startswith("Tätigkeitsbericht 2027")
    assert "geschlossen" in outsider.last.text

    for person in (anna, outsider, bela):
        await hand(world, person, "Intern", MakeOwn(2027))
        await person.taps("Intern")
        await hand(world, person, "Quartal", MakeQuarter(2027, 1))
        await person.taps("Quartal")

        assert files(person) == []


async def test_an_auditor_finds_the_report_in_the_menu(
    world: World, anna: Person, bela: Person, coordinator: Person
) -> None:
    await a_year(world, coordinator)
    await world.joins(anna)
    await world.joins(bela, Role.AUDITOR)
    await world.moves_to(STARTS.replace(year=2028, month=1, day=10))
    for person in (anna, bela):
        await person.says("/menu")

    assert "Bericht" not in anna.last.labels
    assert "Bericht" in bela.last.labels
    assert "Fortbildung anlegen" not in bela.last.labels

    await bela.taps("Bericht")
    await bela.taps("2027")

    assert "Fachliche Bewertung" not in figures_card(bela).labels
    assert "Bericht 2027 als Dateien" in figures_card(bela).labels

    await bela.says("/hilfe")

    assert "/bericht" in bela.last.text


async def test_who_may_read_no_more_gets_nothing(
    world: World, bela: Person, coordinator: Person
) -> None:
    await a_year(world, coordinator)
    await world.joins(bela, Role.AUDITOR)
    await world.moves_to(STARTS.replace(year=2028, month=1, day=10))
    await bela.says("/bericht")
    await demoted(world, bela)
    await bela.taps("2027")

    assert bela.last.text == "Das können nur Koordinierende und wer den Bericht lesen darf."


async def test_who_lost_the_right_meanwhile_gets_nothing(world: World, coordinator: Person) -> None:
    await asked(world, coordinator)
    await demoted(world, coordinator)
    await world.settled()

    assert files(coordinator) == []
    assert not await rows(world)


async def demoted(world: World, person: Person) -> None:
    from storage.tables import person as table

    async with world.bot.database.engine.begin() as connection:
        await connection.execute(sa.update(table).values(role=Role.SPECIALIST))


async def test_a_year_that_is_none_is_asked_again(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator)
    for year in ("<1>", "99", "1899", "2031", "2027x"):
        await coordinator.says(f"/bericht {year}")

        assert coordinator.last.text.startswith("Dieses Jahr ist nicht bekannt.")
    assert not said_at_once(world, coordinator)


MOMENT = "Einen Moment, die Zahlen werden zusammengestellt."


def said_at_once(world: World, person: Person) -> list[int]:
    """Return the ids of the messages that said that the figures are being worked out."""
    sent = [a for a in world.telegram.ledger if not a.edit and a.chat_id == person.id]
    return [accepted.message_id for accepted in sent if accepted.text == MOMENT]


async def test_a_typed_year_is_answered_at_once_with_what_turns_into_the_figures(
    world: World, coordinator: Person
) -> None:
    await a_year(world, coordinator)
    world.telegram.settled = None
    await coordinator.says("/bericht 2027")
    await coordinator.says("/bericht 2027")
    await world.settled()
    card = figures_card(coordinator)

    assert said_at_once(world, coordinator) == [card.message_id]
    assert MOMENT not in [message.text for message in coordinator.messages]
    assert "Dieser Bericht wird schon erstellt." in [m.text for m in coordinator.messages]
    assert len([m for m in coordinator.messages if "Hauptzahlen" in m.text]) == 1


async def test_figures_that_are_there_first_do_not_wait_for_what_is_said_at_once(
    world: World, coordinator: Person
) -> None:
    await a_year(world, coordinator)
    world.telegram.settled = None
    await coordinator.says("/bericht 2027")
    await world.bot.accept(world.telegram.take_updates())
    await world.bot.inbox.drain()
    await world.bot.reports.idle()
    await world.settled()

    assert "Hauptzahlen" in figures_card(coordinator).text
    assert not said_at_once(world, coordinator)


async def test_what_was_said_at_once_is_changed_though_it_goes_out_in_the_last_moment(
    world: World, coordinator: Person
) -> None:
    await a_year(world, coordinator)
    said = coordinator.last.message_id
    lane, seen = world.bot.reports._lanes[0], []

    def made(name: str) -> None:
        seen.append(name)
        if seen.count("report_made") == 1:
            goes_out(world, said)

    lane._desk = replace(lane._desk, failpoint=made)
    world.telegram.settled = None
    await coordinator.says("/bericht 2027")
    await world.bot.accept(world.telegram.take_updates())
    await world.bot.inbox.drain()
    await world.bot.reports.idle()
    await world.settled()

    assert seen.count("report_made") == 2
    assert figures_card(coordinator).message_id == said


def goes_out(world: World, message_id: int) -> None:
    """Let another process have sent what was said at once, between two awaits of this one."""
    url = world.bot.database.engine.url
    plain = url if "postgres" in url.drivername else url.set(drivername="sqlite")
    engine = sa.create_engine(plain, poolclass=sa.NullPool)
    mine = sa.update(delivery).where(delivery.c.dedupe_key.like("report:%:moment"))
    with engine.begin() as connection:
        for state in (State.CLAIMED, State.SENDING, State.SENT):
            connection.execute(mine.values(state=state, message_id=str(message_id)))


async def test_what_was_said_at_once_does_not_outlast_a_failure(
    world: World, coordinator: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("disk <full>")

    await a_year(world, coordinator)
    monkeypatch.setattr("bot.report_process.OneProcess", broken)
    await coordinator.says("/bericht 2027")

    assert coordinator.last.text == "Tätigkeitsbericht 2027 konnte nicht erstellt werden."
    assert MOMENT not in [message.text for message in coordinator.messages]


async def test_the_report_comes_as_files_made_elsewhere(
    world: World, anna: Person, coordinator: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)  # here it cannot be imported
    await a_year(world, coordinator)
    await coordinator.says("/bericht 2027")
    world.telegram.settled = None
    await coordinator.taps("Bericht 2027 als Dateien")
    await coordinator.taps("Bericht 2027 als Dateien")
    await world.settled()
    found = {m.document.name: m.document.content for m in coordinator.messages if m.document}
    begun = "Tätigkeitsbericht 2027 wird erstellt.\nDie Zahlen werden zusammengestellt."
    said = changes(world, coordinator)
    told = said[said.index(begun) :]

    assert {form_of(name) for name in found} == FORMS
    assert [form_of(name) for name in found][:2] == ["kurz.pdf", "kurz.docx"]
    assert len(files(coordinator)) == len(FORMS)
    assert found["bericht-rhein-kreis-neuss-2027-zwischenstand.pdf"].startswith(b"%PDF")
    assert all(" von 7: " in text for text in told[1:-1])  # those that were not overtaken
    assert told[-1].startswith("Tätigkeitsbericht 2027 ist fertig")


async def versions(world: World) -> int:
    async with world.bot.database.reading() as store:
        return len(await store.years.published(2027))


@pytest.mark.wide
async def test_what_is_handed_out_of_a_year_that_is_over_counts_as_published(
    world: World, coordinator: Person
) -> None:
    await a_year(world, coordinator)
    await coordinator.says("/bericht 2027")
    await coordinator.taps("Bericht 2027 als Dateien")

    assert await versions(world) == 0
    assert "gilt nun als veröffentlicht" not in changes(world, coordinator)[-1]

    await world.moves_to(STARTS.replace(year=2028, month=1, day=10))
    public, own = "Bericht 2027 als Dateien", "Nur mein Jugendamt (intern)"
    for wanted in (public, public, own):
        await coordinator.says("/bericht 2027")
        await coordinator.taps(wanted)

        assert await versions(world) == 3  # page and chart, and the files, which say more
    said = [text for text in changes(world, coordinator) if "gilt nun als veröffentlicht" in text]
    assert len(said) == 2


async def test_figures_of_a_year_that_is_over_are_remembered_before_they_are_shown(
    world: World, coordinator: Person
) -> None:
    await a_year(world, coordinator)
    await coordinator.says("/bericht 2027")

    assert await versions(world) == 0  # interim figures stay inside

    await world.moves_to(STARTS.replace(year=2028, month=1, day=10))
    await coordinator.says("/bericht 2027")

    assert await versions(world) == 2  # the page and the chart of districts


async def test_a_page_that_knows_nothing_of_a_version_between_is_made_anew(
    world: World, coordinator: Person
) -> None:
    await a_year(world, coordinator)
    await world.moves_to(STARTS.replace(year=2028, month=1, day=10))
    await coordinator.says("/bericht 2027")
    lane, seen = world.bot.reports._lanes[0], []

    def made(name: str) -> None:
        if name == "report_made":
            seen.append(name)
            lane._newest = 0 if len(seen) == 1 else lane._newest  # as if gathered before

    lane._desk = replace(lane._desk, failpoint=made)
    before = len(changes(world, coordinator))
    await coordinator.taps("Nach Jugendamt und Handlungsfeld")

    assert len(seen) == 2
    assert len(changes(world, coordinator)) == before + 1


async def test_a_report_that_fails_says_so(
    world: World, coordinator: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError("disk <full>")

    await a_year(world, coordinator)
    await coordinator.says("/bericht 2027")
    monkeypatch.setattr("bot.report_process.OneProcess", broken)
    await coordinator.taps("Bericht 2027 als Dateien")

    assert changes(world, coordinator)[-1] == "Tätigkeitsbericht 2027 konnte nicht erstellt werden."
    assert "Noch einmal versuchen" in coordinator.labels
    assert not await rows(world)

    monkeypatch.undo()
    await coordinator.taps("Noch einmal versuchen")

    assert len(files(coordinator)) == len(FORMS)


async def test_ones_own_office_is_open_and_marked_as_internal(
    world: World, coordinator: Person
) -> None:
    await a_year(world, coordinator)
    await coordinator.says("/bericht 2027")
    await coordinator.taps("Nur mein Jugendamt (intern)")
    csv = next(m.document for m in coordinator.messages if m.document and "csv" in m.document.name)
    told = changes(world, coordinator)[-1]

    assert csv.name == "bericht-rhein-kreis-neuss-2027-rkn-kaarst-intern.csv"
    assert "Jugendamt der Stadt Kaarst;;Teilnahmen;2;2" in csv.content.decode()
    assert "Nur für den Dienstgebrauch." in told
    assert all("Dienstgebrauch" in m.text for m in coordinator.messages if m.document)


async def test_who_has_no_office_is_offered_none(world: World, coordinator: Person) -> None:
    await coordinates(world, coordinator, COUNTY_WIDE, Role.LEAD)
    await coordinator.says("/bericht 2027")

    assert "Nur mein Jugendamt (intern)" not in coordinator.last.labels

    await hand(world, coordinator, "Intern", MakeOwn(2027))
    await coordinator.taps("Intern")

    assert coordinator.toast == "Diese Auswahl ist nicht mehr aktuell."


async def test_a_quarter_comes_as_text_and_as_files(world: World, coordinator: Person) -> None:
    await a_year(world, coordinator)
    await coordinator.says("/bericht 2027")
    await coordinator.taps("Quartalszahlen (intern)")

    assert "2. Quartal 2027" not in coordinator.labels

    await coordinator.taps("1. Quartal 2027")
    told = changes(world, coordinator)[-1]

    assert told.startswith("Hauptzahlen, 1. Quartal 2027\n\nVeranstaltungen: 1\n")
    assert "Teilnahmen: 19" in told
    assert "Nur für den Dienstgebrauch." in told

    await coordinator.taps("Quartal als Dateien")

    assert "bericht-rhein-kreis-neuss-2027-q1-intern.pdf" in files(coordinator)


async def asked(world: World, coordinator: Person) -> None:
    """Let a report be asked for and nothing be made yet, as if the process died at once."""
    await a_year(world, coordinator)
    await coordinator.says("/bericht 2027")
    async with world.bot.database.transaction() as store:
        person = await store.persons.by_chat(in_chat(coordinator.id))
        assert person is not None
        await store.reports.ask(person.id, Wanted(2027), "de", None, world.clock.now())


async def test_a_report_is_taken_up_again_after_a_crash_and_comes_once(
    world: World, coordinator: Person
) -> None:
    await asked(world, coordinator)
    async with world.bot.database.transaction() as store:  # a process that died in the middle
        held = await store.reports.claim(LONG, "dead", world.clock.now())
    assert isinstance(held, Request)
    await world.settled()

    assert files(coordinator) == []  # it may still be alive

    await world.moves(LEASE)

    assert len(files(coordinator)) == len(FORMS)

    async with world.bot.database.transaction() as store:  # the dead one was only slow
        handed_out = await store.reports.done(held.id, "dead")
    await world.moves(2 * LEASE)

    assert not handed_out
    assert len(files(coordinator)) == len(FORMS)
    assert not await rows(world)


async def test_a_report_broken_off_by_a_stop_is_made_by_the_next_process(
    world: World, coordinator: Person
) -> None:
    await asked(world, coordinator)
    world.bot.reports.wake()
    while not await claimed(world):  # noqa: ASYNC110 - another task claims it
        await asyncio.sleep(0.01)
    await world.bot.reports.stop()

    assert files(coordinator) == []
    assert await rows(world) == 1

    await world.settled()

    assert len(files(coordinator)) == len(FORMS)
    assert not await rows(world)


async def test_who_was_too_slow_hands_nothing_out(world: World, coordinator: Person) -> None:
    await asked(world, coordinator)
    world.bot.reports.wake()
    while not await claimed(world):  # noqa: ASYNC110 - another task claims it
        await asyncio.sleep(0.01)
    taken_over = {"owner": "another", "lease_until": world.clock.now() + 100 * LEASE}
    async with world.bot.database.engine.begin() as connection:
        await connection.execute(sa.update(report_request).values(**taken_over))
    await world.settled()

    assert files(coordinator) == []
    assert await rows(world) == 1


async def claimed(world: World) -> bool:
    async with world.bot.database.reading() as store:
        return not await store.reports.waiting(LONG, world.clock.now())


async def test_two_processes_never_make_the_same_report(world: World, coordinator: Person) -> None:
    await asked(world, coordinator)

    async def claim(owner: str) -> object:
        async with world.bot.database.transaction() as store:
            return await store.reports.claim(LONG, owner, world.clock.now())

    found: Sequence[object] = await asyncio.gather(claim("one"), claim("two"), claim("three"))

    assert sum(each is not None for each in found) == 1


async def test_a_report_that_kills_its_process_is_given_up(
    world: World, coordinator: Person
) -> None:
    await asked(world, coordinator)
    for _ in range(MOST_ATTEMPTS):
        async with world.bot.database.transaction() as store:
            assert await store.reports.claim(LONG, "dead", world.clock.now())
        world.clock.move(LEASE)
    await world.settled()

    assert files(coordinator) == []
    assert "konnte nicht erstellt werden" in coordinator.last.text
    assert not await rows(world)


async def test_who_leaves_gets_no_report(world: World, coordinator: Person) -> None:
    await asked(world, coordinator)
    async with world.bot.database.transaction() as store:
        person = await store.persons.by_chat(in_chat(coordinator.id))
        assert person is not None
        await store.persons.erase(person.id)

    assert not await rows(world)

    await world.settled()

    assert files(coordinator) == []
