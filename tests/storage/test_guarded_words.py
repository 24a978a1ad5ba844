"""What lasts holds words of lists and days within sense: no name, no time, no digits of a chat."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
import sqlalchemy as sa

from domain.training import Training
from storage.database import Database
from storage.report.tables import metadata
from tests.conftest import NETWORK
from tests.storage.test_guards import course, tries

__all__ = ["course"]

#: A chat, in one piece and in others.
CHATS = ["1234567890", "12-34-56-78-90", "1-2-3-4-5", "a12-b34", "rkn-123", "a1b2c3"]

HEX = hashlib.sha256(b"1").hexdigest()
#: What each table takes, past everything that is ours, and what must not stand there.
GOOD: dict[str, dict[str, Any]] = {
    "ledger": {"network": NETWORK, "day": "2026-05-06", "kind": "attendance", "n": 1, "detail": ""},
    "counter": {
        "network": NETWORK,
        "period": "2026-05-01",
        "series": "exchange-topic",
        "slug": "trauma",
        "n": 1,
    },
    "report_version": {
        "network": NETWORK,
        "year": 2026,
        "mode": "round5",
        "made_on": "2027-01-01",
        "cells": '{"values": {"came/rkn-neuss": 12}, "said": {}, "relations": [[[1, "a"]], 0, 0]}',
    },
    "year_seal": {
        "network": "kreis-steinfurt",
        "year": 2024,
        "rows": 1,
        "previous": "0" * 64,
        "digest": HEX,
        "sealed_on": "2025-01-01",
        "form": 2,
        "file": f'{{"report.small_cell": "{HEX}", "name": "{HEX}"}}',
    },
    "seal_end": {"network": "kreis-steinfurt", "seals": 1, "digest": HEX},
    "quota": {"office": "amt-22", "n": 1},
    "seat_block": {"office": "amt-22", "sector": "police", "n": 1},
    "tally": {"kind": "registration-promoted", "n": 1},
    "feedback_count": {"item": "exchange", "score": 3, "n": 1},
}
TOO_EARLY = ["1999-12-31", "0001-01-01"]
STRANGE_DAYS = [*TOO_EARLY, "2101-01-01", "9999-12-31", "infinity", "-infinity", "0044-03-15 BC"]
BAD: dict[tuple[str, str], list[Any]] = {
    ("ledger", "day"): STRANGE_DAYS,
    ("ledger", "office"): CHATS,
    ("ledger", "network"): CHATS,
    ("ledger", "training_id"): [4711],
    ("ledger", "notice_id"): [-5, 1_234_567_890],
    ("counter", "period"): [*STRANGE_DAYS, "2026-05-02"],
    ("counter", "slug"): ["Frau Muster", "14:32", *CHATS],
    ("counter", "n"): [-1, 1_000_000],
    ("report_version", "made_on"): STRANGE_DAYS,
    ("report_version", "year"): [1999, 2101],
    ("report_version", "mode"): ["none", "1234567890"],
    ("report_version", "network"): CHATS,
    ("report_version", "cells"): [
        '{"values": {"Frau Muster": 1}}',
        '{"values": {"a": 1234567890}}',
        '{"values": {"chat/1234567890": 1}}',
        '{"values": {"a": "Müller"}}',
        '"anna"',
        "[1]",
    ],
    ("year_seal", "sealed_on"): [*STRANGE_DAYS, "2024-12-31"],
    ("year_seal", "digest"): ["a" * 63 + "g", "A" * 64, "ab" * 20],
    ("year_seal", "previous"): ["1" * 64, "x" * 64],
    ("year_seal", "year"): [1999, 2101],
    ("year_seal", "rows"): [-1, 1_234_567_890],
    ("year_seal", "form"): [0, 3],
    ("year_seal", "file"): [
        None,
        '{"name": "Anna"}',
        f'{{"Anna Muster": "{HEX}"}}',
        f'["{HEX}"]',
        f'{{"name": "{HEX}", "chat": 1234567890}}',
    ],
    ("seal_end", "digest"): ["x" * 64, "ab"],
    ("seal_end", "seals"): [0, -1],
    ("quota", "office"): [*CHATS, "Frau Muster", "14:32"],
    ("quota", "n"): [0, 1_000_000],
    ("seat_block", "office"): [*CHATS, "anna müller"],
    ("seat_block", "sector"): ["nurse", "1234567890", "14:32"],
    ("tally", "kind"): ["registration-anna", "1234567890", "14:32:05"],
    ("tally", "n"): [-1, 1_000_000],
    ("feedback_count", "item"): ["anna", "14:32"],
    ("feedback_count", "n"): [-1, 1_000_000],
    ("feedback_count", "score"): [6, -1],
}
OF_TRAININGS = {"quota", "seat_block", "tally", "feedback_count"}


async def put(database: Database, table: str, values: dict[str, Any]) -> str:
    given = {name: value for name, value in values.items() if value is not None}
    columns, places = ", ".join(given), ", ".join(f":{name}" for name in given)
    kinds = metadata.tables[table].columns
    cast = {
        name: f"CAST(:{name} AS json)" for name in given if isinstance(kinds[name].type, sa.JSON)
    }
    if not database.sqlite:
        places = ", ".join(cast.get(name, f":{name}") for name in given)
    return await tries(database, f"INSERT INTO {table} ({columns}) VALUES ({places})", **given)


@pytest.mark.parametrize("table", GOOD)
async def test_no_word_no_time_and_no_chat_comes_into_what_lasts(
    database: Database, course: Training, table: str
) -> None:
    good = GOOD[table] | ({"training_id": course.id} if table in OF_TRAININGS else {})
    for (of, column), values in BAD.items():
        for value in values if of == table else ():
            assert await put(database, table, good | {column: value}), (column, value)

    assert await put(database, table, good) == ""


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("host", "1-2-3-4-5"),
        ("host", "Frau Muster"),
        ("topic", "anna"),
        ("format", "14:32"),
        ("mode", "somewhere"),
        ("sectors", '["anna"]'),
        ("sectors", '{"police": 1}'),
        ("sectors", '[["police"]]'),
        ("sectors", '["police", 1234567890]'),
        ("reminders", '[["one-week", 1234567890, "08:00"]]'),
        ("reminders", '["Frau Muster"]'),
        ("accessibility", '["anna"]'),
        ("units", -1),
        ("units", 1_234_567_890),
        ("starts_at", "1999-05-06 08:00:00"),
        ("ends_at", "9999-05-06 08:00:00"),
        ("ends_at", "infinity"),
        ("release_at", "1999-05-06 08:00:00"),
    ],
)
async def test_the_facts_of_a_training_are_words_of_lists_and_days_within_sense(
    database: Database, course: Training, column: str, value: Any
) -> None:
    json = isinstance(metadata.tables["training"].columns[column].type, sa.JSON)
    place = "CAST(:value AS json)" if json and not database.sqlite else ":value"

    assert await tries(database, f"UPDATE training SET {column} = {place}", value=value)
