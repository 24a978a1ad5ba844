"""A backup is made while the bot runs; what comes back brings nobody back, and sends nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.clock import system_clock
from domain.announce_audience import Audience
from domain.channel import in_chat
from domain.delivery import Kind, Letter, State
from domain.message import Message
from domain.network import Network
from domain.person import Newcomer, Place
from domain.vocabulary import Role, Sector
from storage.erasures import Erasures
from storage.store import Store
from tests.fixtures.databases import admin
from tests.process.conftest import TITLE, House
from tests.process.support import call, until

pytestmark = [pytest.mark.process, pytest.mark.differs, pytest.mark.usefixtures("programs")]

PLACE = Place("rkn-kaarst", Sector.POLICE)
EARLIER, LATER = timedelta(hours=-1), timedelta(days=1)


class Kept(House):
    """A house with a journal of erasures, whose database can be lost."""

    def says(self, *words: str, code: int = 0, **settings: str) -> str:
        done = call(*words, settings={**self.settings, **settings}, cwd=self.folder)
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def loses(self) -> None:
        """Leave an empty place where the database was."""
        address = self.settings["NETZBOTE_DATABASE_URL"]
        if address.startswith("sqlite"):
            for ending in ("", "-wal", "-shm"):
                Path(f"{address.partition(':///')[2]}{ending}").unlink(missing_ok=True)
            return
        name = str(sa.make_url(address).database)
        server = address.replace(f"/{name}?", "/{}?")
        admin(server, f"DROP DATABASE {name} WITH (FORCE)")
        admin(server, f"CREATE DATABASE {name}")

    def members(self) -> set[int]:
        async def ask(store: Store) -> set[int]:
            rows = await store.persons.many(range(1, 20))
            return {int(each.address.name) for each in rows.values()}

        return self.asks(ask)

    def joins(self, *chats: int) -> dict[int, int]:
        async def add(store: Store) -> dict[int, int]:
            now = datetime.now(UTC)
            newcomers = [Newcomer(in_chat(chat), Role.SPECIALIST, PLACE) for chat in chats]
            return {
                int(n.address.name): (await store.persons.add(n, now.date())).id for n in newcomers
            }

        return self.asks(add)

    def writes(self, key: str, person_id: int, due: timedelta, kind: Kind = Kind.ALERT) -> None:
        async def put(store: Store) -> None:
            at = datetime.now(UTC) + due
            letter = Letter(key, kind, at, person_id=person_id, message=Message(f"<{key}>"))
            await store.deliveries.put(letter)

        self.asks(put)

    def erases(self, person_id: int) -> None:
        """Erase somebody as the bot does it, with the journal."""
        journal = Erasures(Path(self.settings["NETZBOTE_ERASURES_FILE"]), system_clock)

        async def erase(store: Store) -> None:
            await store.persons.erase(person_id)
            journal.note("rhein-kreis-neuss", store.gone)

        self.asks(erase)


@pytest.fixture
def kept(house: House) -> Iterator[Kept]:
    (house.folder / "backups").mkdir()
    journal = {"NETZBOTE_ERASURES_FILE": str(house.folder / "backups" / "erasures.jsonl")}
    made = Kept(house.folder, house.sim, house.settings | journal)
    yield made
    for bot in made.bots:
        bot.close()


def test_a_backup_comes_back_without_who_was_erased_and_holds_what_waits(kept: Kept) -> None:
    bot = kept.starts()
    until(lambda: "started" in bot.told())
    people = kept.joins(101, 102, 103)
    kept.writes("later", people[101], LATER)
    said = kept.says("backup", "backups/one.backup")
    kept.erases(people[102])
    assert bot.stops() == 0
    kept.loses()

    back = kept.says("restore", "backups/one.backup")
    again = kept.says("restore", "backups/one.backup", code=1)

    assert re.search(r"one.backup written and read again: [\d,]+ bytes", said)
    assert kept.members() == {101, 103}
    assert "Erased again: 1." in back
    assert re.search(r"alert +1 +20\d\d-", back)
    assert "netzbote restore --go" in back
    assert "is not empty" in again

    kept.writes("now", people[101], EARLIER)
    bot = kept.starts()
    until(lambda: "sending is held: netzbote restore --go" in bot.told())
    until(lambda: "polled" in bot.told() or "started" in bot.told())
    assert kept.counts()["scheduled"] == 2
    assert kept.says("restore", "--go").endswith("It goes out from now on.\n")
    until(lambda: kept.counts().get("scheduled") == 1)
    assert "sending is not held" in kept.says("restore", "--go", code=1)


def test_what_was_due_before_is_in_doubt_for_good(kept: Kept) -> None:
    people = kept.joins(101)
    kept.writes("earlier", people[101], EARLIER)
    kept.writes("later", people[101], LATER)
    kept.says("backup", "backups/one.backup")
    kept.loses()
    said = kept.says("restore", "backups/one.backup")
    kept.says("restore", "--go")

    async def ask(store: Store) -> int:
        return await store.deliveries.resend_unknown(datetime.now(UTC) + timedelta(days=300))

    assert "In doubt, as due before now: 1." in said
    assert kept.counts() == {State.UNKNOWN: 1, State.SCHEDULED: 1}
    assert kept.asks(ask) == 0


def test_what_is_planned_for_later_is_listed_too(kept: Kept, network: Network) -> None:
    """Announcements that have no messages yet, and reminders that wait for their day."""
    people = kept.joins(101)
    kept.writes("soon", people[101], LATER, Kind.REMINDER)
    number = kept.plans(network)

    async def announce(store: Store) -> None:
        training = await store.trainings.get(number)
        assert training is not None
        for due in (EARLIER, LATER, 2 * LATER):
            await store.broadcasts.add(training, Audience(), datetime.now(UTC) + due, None)

    kept.asks(announce)
    kept.says("backup", "backups/one.backup")
    kept.loses()
    said = kept.says("restore", "backups/one.backup")
    goes = kept.says("restore", "--go")

    assert "Announcement 1 was due before now and is called off" in said
    for told in (said, goes):
        listed = told.partition("What would go out:")[2]
        assert re.search(r"\nreminder +1 +20", listed)
        assert re.findall(rf"\n(\d) +20[-\d]+ [:\d]+ +{TITLE}", listed) == ["2", "3"]


def test_without_the_right_journal_nothing_comes_back(kept: Kept) -> None:
    kept.joins(101)
    journal = Path(kept.settings["NETZBOTE_ERASURES_FILE"])
    kept.says("backup", "backups/one.backup")
    older = journal.read_text()
    kept.erases(1)
    kept.says("backup", "backups/two.backup")
    kept.loses()

    journal.rename(f"{journal}.away")
    missing = kept.says("restore", "backups/one.backup", code=1)
    journal.write_text(older)
    outdated = kept.says("restore", "backups/two.backup", code=1)
    journal.unlink()
    Erasures(journal, system_clock).begin()
    foreign = kept.says("restore", "backups/one.backup", code=1)
    named = kept.says("restore", "backups/two.backup", "--erasures", f"{journal}.away")

    assert "without it erased people would come back" in missing
    assert "this journal of erasures is older than the backup (line 0, at the backup 1)" in outdated
    assert "another journal of erasures" in foreign
    assert "Erased again: 0." in named
    assert kept.members() == set()


def test_a_backup_is_tried_in_a_place_of_its_own(kept: Kept) -> None:
    people = kept.joins(101, 102)
    kept.says("backup", "backups")
    kept.erases(people[101])
    (made,) = (kept.folder / "backups").glob("rhein-kreis-neuss-*.backup")
    before = sorted(path.name for path in made.parent.iterdir())
    said = kept.says("backup", "verify", str(made))
    damaged = made.with_name("damaged.backup")
    data = made.read_bytes()
    damaged.write_bytes(data[:-40] + bytes(40))

    assert "Erased again: 1." in said
    assert "It can be restored. Nothing was changed." in said
    assert kept.members() == {102}
    assert "damaged or not whole" in kept.says("backup", "verify", str(damaged), code=1)
    damaged.unlink()
    assert sorted(path.name for path in made.parent.iterdir()) == before


def test_old_backups_go_and_what_they_needed_of_the_journal(kept: Kept) -> None:
    kept.joins(101, 102)
    journal = Path(kept.settings["NETZBOTE_ERASURES_FILE"])
    kept.says("backup", "backups")
    (first,) = (kept.folder / "backups").glob("*.backup")
    old = first.with_name("rhein-kreis-neuss-2020-01-01T030000.backup")
    first.rename(old)
    kept.erases(1)
    lines = journal.read_text().splitlines()
    entry = {**json.loads(lines[1]), "on": "2020-01-01"}
    journal.write_text(f"{lines[0]}\n{json.dumps(entry)}\n")
    said = kept.says("backup", "backups", "--keep", "30")

    assert f"{old.name} deleted." in said
    assert len(list((kept.folder / "backups").glob("*.backup"))) == 1
    assert Erasures(journal, system_clock).read()[1] == []
    assert Erasures(journal, system_clock).begin().last == 1


def test_whoever_was_killed_in_the_middle_may_call_it_again(kept: Kept) -> None:
    """What a dead process leaves is what it had written until then."""
    people = kept.joins(101, 102)
    kept.says("backup", "backups/one.backup")
    kept.erases(people[102])
    kept.loses()
    address = kept.settings["NETZBOTE_DATABASE_URL"]
    kept.says("restore", "backups/one.backup")
    _as_if_half_restored(address)
    refused = kept.starts()
    assert refused.ends() == 1
    back = kept.says("restore", "backups/one.backup")
    (kept.folder / "backups" / "two.backup.part").write_bytes(b"half")
    kept.says("backup", "backups/two.backup")

    assert "half restored; call netzbote restore FILE again" in refused.told()
    assert "Erased again: 0." in back
    assert not (kept.folder / "backups" / "two.backup.part").exists()


def _as_if_half_restored(address: str) -> None:
    engine = sa.create_engine(address)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE lease SET owner = 'restoring' WHERE name = 'hold'")
    engine.dispose()
    if address.startswith("sqlite"):  # and a file that was begun
        Path(f"{address.partition(':///')[2]}.restoring").write_bytes(b"half a file")


def test_a_backup_needs_a_journal_and_a_free_name(kept: Kept) -> None:
    there = kept.folder / "there.backup"
    there.write_bytes(b"mine")
    nowhere = kept.says("backup", "one.backup", code=1, NETZBOTE_ERASURES_FILE="")

    assert "NETZBOTE_ERASURES_FILE is not set" in nowhere
    assert "is there already and stays as it is" in kept.says("backup", str(there), code=1)
    assert there.read_bytes() == b"mine"
