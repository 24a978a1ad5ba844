"""What Telegram never calls is found before it is asked."""

from __future__ import annotations

import asyncio

import pytest

from bot.commands import doctor
from bot.settings import Settings, SettingsProblem

#: Nothing is asked over a line here, and no file is read.
GIVEN = {"NETZBOTE_BOT_TOKEN": "1:demo", "NETZBOTE_LISTEN": "127.0.0.1:8080"}
WRONG = {
    "http://bot.example/telegram": "must begin with https://",
    "https://bot.example:8081/telegram": "has port 8081",
    "https://10.1.2.3/telegram": "leads to 10.1.2.3",
    "https://[fd00::1]/telegram": "leads to fd00::1",
    "https://localhost/telegram": "leads to localhost",
    "https://bot.example:x/telegram": "is no address",
    "https:///telegram": "is no address",
}


def settings(monkeypatch: pytest.MonkeyPatch, url: str, **more: str) -> Settings:
    for name, value in {**GIVEN, "NETZBOTE_WEBHOOK_URL": url, **more}.items():
        monkeypatch.setenv(name, value)
    return Settings(_env_file=None)


@pytest.mark.parametrize("url", WRONG)
def test_an_address_that_is_never_called_is_refused(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    with pytest.raises(SettingsProblem, match=WRONG[url]):
        settings(monkeypatch, url).webhook()


@pytest.mark.parametrize("port", ["", ":443", ":80", ":88", ":8443"])
def test_any_other_is_taken(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    url = f"https://bot.example{port}/telegram"

    assert settings(monkeypatch, url).webhook() == url


def test_a_server_of_ones_own_may_call_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    url, own = "http://127.0.0.1:9000/telegram", "http://127.0.0.1:8081"
    given = settings(monkeypatch, url, NETZBOTE_BOT_API_URL=own)

    assert given.webhook() == url


def test_the_doctor_says_it_without_telegram(monkeypatch: pytest.MonkeyPatch) -> None:
    settings(monkeypatch, "https://10.1.2.3/telegram", NETZBOTE_NETWORK="no-such-network")
    monkeypatch.setattr(doctor, "_telegram", unreachable)
    found = {one.name: one for one in asyncio.run(doctor.examine())}

    assert found["webhook"].state == "wrong"
    assert "leads to 10.1.2.3" in found["webhook"].text


async def unreachable(_: Settings) -> list[doctor.Finding]:
    return []
