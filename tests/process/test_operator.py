"""Whoever runs the bot: named by a setting, looked at by doctor, and written to by the service."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.run import Service
from bot.settings import Settings
from storage.crypto import new_key
from tests.process.support import TOKEN, Person, Process, Sim, call

pytestmark = pytest.mark.process


@pytest.fixture
def telegram(tmp_path: Path) -> Iterator[str]:
    standin = Process(
        "standin", "--no-limits", "--local", settings={}, cwd=tmp_path, log=tmp_path / "stand-in"
    )
    yield standin.line()
    standin.close()


def test_doctor_says_whether_anybody_can_be_told(tmp_path: Path, telegram: str) -> None:
    Person(Sim(telegram), 909, "Opa <Root>").does("says", text="/start")
    settings = {
        "NETZBOTE_BOT_TOKEN": TOKEN,
        "NETZBOTE_BOT_API_URL": telegram,
        "NETZBOTE_ENCRYPTION_KEYS": new_key(),
    }
    found = {}
    for chat in ("909", "910"):
        given = {**settings, "NETZBOTE_OPERATOR_CHAT": chat}
        done = call("doctor", "--json", settings=given, cwd=tmp_path)
        (found[chat],) = [one for one in json.loads(done.stdout) if one["name"] == "operator"]
        assert "Root" not in done.stdout

    assert found["909"]["state"] == "ok"
    assert found["910"]["state"] == "wrong"
    assert found["910"]["remedy"] == "write /chatnummer to the bot, and set that"


@pytest.mark.parametrize(("chat", "ticks"), [(909, ["operator"]), (None, [])])
async def test_the_service_looks_if_there_is_a_chat(
    tmp_path: Path, chat: int | None, ticks: list[str]
) -> None:
    service = Service(
        Settings.model_validate(
            {
                "bot_token": TOKEN,
                "encryption_keys": new_key(),
                "database_url": f"sqlite:///{tmp_path}/netzbote.db",
                "operator_chat": chat,
            }
        ),
        take_over=False,
        also=False,
    )

    assert [tick.name for tick in service._operator()] == ticks
