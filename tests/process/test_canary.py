"""Marked names, numbers and texts are played through the whole bot, and found only where allowed.

A table says of each mark all places where it is: in rows with their seals opened, and in the
bytes of files, of the log, of figures and of what went over the line. Nothing more, and nothing
less either: a place that is allowed proves that the search would see it elsewhere.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

import storage.copying  # noqa: F401 - all tables join the metadata
from bot.demo.scene import see
from storage.database import Database
from storage.tables import metadata
from tests.process.apart import Apart
from tests.process.canary import BLOCK, Watch, read, seeing, spelled
from tests.process.canary_story import ANNA, BEN, KAARST, MARKS, NEUSS, TALE, Story, at
from tests.process.support import fetch
from tests.process.test_run import free_port

#: Plays a whole training with all its papers.
pytestmark = [pytest.mark.process, pytest.mark.wide, pytest.mark.needs("pdftotext")]

WHO = {ANNA: "herself", BEN: "another", KAARST: "hosts", NEUSS: "own office"}
_FORMS = ("csv", "docx", "html", "pdf", "xlsx")
REPORT = {f"{by}.{form}" for form in _FORMS for by in ("hosts: report", "report by command: ")}
DOOR = {
    "hosts: teilnahmeliste.pdf", "hosts: teilnahmeliste.xlsx",
    "printed by command: teilnahmeliste-1.pdf",
}  # fmt: skip
CERTIFICATE, CERTIFICATES = "hosts: bescheinigung.pdf", "hosts: bescheinigungen.pdf"
CHATS = {"herself: text", "another: text", "hosts: text"}
FILES = {"herself: meine-daten.json", "another: meine-daten.json"}
CALENDARS = {"herself: termin.ics", "another: termin.ics"}
#: A title is the programme's: it is public, and lies there in clear.
OFFER = {"database file", "row: training.title"}
NAMED = {*DOOR, CERTIFICATES, "hosts: text", "row: person.name"}
ALLOWED: dict[str, set[str]] = {
    "name": {"herself: meine-daten.json", "herself: text", "row: person.name"},
    "corrected name": {
        *NAMED, "herself: meine-daten.json", "herself: text", "own office: text",
    },
    "name of another": {*NAMED, "another: meine-daten.json", "another: text"},
    "chat": {"herself: meine-daten.json", "herself: text", "row: address.sealed"},
    "chat of the hosts": {"row: address.sealed"},
    "profile": set(),
    "typed unasked": set(),
    "telephone": set(),
    "contact sent": set(),
    "caption": set(),
    "file sent": set(),
    "title": {
        *CHATS, *FILES, *CALENDARS, *DOOR, *REPORT, *OFFER, CERTIFICATE, CERTIFICATES,
        "own office: text", "said by commands",
    },
    "description": {
        *CHATS - {"hosts: text"}, *CALENDARS, CERTIFICATE, CERTIFICATES, "row: training.words",
    },
    "word to many": {*CHATS, "row: broadcast.words"},
    "failing title": {*CHATS, *OFFER},
    "echo of the channel": set(),
    "half typed": {"hosts: text", "row: draft.data"},
    "imported": {*CHATS, *OFFER, "said by commands"},
    "assessment": {*REPORT, "hosts: text", "row: assessment.words"},
    "certificate": {CERTIFICATE},
}  # fmt: skip
#: Files that hosts asked for stay in their chat: they are told to destroy them.
PAPERS_IN_CHAT = {
    f"chat of hosts: {name}"
    for name in ("teilnahmeliste.pdf", "teilnahmeliste.xlsx", "bescheinigungen.pdf")
}
#: What is left once she erased everything and the days of the training are over. «Chat of» is what
#: Telegram still shows there: a bot can take out nothing that is older than 48 hours.
AFTER: dict[str, set[str]] = {
    **{name: set() for name in MARKS},
    "name": {"chat of herself: meine-daten.json", "chat of herself: text"},
    "corrected name": {
        *PAPERS_IN_CHAT, "chat of herself: meine-daten.json", "chat of herself: text",
    },
    "name of another": {
        *PAPERS_IN_CHAT, "chat of another: meine-daten.json", "chat of another: text",
        "row: person.name",
    },
    "chat": {"chat of herself: meine-daten.json", "chat of herself: text"},
    "chat of the hosts": {"row: address.sealed"},
    "title": {
        *OFFER, *PAPERS_IN_CHAT, *(f"chat of {each}" for each in (*CHATS, *FILES, *CALENDARS)),
        *(f"chat of {each}" for each in REPORT if "hosts" in each),
        f"chat of {CERTIFICATE}", "chat of own office: text",
    },
    "description": {
        f"chat of {each}" for each in (*CHATS, *CALENDARS, CERTIFICATE, CERTIFICATES)
        if each != "hosts: text"
    },
    "word to many": {"chat of another: text", "chat of herself: text"},
    "failing title": {*OFFER, "chat of another: text", "chat of hosts: text"},
    "half typed": {"chat of hosts: text"},
    "imported": {*OFFER, "chat of another: text"},
    "assessment": {
        *(f"chat of {each}" for each in REPORT if "hosts" in each),
        "chat of hosts: text", "row: assessment.words",
    },
    "certificate": {f"chat of {CERTIFICATE}"},
}  # fmt: skip
#: Where all was looked at, and no mark is.
EMPTY = {
    "asked", "backup", "beaten", "figures", "hosts: report.png", "journal of erasures",
    "ledger.csv", "log", "network.toml", "nobody: text", "printed by command: printed",
    "programme", "report by command: ", "shift", "temporary",
}  # fmt: skip


@pytest.fixture
async def story(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Story]:
    for name in ("temporary", "backups"):
        (tmp_path / name).mkdir()
    shutil.copy(sqlite_template, tmp_path / "canary.db")
    more = {
        "TMPDIR": str(tmp_path / "temporary"),
        "NETZBOTE_LISTEN": f"127.0.0.1:{free_port()}",
        "NETZBOTE_LOG_FORMAT": "json",
        "NETZBOTE_LOG_LEVEL": "DEBUG",
        "NETZBOTE_ERASURES_FILE": str(tmp_path / "backups" / "erasures.jsonl"),
    }
    stage = Apart(TALE, tmp_path / "canary.db", tmp_path, **more)
    await stage.open()
    yield Story(stage, tmp_path)
    await stage.close()


@dataclass
class Kept:
    """The sealed values and the look-up keys that lie in the database, now and ever."""

    now: set[bytes] = field(default_factory=set)
    ever: set[bytes] = field(default_factory=set)

    def gone(self) -> set[bytes]:
        return self.ever - self.now


async def rows(stage: Apart, kept: Kept) -> list[tuple[str, bytes]]:
    """Return each column of each row there is, opened where it is sealed."""
    found = list[tuple[str, bytes]]()
    kept.now = set()
    async with stage.database.engine.connect() as connection:
        for table in metadata.sorted_tables:
            for row in (await connection.execute(sa.select(table))).mappings():
                for column, value in row.items():
                    if isinstance(value, bytes) and len(set(value)) > 1:
                        kept.now.add(value)
                    found.append((f"row: {table.name}.{column}", _told(value, stage.database)))
    kept.ever |= kept.now
    return found


def _told(value: object, database: Database) -> bytes:
    if isinstance(value, bytes):
        return database.vault.open(value).encode() if value.startswith(b"gAAAA") else value
    return str(value).encode()


def place_of(path: Path, folder: Path) -> str:
    """Return what a file is, by where it lies."""
    first, *rest = path.relative_to(folder).parts
    if first == "backups":
        return "backup" if path.suffix == ".backup" else "journal of erasures"
    if first.startswith("canary.db"):
        return "database file"
    return {
        "bot.log": "log",
        "bot.log.said": "log",
        "commands.log": "said by commands",
        "programme.csv": "programme",
        "printed": f"printed by command: {path.name}",
        "report": f"report by command: {path.suffix}",
    }.get(first, "/".join([first, *rest[:-1]]))


async def looks(watch: Watch, story: Story, kept: Kept) -> None:
    """Look at all that is kept at this moment."""
    stage = story.stage
    for place, content in await rows(stage, kept):
        watch.looks(place, content)
    for path in sorted(story.folder.rglob("*")):
        place = place_of(path, story.folder)
        watch.looks(place, str(path.relative_to(story.folder)))
        if path.is_file() and place != "programme":
            watch.looks(place, read(path))
    address = f"http://{stage.settings['NETZBOTE_LISTEN']}/metrics"
    watch.looks("figures", await asyncio.to_thread(fetch, address))


def listens(watch: Watch, story: Story) -> None:
    """Look at all that went over the line, by who got it; to whom it went is no part of it."""
    world = story.stage.telegram.world
    for call in story.stage.telegram.calls:
        given = dict(call.parameters)
        given.pop("scope", "")  # of a menu: whose it is
        asked = world.queries.get(given.pop("callback_query_id", ""))
        chat = int(given.pop("chat_id", asked.chat_id if asked else 0))
        who = WHO.get(chat, "nobody")
        watch.looks(f"{who}: text", "\n".join(given.values()))
        sent = call.result if isinstance(call.result, dict) else {}
        for body in (sent.get("document"), (sent.get("photo") or [None])[-1]):
            if body:
                file = world.files.kept[body["file_id"]].file
                watch.looks(f"{who}: {_named(file.name)}", file.content)
                watch.looks(f"{who}: {_named(file.name)}", file.name)


def _named(name: str) -> str:
    return f"report{Path(name).suffix}" if "2027" in name else name


def shown(watch: Watch, story: Story) -> None:
    """Look at what is still to be read in the chats."""
    for chat, who in WHO.items():
        for message in story.stage.person(chat).messages:
            watch.looks(f"chat of {who}: text", message.text)
            if message.document:
                name, content = message.document.name, message.document.content
                watch.looks(f"chat of {who}: {_named(name)}", content)


@pytest.mark.slow_going
@pytest.mark.timeout(900)
async def test_each_mark_is_where_it_is_allowed_and_nowhere_else(story: Story) -> None:
    watch, kept, stage = Watch(MARKS), Kept(), story.stage
    for part in (
        story.joins, story.sends_what_nobody_asked_for, story.plans, story.fails,
        story.registers, story.lists, story.is_over, story.reports, story.is_run,
    ):  # fmt: skip
        await part()
        await looks(watch, story, kept)
    listens(watch, story)

    destroyed(story.folder)
    see(await story.does(ANNA, "/loeschen", "Ja, alles löschen"), "Ihre Daten sind gelöscht.")
    await stage.moves_to(at(12, 17) + timedelta(days=32))
    left = Watch(MARKS)
    await looks(left, story, kept)
    shown(left, story)
    there = b"".join(read(path) for path in sorted(story.folder.glob("canary.db*")))
    lingers = [each for each in kept.gone() if each in there]

    assert watch.table() == ALLOWED, told(watch, left)
    assert places_without(watch) == EMPTY
    assert left.table() == AFTER, told(left)
    assert lingers == [], "it is gone, and lies in the file yet"
    assert all(each in there for each in kept.now)
    assert len(kept.gone()) > 10


def places_without(watch: Watch) -> set[str]:
    """Return where something was looked at, beside rows, and no mark was."""
    seen = set[str]().union(*watch.table().values())
    return {place for place in watch.looked - seen if not place.startswith("row: ")}


def destroyed(folder: Path) -> None:
    """Destroy what was handed out by commands, as whoever got it is told to."""
    for name in ("printed", "report"):
        shutil.rmtree(folder / name)
    (folder / "commands.log").unlink()


def told(*watches: Watch) -> str:
    """Return tables as they would stand in this file."""
    lines = [""]
    for watch in watches:
        lines += [f"    {name!r}: {sorted(places)}," for name, places in watch.table().items()]
        lines.append(f"    {sorted(places_without(watch))}")
    return "\n".join(lines)


@pytest.mark.parametrize("name", MARKS)
def test_a_mark_is_seen_however_it_is_spelled(name: str) -> None:
    """What would not be found proves nothing."""
    mark = MARKS[name]
    if isinstance(mark, int):
        digits = str(mark)
        forms = [f"{mark:,}", f"{mark:_}", " ".join(digits), f"{digits[:5]}-{digits[5:]}"]
        said = [form.encode() for form in forms] + [mark.to_bytes(8, "little")]
    else:
        said = [form for word in mark.split() for form in spelled(word)]
        said += [mark.split()[-1].encode("utf-16-le"), json.dumps(mark).encode()]
    for each in said:
        assert seeing(mark).finds(os.fsencode("x: ") + each + b" y")
    assert not seeing(mark).finds(b"x: Anna 0123456789 y")


@pytest.mark.parametrize("at", [0, BLOCK - 4, BLOCK, 3 * BLOCK - 1])
def test_a_mark_is_seen_wherever_it_comes_to_what_was_there(at: int) -> None:
    watch, there = Watch({"name": MARKS["name"]}), bytes(4 * BLOCK)
    watch.looks("log", there)

    assert watch.table() == {"name": set()}

    watch.looks("log", there[:at] + str(MARKS["name"]).split()[0].encode() + there[at:])

    assert watch.table() == {"name": {"log"}}
