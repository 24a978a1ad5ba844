"""`netzbote paper` and `netzbote certificate print`: papers without a chat, one line if not."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from domain.channel import in_chat
from domain.feedback import Answers, FeedbackItem
from domain.network import Network
from domain.person import Newcomer, Place
from domain.presence_shortened import Shortened
from domain.register import register
from domain.vocabulary import EventStatus, Role, Sector
from storage import migrate
from storage.crypto import Vault, new_key
from storage.database import Database
from tests.chat.test_paper import words
from tests.process.support import call
from tests.report.test_pdf import leaves_of
from tests.storage.test_registrations import plan

pytestmark = pytest.mark.process

MOMENT = datetime(2024, 3, 1, 9, tzinfo=UTC)
Call = Callable[..., tuple[int, str]]


async def filled(database: Database, network: Network) -> None:
    """Keep a training with two people, one of them by name and for a part, and one to come."""
    async with database.transaction() as store:
        of = await store.trainings.add(
            plan(MOMENT, seats=5), "rkn-kaarst", None, EventStatus.PUBLISHED
        )
        for number, name in ((1, "Anna Ölßen"), (2, None)):
            newcomer = Newcomer(
                in_chat(number), Role.SPECIALIST, Place("rkn-kaarst", Sector.YOUTH_OFFICE)
            )
            person = await store.persons.add(newcomer, MOMENT.date())
            if name:
                await store.persons.set_name(person.id, name)
            await register(store.registrations, of.id, person, MOMENT)
        first = (await store.registrations.attendees(of.id))[0].registration
        await store.attendees.set_shortened(first.id, Shortened(3))
        answers = [
            Answers(of.id, FeedbackItem.USEFUL, 5, 10),
            Answers(of.id, FeedbackItem.FORM, 0, 10),
        ]
        await store.exchange.answer(answers)
        later = plan(MOMENT + timedelta(days=20_000), seats=5)
        await store.trainings.add(
            replace(later, title="Später"), "rkn-neuss", None, EventStatus.PUBLISHED
        )
        await store.trainings.add(plan(MOMENT, seats=5), "rkn-kaarst", None, EventStatus.DRAFT)


@pytest.fixture
async def run(network: Network, tmp_path: Path) -> Call:
    """Return what calls `netzbote` for a database with two trainings and a draft."""
    key, url = new_key(), f"sqlite:///{tmp_path / 'papers.db'}"
    database = Database(url, Vault([key]), network.slug)
    await migrate.upgrade(database.engine)
    await filled(database, network)
    await database.close()
    settings = {
        "NETZBOTE_BOT_TOKEN": "1:demo",
        "NETZBOTE_ENCRYPTION_KEYS": key,
        "NETZBOTE_DATABASE_URL": url,
    }

    def run(*arguments: str) -> tuple[int, str]:
        done = call(*arguments, settings=settings, cwd=tmp_path)
        return done.returncode, done.stdout + done.stderr

    return run


def test_everything_is_printed(run: Call, tmp_path: Path) -> None:
    def printed(name: str, *arguments: str) -> bytes:
        done = run(*arguments)
        assert (done[0], name in done[1]) == (0, True), done
        path = tmp_path / name
        assert path.stat().st_mode & 0o077 == 0
        return path.read_bytes()

    door = words(printed("teilnahmeliste-1.pdf", "paper", "door-list", "1"))
    assert "01 Anna Ölßen Jugendamt" in door
    assert "Nur für den Dienstgebrauch" in door

    content = printed("teilnahmeliste-1.xlsx", "paper", "door-list", "1", "--xlsx")
    cells = openpyxl.load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)
    assert any("Anna Ölßen" in row for row in cells)

    flyer = words(printed("aushang-2.pdf", "paper", "flyer", "2", "--bot", "@netz_bot"))
    assert "t.me/netz_bot?start=t-" in flyer.replace(" ", "")
    assert "4,5" not in words(printed("rueckmeldung-1.pdf", "paper", "speakers", "1"))
    assert "5,0" in words((tmp_path / "rueckmeldung-1.pdf").read_bytes())
    english = printed("flyer-1.pdf", "paper", "flyer", "1", "--bot", "b", "--language", "en")
    assert "Hosted by" in words(english)

    span = ("2024-01-01", "2024-12-31")
    assert "Später" not in words(printed("programm.pdf", "paper", "programme", *span))
    assert (tmp_path / "programm.ics").read_bytes().count(b"BEGIN:VEVENT") == 1


def test_certificates_are_printed_for_all_or_for_one(run: Call, tmp_path: Path) -> None:
    assert run("certificate", "print", "1")[0] == 0
    pages = leaves_of((tmp_path / "bescheinigungen-1.pdf").read_bytes())
    assert ["Anna Ölßen" in page for page in pages] == [True, False]

    assert run("certificate", "print", "1", "--seat", "2", "--name", "Bela  Groß")[0] == 0
    text = words((tmp_path / "bescheinigung-1-02.pdf").read_bytes())
    assert "Bela Groß hat teilgenommen" in text
    code = re.search(r"Prüfcode: ([0-9A-Z-]+)", text)
    assert code is not None
    assert "The name: fits" in run("certificate", "check", code[1], "--name", "Bela Groß")[1]
    found = (tmp_path / "papers.db").read_bytes() + b"".join(
        path.read_bytes() for path in tmp_path.glob("papers.db-*")
    )
    assert b"Bela" not in found


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("paper", "door-list", "77"), "there is no training 77; see: netzbote trainings list"),
        (("paper", "door-list", "2"), "training 2: nobody has a seat yet"),
        (("paper", "door-list", "3"), "training 3 is a draft"),
        (("paper", "door-list", "1", "--out", "nowhere"), "--out nowhere: no such folder"),
        (("paper", "flyer", "1", "--bot", "b", "--language", "fr"), "--language fr: use one of"),
        (("paper", "speakers", "2"), "the sheet comes after its end"),
        (("paper", "programme", "2024-02-01", "2024-01-01"), "name the first day first"),
        (("paper", "programme", "2023-02-01", "2023-03-01"), "choose another span"),
        (("certificate", "print", "2"), "certificates come after its end"),
        (("certificate", "print", "1", "--seat", "9"), "nobody who was there has number 9"),
        (("certificate", "print", "1", "--name", "Anna"), "give --seat, too"),
        (("certificate", "print", "1", "--seat", "1", "--name", "4"), "a name is 2 to"),
    ],
)
def test_bad_input_has_one_line(
    run: Call, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, told = run(*arguments)

    assert (code, told.count("\n")) == (1, 1), told
    assert said in told
    assert list(tmp_path.glob("*.pdf")) == []
