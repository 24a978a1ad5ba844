"""What somebody asks for by letter is done on the command line, and written into the access log."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from subprocess import CompletedProcess
from zoneinfo import ZoneInfo

import pytest

from domain.channel import in_chat
from domain.localtime import local_day
from domain.person import Newcomer, Place
from domain.register import register
from domain.vocabulary import EventStatus, Role, Sector
from storage import migrate
from storage.crypto import Vault, new_key
from storage.database import Database
from tests.process.support import call
from tests.storage.test_registrations import plan

pytestmark = pytest.mark.process
KIM, CHAT = "Kim Muster", 4711
#: In the network it is the first of a month, and of a year, while it is still December in UTC.
NIGHT = datetime(2029, 12, 31, 23, 30, tzinfo=UTC)


class Desk:
    """A database with Kim, who registered, and a lead; and the command line beside it, at NIGHT."""

    def __init__(self, folder: Path) -> None:
        self.folder, key = folder, new_key()
        url = f"sqlite:///{folder / 'kim.db'}"
        ahead = (NIGHT - datetime.now(UTC)).total_seconds()
        (folder / "shift").write_text(f"{ahead:.3f}", encoding="ascii")
        self.settings = {
            "MOVED": str(folder),
            "NETZBOTE_BOT_TOKEN": "1:demo",
            "NETZBOTE_ENCRYPTION_KEYS": key,
            "NETZBOTE_DATABASE_URL": url,
        }
        self.database = Database(url, Vault([key]), "rhein-kreis-neuss")

    async def opens(self) -> None:
        await migrate.upgrade(self.database.engine)
        day = local_day(NIGHT, ZoneInfo("Europe/Berlin"))
        lead = Newcomer(in_chat(1), Role.LEAD, Place("rkn-neuss", Sector.YOUTH_OFFICE))
        kim = Newcomer(
            in_chat(CHAT), Role.SPECIALIST, Place("rkn-kaarst", Sector.SCHOOL), "de", KIM
        )
        async with self.database.transaction() as store:
            await store.persons.add(lead, day)
            member = await store.persons.add(kim, day)
            soon = plan(NIGHT)
            training = await store.trainings.add(soon, "rkn-kaarst", None, EventStatus.PUBLISHED)
            await register(store.registrations, training.id, member, NIGHT)

    def says(self, *words: str) -> str:
        """Call a command and return what it wrote."""
        done = self._calls("person", *words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refuses(self, *words: str) -> str:
        """Call a command that does not work and return its one line."""
        done = self._calls("person", *words)
        assert done.returncode == 1, done.stdout
        assert done.stderr.count("\n") == 1
        return done.stderr

    def log(self) -> list[tuple[str, str]]:
        """Return the roles and deeds of the access log of this month."""
        done = self._calls("access-log", "--json")
        return [(each["role"], each["deed"]) for each in json.loads(done.stdout)]

    def _calls(self, *words: str) -> CompletedProcess[str]:
        return call(*words, settings=self.settings, cwd=self.folder, program="moved")


async def test_a_letter_is_answered_from_the_command_line(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    await desk.opens()

    [found] = json.loads(desk.says("find", "--name", "kim muster", "--json"))
    assert (found["number"], found["institution"], found["sector"]) == (2, "rkn-kaarst", "school")
    assert json.loads(desk.says("find", "--training", "1", "--code", "1", "--json")) == [found]
    assert "no member is found" in desk.refuses("find", "--name", "Nobody Here")
    assert "name the member" in desk.refuses("find")
    assert "there is no member 9" in desk.refuses("show", "9")

    desk.says("export", "2", "--out", "kim.json")
    told = json.loads((tmp_path / "kim.json").read_text(encoding="utf-8"))
    assert told == {**json.loads(desk.says("show", "2")), "as_of": told["as_of"]}
    assert told["person"]["chat_id"] == CHAT
    assert len(told["registrations"]) == 1
    assert (tmp_path / "kim.json").stat().st_mode & 0o077 == 0

    assert "say what is right" in desk.refuses("correct", "2")
    assert "not in this network" in desk.refuses("correct", "2", "--institution", "nowhere")
    assert "belongs to the office" in desk.refuses("correct", "1", "--institution", "rkn-kaarst")
    desk.says("correct", "2", "--name", "Kim Beispiel", "--institution", "rkn-neuss")
    desk.says("restrict", "2")
    async with desk.database.reading() as store:
        kim = await store.persons.get(2)
        assert kim is not None
        assert (kim.name, kim.office, kim.restricted) == ("Kim Beispiel", "rkn-neuss", True)
    desk.says("restrict", "2", "--lift")

    assert "add --yes" in desk.refuses("erase", "2")
    assert "the last lead" in desk.refuses("erase", "1", "--yes")
    desk.says("erase", "2", "--yes")
    async with desk.database.reading() as store:
        assert await store.persons.get(2) is None
    await desk.database.close()

    log = desk.log()
    assert {role for role, _ in log} == {"operator"}
    assert {deed for _, deed in log} == {"member", "corrected", "restricted", "ended"}
