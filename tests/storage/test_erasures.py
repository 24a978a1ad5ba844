"""The journal of erasures: on the disk before anybody is gone, and never short of a line."""

from __future__ import annotations

import threading
from datetime import timedelta
from pathlib import Path

import pytest

from domain.channel import in_chat
from domain.person import Newcomer, Person, Place
from domain.vocabulary import Role, Sector
from storage.crypto import Vault, new_key
from storage.database import Database
from storage.erasures import Erasures, ErasuresProblem, Gone, JournalStand
from tests.conftest import NETWORK, NOW

ONE, TWO = (Gone("person", n, "ab" * 32, "12345678") for n in (1, 2))
DAY = timedelta(days=1)
PLACE = Place("rkn-kaarst", Sector.POLICE)


@pytest.fixture
def journal(tmp_path: Path) -> Erasures:
    return Erasures(tmp_path / "erasures.jsonl", lambda: NOW)


def test_lines_are_numbered_on_whoever_writes_them(journal: Erasures) -> None:
    begun = journal.begin()

    def write() -> None:
        for _ in range(10):
            journal.note("x", [ONE, TWO])

    writers = [threading.Thread(target=write) for _ in range(4)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    stand, entries = journal.read()

    assert stand == JournalStand(begun.journal, 80)
    assert [each.n for each in entries] == list(range(1, 81))
    assert {each.gone for each in entries} == {ONE, TWO}
    assert journal.path.stat().st_mode & 0o777 == 0o600


def test_what_no_backup_needs_goes_and_numbers_go_on(journal: Erasures) -> None:
    later = Erasures(journal.path, lambda: NOW + 2 * DAY)
    journal.note("x", [ONE])
    later.note("x", [TWO])
    before = journal.begin()

    assert journal.forget((NOW + DAY).date()) == 1
    assert journal.forget((NOW + 3 * DAY).date()) == 1
    journal.note("x", [ONE])
    stand, entries = journal.read()
    assert (stand.journal, [each.n for each in entries]) == (before.journal, [3])


def test_half_a_line_was_never_acted_upon(journal: Erasures) -> None:
    journal.note("x", [ONE])
    with journal.path.open("a") as file:
        file.write('{"n": 2, "on"')
    journal.note("x", [TWO])

    assert [each.gone for each in journal.read()[1]] == [ONE, TWO]


def test_what_is_missing_or_damaged_is_said(journal: Erasures) -> None:
    with pytest.raises(ErasuresProblem, match="without it erased people would come back"):
        journal.read()
    journal.path.write_text("no journal\n")
    with pytest.raises(ErasuresProblem, match="is damaged"):
        journal.note("x", [ONE])


async def _joined(database: Database, chat_id: int) -> Person:
    async with database.transaction() as store:
        return await store.persons.add(
            Newcomer(in_chat(chat_id), Role.SPECIALIST, PLACE), NOW.date()
        )


async def test_erasing_is_noted_by_a_look_up_key_and_nothing_else(
    database: Database, vault: Vault, journal: Erasures
) -> None:
    database.erasures = journal
    first, kept = await _joined(database, 4711), await _joined(database, 4712)
    async with database.transaction() as store:
        await store.access.add(Newcomer(in_chat(4713), Role.SPECIALIST, PLACE), NOW)
        await store.access.drop(in_chat(4713))
        await store.persons.erase(first.id)
    _, entries = journal.read()
    text = journal.path.read_text()

    assert [(each.gone.table, each.gone.key, each.gone.version) for each in entries] == [
        ("person", vault.lookup(4711).hex(), vault.version),
        ("access_request", vault.lookup(4713).hex(), vault.version),
    ]
    assert "4711" not in text
    assert kept.id not in {each.gone.row for each in entries if each.gone.table == "person"}


async def test_nobody_is_erased_whom_the_journal_cannot_note(
    database: Database, tmp_path: Path
) -> None:
    database.erasures = Erasures(tmp_path / "missing" / "erasures.jsonl", lambda: NOW)
    person = await _joined(database, 4711)

    with pytest.raises(ErasuresProblem):
        async with database.transaction() as store:
            await store.persons.erase(person.id)

    async with database.reading() as store:
        assert await store.persons.get(person.id) is not None


async def test_who_came_back_as_somebody_new_stays(database: Database, journal: Erasures) -> None:
    """The journal is played again and again, also over a newer database."""
    database.erasures = journal
    first = await _joined(database, 4711)
    async with database.transaction() as store:
        await store.persons.erase(first.id)
    again, other = await _joined(database, 4711), await _joined(database, 4712)
    gone = [each.gone for each in journal.read()[1]]
    async with database.transaction() as store:
        assert await store.restoring.erased_since(gone) == ([], [])
        older = [Gone(each.table, other.id, each.key, each.version) for each in gone]
        assert await store.restoring.erased_since(older) == ([again.id], [])
        await store.restoring.number_on([Gone("person", 900, "00", "")])
        await store.restoring.number_on([Gone("person", 5, "00", "")])

    assert (await _joined(database, 4713)).id == 901


async def test_a_newer_key_still_finds_who_was_erased(database_url: str) -> None:
    """The row was sealed with one key, the journal speaks of another: it is known by both."""
    first, newest = new_key(), new_key()
    older = Database(database_url, Vault([first]), NETWORK)
    person = await _joined(older, 4711)
    await older.close()
    both = Database(database_url, Vault([newest, first]), NETWORK)
    gone = Gone("person", person.id, Vault([newest]).lookup(4711).hex(), Vault([newest]).version)
    async with both.transaction() as store:
        assert await store.restoring.erased_since([gone]) == ([person.id], [])
    await both.close()
