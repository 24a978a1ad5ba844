"""What people do with marked names and texts: everything that touches a name, with a real bot."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sqlite3
import time
from datetime import datetime, timedelta
from pathlib import Path

from bot.demo.day_scene import number_of
from bot.demo.phones import Cast, StagePart
from bot.demo.scene import does, minutes_pass
from bot.demo.stage import GLANCE, NETWORK, PATIENCE
from bot.demo.tale import Tale
from bot.network_file import load
from domain.vocabulary import Role, Sector
from standin.api.sending import photo
from standin.http.page import Phone, both
from standin.people.person import PIXEL, Person
from standin.world.files import UploadedFile
from tests.process.apart import Apart
from tests.process.killing import killed, spread, steps_of
from tests.process.support import call

KAARST, NEUSS, ANNA, BEN = 8_412_907_311, 8_412_907_412, 7_345_678_901, 6_230_945_178
#: What each mark is, by what the tables call it. Each word of a text is looked for.
MARKS: dict[str, str | int] = {
    "name": "Kanaria Zeisiggrün",
    "corrected name": "Dompfaffine Kernbeißerin",
    "name of another": "Bekassin Zaunkönigs",
    "chat": ANNA,
    "chat of the hosts": KAARST,
    "profile": "Vornamlich Nachnamlich nutzernamlich",
    "typed unasked": "Freitextkuckuck",
    "telephone": 4_921_315_550_147,
    "contact sent": "Kontaktkauz Adressbussard",
    "caption": "Bildunterschriftmeise",
    "file sent": "Dateidrossel",
    "title": "Titelspecht",
    "description": "Beschreibungsstar",
    "word to many": "Rundschreibente",
    "failing title": "Fehltitelbussard",
    "echo of the channel": "Echohabicht",
    "half typed": "Halbtitelfink",
    "imported": "Importamsel",
    "assessment": "Bewertungsreiher",
    "certificate": "Scheinwachtel Urkundenweihe",
}
TITLE = f"{MARKS['title']} im Gespräch"
_MEMBERS = {
    KAARST: StagePart(Role.COORDINATOR, "rkn-kaarst"),
    NEUSS: StagePart(Role.COORDINATOR, "rkn-neuss"),
    ANNA: StagePart(Role.SPECIALIST, "rkn-neuss", Sector.YOUTH_OFFICE),
    BEN: StagePart(Role.SPECIALIST, "rkn-kaarst", Sector.SCHOOL),
}
CAST = Cast(
    tuple(Phone(who, both("Vornamlich"), both("Arbeit")) for who in _MEMBERS), dict(_MEMBERS)
)
TALE = Tale((), lambda: load(NETWORK), CAST)
#: A database may refuse at any time, and its error tells what it was given.
_REFUSES = "refuses BEFORE INSERT ON training BEGIN SELECT RAISE(ABORT, 'refused'); END"


class Story:
    """The story, part by part."""

    def __init__(self, stage: Apart, folder: Path) -> None:
        self.stage, self.folder = stage, folder
        for who in _MEMBERS:
            person = stage.person(who)
            person.user |= {"last_name": "Nachnamlich", "username": "nutzernamlich"}

    async def does(self, who: int, *steps: str) -> Person:
        """Let somebody do something, a while after what was before."""
        await minutes_pass(self.stage)
        person = await does(self.stage, who, *steps)
        await self.stage.settled()
        return person

    async def joins(self) -> None:
        """Let the four come in, two of them with a name."""
        names = {ANNA: f"„{MARKS['name']}“", BEN: f"„{MARKS['name of another']}“"}
        for who in _MEMBERS:
            await self.stage.person(who).opens(await self.stage.invitation(who))
            await self.stage.settled()
            await self.does(who, "Einverstanden", names.get(who, "Ohne Namen weiter"))

    async def sends_what_nobody_asked_for(self) -> None:
        """Let somebody type, and send a contact, a picture with words and a file."""
        anna, files = self.stage.person(ANNA), self.stage.telegram.world.files
        picture = photo(files.keep(UploadedFile("photo.png", PIXEL, "image/png"), "photos"))
        first, last = str(MARKS["contact sent"]).split()
        number = f"+{MARKS['telephone']}"
        await anna.says(f"Das Kind von {MARKS['typed unasked']} hat blaue Flecken")
        await anna.sends(
            {"contact": {"phone_number": number, "first_name": first, "last_name": last}}
        )
        await anna.sends({"photo": picture, "caption": str(MARKS["caption"])})
        await anna.uploads(f"{MARKS['file sent']}.pdf", b"%PDF-", caption=str(MARKS["caption"]))
        await self.stage.settled()

    async def plans(self) -> None:
        """Let the hosts plan and announce, and have a programme taken in."""
        await self.does(
            KAARST, "/neu", f"„{TITLE}“", "Zusammenarbeit und Praxis",
            "Interdisziplinäre Zusammenarbeit", "Fachtag", "„Stadthalle Kaarst“", "„12.3.27 9-16“",
            "Veröffentlichen und ankündigen", "Alle im Netzwerk", "Jetzt senden",
        )  # fmt: skip
        await self.does(
            KAARST, "/verwalten", "1. …", "Ändern", "Beschreibung",
            f"„{MARKS['description']} mit Übungen.“", "Ja, ändern?",
        )  # fmt: skip
        head = "Titel;Thema;Format;Durchführung;Datum;Beginn;Ende"
        row = f"{MARKS['imported']};Trauma;Seminar;Online;04.05.2027;9;12:30"
        (self.folder / "programme.csv").write_text(f"{head}\n{row}\n", encoding="utf-8")
        await self.calls("trainings", "import", "programme.csv", "--host", "rkn-kaarst")

    async def fails(self) -> None:
        """Let the database refuse a title, and Telegram quote a message; leave a draft."""
        self._database(f"CREATE TRIGGER {_REFUSES}")
        await self.does(
            KAARST, "/neu", f"„{MARKS['failing title']} und mehr“",
            "Zusammenarbeit und Praxis", "Interdisziplinäre Zusammenarbeit", "Fachtag",
            "„Stadthalle Kaarst“", "„12.5.27 9-16“", "Nur veröffentlichen",
        )  # fmt: skip
        self._database("DROP TRIGGER refuses")
        assert "update failed" in self.stage.process.told()
        await self.stage.moves_to(self.stage.clock.now() + timedelta(hours=1))
        quoted = f'Bad Request: can\'t parse: "{MARKS["echo of the channel"]}" of {ANNA}'
        for code in (400, 500):
            self.stage.telegram.fault("sendMessage", "code", code=code, description=quoted)
            await self.does(BEN, "/termine")
            await self.stage.moves_to(self.stage.clock.now() + timedelta(minutes=10))
        await self.does(KAARST, "/neu", f"„{MARKS['half typed']} und mehr“")

    def _database(self, statement: str) -> None:
        with contextlib.closing(sqlite3.connect(self.folder / "canary.db", timeout=60)) as one:
            one.execute(statement)

    async def registers(self) -> None:
        """Let two register, one correct the name, both ask for their data; hosts write to them."""
        for who in (ANNA, BEN):
            await self.does(who, "/termine", "1. …", "Anmelden")
        await self.does(ANNA, "/auskunft")
        await self.does(
            ANNA, "/korrigieren", "Namen ändern", f"„{MARKS['corrected name']}“"
        )  # fmt: skip
        for who in (ANNA, BEN):
            await self.does(who, "/auskunft")
        await self.does(
            KAARST, "/verwalten", "1. …", "Nachricht", "Angemeldete und Warteliste",
            f"„{MARKS['word to many']} für alle.“", "Jetzt senden",
        )  # fmt: skip
        await minutes_pass(self.stage)

    async def lists(self) -> None:
        """Show and print lists: once the process that prints dies of it."""
        await self.does(KAARST, "/verwalten", "1. …", "Wer angemeldet ist")
        await self.does(NEUSS, "/mitglieder")
        await self.does(KAARST, "/verwalten", "1. …", "Drucken")
        await self.is_killed(KAARST, "Liste für die Tür")
        for label in ("Liste für die Tür", "Liste als Tabelle"):
            await self.does(KAARST, "/verwalten", "1. …", "Drucken", label)

    async def is_over(self) -> None:
        """Close it, certify who was there, and certify one name that is typed."""
        await self.stage.moves_to(at(12, 16, 30))
        await self.does(KAARST, "Abschließen", "So abschließen")
        past = ("/verwalten", "Vergangene", "1. …", "Drucken")
        name = f"„{MARKS['certificate']}“"
        host = await self.does(KAARST, *past, "Einzelne Bescheinigung", name)
        units = next((label for label in host.last.labels if label.endswith(" UE")), "")
        await self.does(KAARST, *([units] if units else []))
        await self.does(KAARST, *past, "Bescheinigungen für alle")

    async def reports(self) -> None:
        """Say something of the year, and have its report made: once its process dies of it."""
        await self.does(
            KAARST, "/bericht", "2027", "Fachliche Bewertung", "Bewertung schreiben",
            f"„Die Zusammenarbeit {MARKS['assessment']} ist gelungen und wird fortgesetzt.“",
            "So übernehmen",
        )  # fmt: skip
        await self.does(KAARST, "/bericht", "2027")
        await self.is_killed(KAARST, "Bericht 2027 als Dateien")
        await self.does(KAARST, "/bericht", "2027", "Bericht 2027 als Dateien")

    async def is_killed(self, who: int, label: str) -> None:
        """Ask for a file, and end by signal 9 what sets it in type, once it has begun."""
        bot, deadline = self.stage.process.pid, time.monotonic() + PATIENCE
        before = set(makers(bot))
        await self.stage.person(who).taps(label)
        while not (found := [each for each in set(makers(bot)) - before if at_work(each)]):
            assert time.monotonic() < deadline, self.stage.process.told()
            await asyncio.sleep(GLANCE)
        for number in found:
            os.kill(number, signal.SIGKILL)
        await self.stage.settled()

    async def calls(self, *words: str) -> str:
        """Call a command at the hour of the story; what it said is kept in a file."""
        settings, cwd = self.stage.settings, self.folder
        done = await asyncio.to_thread(call, *words, settings=settings, cwd=cwd, program="moved")
        assert done.returncode == 0, done.stdout + done.stderr
        with (self.folder / "commands.log").open("a", encoding="utf-8") as log:
            log.write(done.stdout + done.stderr)
        return done.stdout

    async def is_run(self) -> None:
        """Do what whoever runs the bot does: print, report, export, back up; some is killed."""
        number = await number_of(self.stage, TITLE)
        settings, cwd = self.stage.settings, self.folder
        prints = ("paper", "door-list", str(number), "--out", "printed")
        (cwd / "printed").mkdir()
        steps = await asyncio.to_thread(steps_of, *prints, settings=settings, cwd=cwd)
        for step in spread(steps, 4):
            await asyncio.to_thread(killed, *prints, at=step, settings=settings, cwd=cwd)
        (cwd / "steps").unlink()
        await self.calls(*prints)
        await self.calls("report", "2027", "--out", "report")
        (cwd / "ledger.csv").write_text(await self.calls("ledger", "export", "2027", "2027"))
        await self.calls("backup", "backups")
        await self.calls("access-log")
        await self.calls("deliveries", "list")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return a moment of the March in which it takes place."""
    return datetime(2027, 3, day, hour, minute, tzinfo=TALE.network().zone)


def makers(parent: int) -> list[int]:
    """Return the processes that a process has begun to make files."""
    tasks = Path(f"/proc/{parent}/task").glob("*/children")
    children = [int(each) for task in tasks for each in task.read_text(encoding="ascii").split()]
    return [each for each in children if b"spawn_main" in _facts(each, "cmdline")]


def at_work(process: int) -> bool:
    """Return whether a process has loaded what sets in type."""
    return b"typst" in _facts(process, "maps")


def _facts(process: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{process}/{name}").read_bytes()
    except OSError:
        return b""
