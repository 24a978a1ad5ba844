"""Periods, fields, recipients and commands of the folder are those of the code."""

from __future__ import annotations

import html
import importlib
import re
from dataclasses import fields
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

import storage.copying  # noqa: F401 - all tables join the metadata
from bot.cli import app
from bot.commands.docs import commands
from bot.settings import names
from domain.network import Network, Retention
from domain.vocabulary import Role
from storage.keys import SEALED
from storage.tables import metadata
from tests.chat.test_privacy_stolen import HASHED
from tests.folder.proofs import FOLDER, ROOT, pages, read, table_under, tables
from tests.scheduler.test_retention import EMPTIED, LASTING, PERSONAL
from tests.sources import parsed, walk
from texts.catalogue import Texts
from texts.privacy_notice import notice
from texts.words import WORDS

CODE = re.compile(r"`([^`]+)`")
UNITS = {"Tag": 24, "Tage": 24, "Stunde": 1, "Stunden": 1}
READABLE, LOOK_UP, HASH = "lesbar", "Suchschlüssel", "Prüfsumme"
#: Constants of time limits beyond what the hourly erasing asks for.
FURTHER = {
    "domain.account.VALID", "domain.account.OBJECTION", "domain.substitute.VALID",
    "domain.people.HOLDS", "domain.people.TO_ANSWER", "domain.manage.NAMES_STAY",
    "domain.manage.NAMES_LATE", "domain.privacy.DELETABLE",
}  # fmt: skip
#: Settings by which data leave the program or come in, and no others do.
OUTWARD = ("_URL", "_URL_FILE", "_CHAT", "LISTEN")


def in_code(cell: str) -> list[str]:
    return CODE.findall(cell)


def spans(cell: str) -> tuple[timedelta, ...]:
    """Return the periods of a cell: `30 und 7 Tage` are two."""
    amount, unit = re.fullmatch(r"([\d und]+) (\w+)", cell).groups()  # type: ignore[union-attr]
    return tuple(timedelta(hours=int(n) * UNITS[unit]) for n in re.findall(r"\d+", amount))


def of_code(name: str) -> tuple[timedelta, ...]:
    """Return the period of a field of `Retention`, or of a constant by its full name."""
    if "." not in name:
        value: Any = getattr(Retention(), name)
        days = value if isinstance(value, tuple) else (value,)
        return tuple(timedelta(days=each) for each in days)
    module, _, constant = name.rpartition(".")
    return (getattr(importlib.import_module(module), constant),)


def asked_by_erasing() -> set[str]:
    """Return the full names of the constants that `scheduler.retention` erases by."""
    module = importlib.import_module("scheduler.retention")
    tree = parsed(Path(str(module.__file__)))
    imported = {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in walk(tree)
        if hasattr(node, "names") and hasattr(node, "module")
        for alias in node.names
    }
    constants = [name for name in vars(module) if isinstance(getattr(module, name), timedelta)]
    return {imported.get(name, f"scheduler.retention.{name}") for name in constants}


def limits() -> list[tuple[str, str]]:
    """Return each period of the page with the name of its setting or constant."""
    text = read(FOLDER / "loeschkonzept.md")
    rows = [
        *table_under(text, "## Fristen, die ein Netzwerk einstellen kann"),
        *table_under(text, "## Fristen, die fest im Programm stehen"),
    ]
    return [(row[1], in_code(row[3])[0]) for row in rows]


def test_each_period_is_the_one_in_the_code() -> None:
    for said, name in limits():
        assert spans(said) == of_code(name), name


def test_each_period_of_the_code_is_told() -> None:
    told = {name for _, name in limits()}

    assert {field.name for field in fields(Retention)} <= told
    assert asked_by_erasing() >= {"scheduler.retention.DRAFTS", "domain.write.KEPT"}
    assert asked_by_erasing() | FURTHER == {name for name in told if "." in name}


def test_a_period_is_read_as_it_is_written() -> None:
    assert spans("30 und 7 Tage") == (timedelta(days=30), timedelta(days=7))
    assert spans("48 Stunden") == (timedelta(hours=48),)
    assert of_code("inactive_warning_days") == (timedelta(days=30), timedelta(days=7))


def test_backups_are_kept_as_long_as_is_said() -> None:
    said = read(FOLDER / "loeschkonzept.md")
    units = [read(path) for path in (ROOT / "deploy" / "systemd").glob("*backup*.service")]

    assert "behält 30 Tage (`--keep 30`)" in said
    assert units
    assert all("--keep 30\n" in unit for unit in units)


def test_each_table_about_people_has_its_end() -> None:
    rows = table_under(read(FOLDER / "loeschkonzept.md"), "## Was jede Tabelle beendet")
    told = [name for row in rows for name in in_code(row[0])]

    assert sorted(told) == sorted(PERSONAL)


def test_the_record_names_each_table_about_people() -> None:
    rows = table_under(read(FOLDER / "verzeichnis.md"), "## Welche Daten")
    told = [name for row in rows for name in in_code(row[2])]

    assert sorted(told) == sorted(PERSONAL)


def protection(table: sa.Table, column: str) -> str:
    if column in SEALED.get(table, ()):
        return "versiegelt"
    if column in HASHED:
        return HASH if column == "token_hash" else LOOK_UP
    return READABLE


def test_each_column_about_people_is_described() -> None:
    text = read(FOLDER / "datenfelder.md")
    for name in PERSONAL:
        table = metadata.tables[name]
        rows = table_under(text, f"## {name}")
        told = [(column, row[2]) for row in rows for column in in_code(row[0])]

        assert sorted(told) == sorted((each.name, protection(table, each.name)) for each in table.c)


def test_each_table_that_stays_is_described() -> None:
    rows = table_under(read(FOLDER / "datenfelder.md"), "## Was bleibt")
    told = {in_code(row[0])[0]: (set(in_code(row[2])), set(in_code(row[3]))) for row in rows}
    links = {name: {column for table, column in EMPTIED if table == name} for name in LASTING}

    assert told == {
        name: (set(SEALED.get(metadata.tables[name], ())), links[name]) for name in LASTING
    }


def test_recipients_are_those_of_the_settings() -> None:
    rows = table_under(read(FOLDER / "verzeichnis.md"), "## Empfänger")
    told = {name for row in rows for name in in_code(row[2])}

    assert told == {name for name in names() if name.endswith(OUTWARD)}
    assert {"NETZBOTE_BOT_API_URL", "NETZBOTE_OPERATOR_CHAT"} <= told


def test_each_role_is_a_recipient() -> None:
    texts = Texts("de")
    within = tables(read(FOLDER / "verzeichnis.md").split("Innerhalb des Netzwerks:")[1])[0]

    assert [row[0] for row in within] == [
        *(texts.label("role", role) for role in (Role.SPECIALIST, Role.AUDITOR)),
        *(texts.label("role", role) for role in (Role.COORDINATOR, Role.LEAD)),
        "Betrieb (Kommandozeile)",
    ]
    assert len(Role) == 4


def test_the_notice_has_each_part_that_is_promised(network: Network) -> None:
    shown = [html.unescape(part.text) for part in notice(Texts("de"), network, ())]
    rows = table_under(read(FOLDER / "hinweise-art-13.md"), "## Punkt für Punkt")
    for row in rows:
        found = re.findall(r"Teil (\d), ((?:„[^“]+“(?:, )?)+)", row[1])

        assert found, row
        for part, heads in found:
            for head in re.findall("„([^“]+)“", heads):
                assert f"<b>{head}</b>" in shown[int(part) - 1], head


@pytest.mark.parametrize(
    "page", [*pages(), ROOT / "docs" / "threat-model.md"], ids=lambda p: p.name
)
def test_each_command_that_is_named_exists(page: Path) -> None:
    """Of the chat, and of the command line."""
    typed = {word for command in WORDS.values() for word in command.commands}
    called = {" ".join(one.words) for one in commands(app)}
    for named in in_code(read(page)):
        if re.fullmatch(r"/[a-z]+", named) and named != "/telegram":
            assert named[1:] in typed, named
        if named.startswith("netzbote "):
            words = named.removeprefix("netzbote ")
            assert any(f"{one} ".startswith(f"{words} ") for one in called), named
