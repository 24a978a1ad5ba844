"""The command line: help with an example, one line for a mistake, JSON for scripts."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from bot.network_file import find
from domain.channel import in_chat
from domain.delivery import Kind
from domain.person import Newcomer, Place
from domain.register import register
from domain.vocabulary import EventStatus, Role, Sector
from storage import migrate
from storage.crypto import Vault, new_key
from storage.database import Database
from tests.process.support import call, call_anew
from tests.storage.test_registrations import plan

pytestmark = pytest.mark.process
BREAKDOWNS = ((None, None), ("county-wide", None), (None, "police"))
REGISTERED = ("registration-confirmed", "registered-at-start")
OWN = (("rkn-kaarst", None), (None, "youth-office"))
OFF = "this event is cancelled"
NOBODY = "this reaches nobody; choose others, or invite them first"


def skipped_hour() -> str:
    """Return a time that no clock of the network shows: half past two on next year's March day."""
    end = date(date.today().year + 1, 3, 31)  # noqa: DTZ011 - any year ahead will do
    sunday = end - timedelta(days=(end.weekday() + 1) % 7)
    return f"{sunday}T02:30"


@pytest.fixture
def settings() -> dict[str, str]:
    return {
        "NETZBOTE_BOT_TOKEN": "1:demo",
        "NETZBOTE_BOT_API_URL": "http://127.0.0.1:9",
        "NETZBOTE_ENCRYPTION_KEYS": new_key(),
    }


def test_a_first_invitation_works_offline(settings: dict[str, str], tmp_path: Path) -> None:
    done = call_anew(
        *("invite", "--role", "coordinator", "--institution", "rkn-kaarst", "--qr", "code.png"),
        settings=settings,
        cwd=tmp_path,
    )

    assert done.returncode == 0
    assert re.fullmatch(r"https://t\.me/BOT\?start=i-[\w-]{22}\n", done.stdout)
    assert done.stderr.startswith("netzbote: Telegram does not answer")
    assert (tmp_path / "code.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "changed", "line"),
    [
        (["run"], {"NETZBOTE_PORT": "1"}, "netzbote: NETZBOTE_PORT is no setting"),
        (["run"], {"NETZBOTE_BOT_TOKEN": ""}, "netzbote: NETZBOTE_BOT_TOKEN is not set"),
        (
            ["run"],
            {"NETZBOTE_ENCRYPTION_KEYS": ""},
            "netzbote: NETZBOTE_ENCRYPTION_KEYS is not set",
        ),
        (["run"], {"NETZBOTE_ENCRYPTION_KEYS": "x"}, "netzbote: An encryption key is malformed"),
        (["run"], {"NETZBOTE_LISTEN": "here"}, "netzbote: NETZBOTE_LISTEN is 'here'"),
        (["run"], {"NETZBOTE_WEBHOOK_URL": "https://x.example/telegram"}, "netzbote: NETZBOTE_WEB"),
        (["run"], {"NETZBOTE_NETWORK": "nowhere"}, "netzbote: nowhere: no such file"),
        (["run"], {"NETZBOTE_TIMEZONE": "Mars"}, "netzbote: NETZBOTE_TIMEZONE: time zone 'Mars'"),
        (["run"], {"NETZBOTE_MESSAGES_PER_SECOND": "0"}, "netzbote: NETZBOTE_MESSAGES_PER_SECOND:"),
        (["run"], {"NETZBOTE_DATABASE_URL": "mysql://x"}, "netzbote: The database address begins"),
        (["invite", "--role", "lead"], {}, "netzbote: name --institution"),
        (
            ["invite", "--role", "lead", "--institution", "no"],
            {},
            "netzbote: --institution no: not",
        ),
        (["trainings", "announce", "7"], {}, "netzbote: there is no training 7"),
        (
            ["trainings", "announce", "7", "--at", "9999-12-31"],
            {},
            "netzbote: --at 9999-12-31: give",
        ),
        (
            ["trainings", "announce", "7", "--at", "0001-01-01"],
            {},
            "netzbote: --at 0001-01-01: give",
        ),
        (
            ["trainings", "announce", "7", "--at", skipped_hour()],
            {},
            f"netzbote: --at {skipped_hour()}: the clocks are put forward then",
        ),
        (["trainings", "close", "7", "--as-registered"], {}, "netzbote: there is no training 7"),
        (["trainings", "close", "7", "--came", "x=1"], {}, "netzbote: --came x=1: write it as"),
        (
            ["access-log", "--month", "2027-13"],
            {},
            "netzbote: --month 2027-13: write it as 2027-03",
        ),
        (["deliveries", "show", "7"], {}, "netzbote: there is no delivery 7"),
        (["deliveries", "resend", "7"], {}, "netzbote: delivery 7 is not unknown"),
        (["db", "check"], {}, "netzbote: the database is not up to date"),
    ],
)
def test_a_mistake_is_one_line_and_code_1(
    settings: dict[str, str],
    tmp_path: Path,
    arguments: list[str],
    changed: dict[str, str],
    line: str,
) -> None:
    done = call(*arguments, settings=settings | changed, cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(line)
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["invite"],
        ["invite", "--role", "pope"],
        ["run", "--fast"],
        ["deliveries", "show", "x"],
    ],
)
def test_wrong_usage_is_code_2(tmp_path: Path, arguments: list[str]) -> None:
    done = call(*arguments, cwd=tmp_path)

    assert done.returncode == 2
    assert "Error:" in done.stderr


def test_an_unknown_line_in_the_env_file_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("NETZBOTE_BOT_TOKN=1:x\n")
    done = call("run", cwd=tmp_path)

    assert done.returncode == 1
    assert done.stderr.startswith("netzbote: NETZBOTE_BOT_TOKN is no setting; did you mean")


def test_keys_are_changed_in_operation(settings: dict[str, str], tmp_path: Path) -> None:
    link = call(
        "invite", "--role", "specialist", "--sector", "police", settings=settings, cwd=tmp_path
    )
    newer = call("keys", "new", cwd=tmp_path).stdout.strip()
    both = {"NETZBOTE_ENCRYPTION_KEYS": f"{newer},{settings['NETZBOTE_ENCRYPTION_KEYS']}"}
    done = call("keys", "rotate", settings=settings | both, cwd=tmp_path)

    assert link.returncode == done.returncode == 0
    assert done.stdout == "0 entries sealed with the newest key. Older keys can go now.\n"


def states(findings: str) -> dict[str, str]:
    """Return what the doctor found, by what it looked at."""
    return {one["name"]: one["state"] for one in json.loads(findings)}


def test_the_doctor_finds_what_is_wrong(settings: dict[str, str], tmp_path: Path) -> None:
    done = call("doctor", "--json", settings=settings, cwd=tmp_path)

    assert done.returncode == 1
    assert states(done.stdout) == {
        "settings": "ok",
        "reads": "ok",
        "network": "ok",
        "pattern": "warning",
        "time zone": "ok",
        "contact": "warning",
        "contacts": "warning",
        "keys": "ok",
        "database": "warning",
        "erasures": "warning",
        "telegram": "wrong",
    }


def network_with(template: Any, folder: Path) -> str:
    """Return the path of a network's file that names this Word template."""
    template.save(str(folder / "vorlage.docx"))
    text = find("rhein-kreis-neuss").read_text(encoding="utf-8")
    path = folder / "own.toml"
    path.write_text(text.replace("[report]", '[report]\ntemplate = "vorlage.docx"'), "utf-8")
    return str(path)


def word_file(*lines: str) -> Any:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return document


def test_the_report_is_written_on_the_networks_own_template(
    settings: dict[str, str], tmp_path: Path
) -> None:
    own = network_with(word_file("Stadtwappen", "{{ content }}"), tmp_path)
    other = tmp_path / "other.docx"
    word_file("Kreiswappen", "{{ content }}").save(str(other))
    settings |= {"NETZBOTE_NETWORK": own}
    words = ("report", "2026", "--format", "docx", "--out")
    plain = call(*words, "a", settings=settings, cwd=tmp_path)
    switched = call(*words, "b", "--template", str(other), settings=settings, cwd=tmp_path)
    first, second = (
        Document(str(tmp_path / done.stdout.strip())).paragraphs[0].text
        for done in (plain, switched)
    )
    doctor = call("doctor", "--json", settings=settings, cwd=tmp_path)

    assert (first, second) == ("Stadtwappen", "Kreiswappen")
    assert {"template": "ok"}.items() <= states(doctor.stdout).items()


def test_a_wrong_template_stops_the_start_with_one_line(
    settings: dict[str, str], tmp_path: Path
) -> None:
    settings |= {"NETZBOTE_NETWORK": network_with(word_file("{{ mayor }} {{ content }}"), tmp_path)}
    line = "netzbote: report.template: the template asks for mayor; it may use: title, network"
    for words in (("run",), ("network", "check")):
        done = call(*words, settings=settings, cwd=tmp_path)

        assert done.returncode == 1
        assert done.stderr.splitlines()[-1].startswith(line), done.stderr
        assert len([one for one in done.stderr.splitlines() if "netzbote: " in one]) == 1
    doctor = call("doctor", "--json", settings=settings, cwd=tmp_path)

    assert {"network": "ok", "template": "wrong"}.items() <= states(doctor.stdout).items()


@pytest.mark.parametrize(
    "arguments",
    [
        ["settings", "--json"],
        ["trainings", "list", "--json"],
        ["deliveries", "list", "--json"],
        ["access-log", "--month", "2027-03", "--json"],
        ["network", "show", "kreis-steinfurt", "--json"],
    ],
)
def test_scripts_get_json(settings: dict[str, str], tmp_path: Path, arguments: list[str]) -> None:
    done = call(*arguments, settings=settings, cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) is not None


async def test_the_command_line_announces_by_the_rules_of_the_chat(
    settings: dict[str, str], tmp_path: Path
) -> None:
    settings = settings | {"NETZBOTE_DATABASE_URL": f"sqlite:///{tmp_path / 'told.db'}"}
    vault = Vault([settings["NETZBOTE_ENCRYPTION_KEYS"]])
    database = Database(settings["NETZBOTE_DATABASE_URL"], vault, "rhein-kreis-neuss")
    await migrate.upgrade(database.engine)
    now = datetime.now(UTC)  # the commands read the real clock
    soon = plan(now - timedelta(days=20))  # in ten days, its deadline four days ago
    async with database.transaction() as store:
        told = await store.trainings.add(soon, "rkn-kaarst", None)
        off = await store.trainings.add(soon, "rkn-kaarst", None, EventStatus.CANCELLED)
        place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
        await store.persons.add(Newcomer(in_chat(101), Role.SPECIALIST, place), now.date())

    def announces(*arguments: str) -> tuple[int, str]:
        done = call("trainings", "announce", *arguments, settings=settings, cwd=tmp_path)
        return done.returncode, done.stderr

    late = f"{now + timedelta(days=12):%Y-%m-%dT%H:%M}"
    nobody = announces("1", "--institution", "rkn-neuss")
    too_late = announces("1", "--at", late)
    cancelled = announces("2")
    went = announces("1")
    doctor = call("doctor", "--json", settings=settings, cwd=tmp_path)
    async with database.reading() as store:
        planned = [len(await store.broadcasts.of_training(each.id)) for each in (told, off)]
    await database.close()

    assert nobody == (1, f"netzbote: training 1: {NOBODY}\n")
    assert too_late == (1, "netzbote: by then training 1 has begun; choose an earlier --at\n")
    assert cancelled == (1, f"netzbote: training 2 cannot be announced any more: {OFF}\n")
    assert went == (0, "")
    assert planned == [1, 0]
    assert states(doctor.stdout)["lead"] == "warning"


async def test_closing_from_the_command_line_counts_block_seats(
    settings: dict[str, str], tmp_path: Path
) -> None:
    vault = Vault([settings["NETZBOTE_ENCRYPTION_KEYS"]])
    url = f"sqlite:///{tmp_path / 'held.db'}"
    settings = settings | {"NETZBOTE_DATABASE_URL": url}
    database = Database(url, vault, "rhein-kreis-neuss")
    await migrate.upgrade(database.engine)
    moment = datetime(2024, 3, 1, tzinfo=UTC)
    async with database.transaction() as store:
        held = await store.trainings.add(plan(moment, seats=2), "rkn-kaarst", None)
        await store.seating.set_block(held.id, ("county-wide", "police"), 1)
        place = Place("rkn-kaarst", Sector.YOUTH_OFFICE)
        anna = await store.persons.add(
            Newcomer(in_chat(101), Role.SPECIALIST, place), moment.date()
        )
        await register(store.registrations, held.id, anna, moment)
    done = call("trainings", "close", "1", "--as-registered", settings=settings, cwd=tmp_path)
    again = call("trainings", "close", "1", "--as-registered", settings=settings, cwd=tmp_path)
    async with database.reading() as store:
        rows = await store.ledger.between(date(2024, 1, 1), date(2024, 12, 31))
        asked = await store.dossiers.told(anna.id)
    await database.close()

    assert [each.kind for each in asked] == [Kind.FEEDBACK]
    assert (done.stdout, done.stderr) == ("Training 1 is closed with 2 people.\n", "")
    assert again.stderr == "netzbote: training 1 cannot be closed: this event is closed already\n"
    assert {(row.kind.value, row.office, row.sector) for row in rows if row.n} == {
        *((kind, None, None) for kind in ("event-held", *REGISTERED)),
        *((kind, *by) for kind in ("attendance", "block-seats") for by in BREAKDOWNS),
        *(("attendance", *by) for by in OWN),
        ("hosted", "rkn-kaarst", None),
    }
