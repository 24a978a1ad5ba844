"""The page: what is served, what it may ask for, and that it says everything twice."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from standin.http.page import HERE, MEDIA_TYPES, Hooks, Phone, Step
from standin.http.server import application, serving
from standin.people.person import PIXEL
from standin.telegram import TOKEN, Telegram
from standin.world.clock import MovableClock
from tests.standin.support import ANNA, Clock, ask

PARTS = sorted(path for path in HERE.iterdir() if path.suffix in MEDIA_TYPES)
SOURCE = "".join(path.read_text() for path in PARTS)
DUE = datetime(2027, 3, 12, 8, 0, tzinfo=UTC)


@pytest.fixture
async def web(address: str) -> AsyncIterator[aiohttp.ClientSession]:
    """The stand-in alone."""
    async with aiohttp.ClientSession(address) as session:
        yield session


@pytest.mark.parametrize("path", ["/", *(f"/page/{part.name}" for part in PARTS)])
async def test_every_part_may_only_ask_this_machine(web: aiohttp.ClientSession, path: str) -> None:
    async with web.get(path) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'self';")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "name", ["__init__.py", "nothing.js", "..%2Fserver.py", "..%2F..%2Fapp.py"]
)
async def test_nothing_else_is_served(web: aiohttp.ClientSession, name: str) -> None:
    async with web.get(f"/page/{name}") as answer:
        assert answer.status == 404


def test_the_page_names_no_address_outside() -> None:
    addresses = set(re.findall(r"https?://[\w.]+", SOURCE))

    assert addresses == {"http://www.w3.org"}  # the name of SVG, which nobody asks


async def test_who_stands_on_the_page_gets_a_phone_named_in_their_language(clock: Clock) -> None:
    telegram = Telegram(clock.now, name="Robot", language="de-AT")
    cora = Phone(13, {"de": "Kora", "en": "Cora"}, {"de": "Amt", "en": "Office"}, "shield")
    app = application(telegram, MovableClock(), hooks=Hooks(phones=[cora]))
    async with (
        serving(app) as address,
        aiohttp.ClientSession(address) as web,
        web.get("/sim/page") as answer,
    ):
        page = await answer.json()

    assert [(phone["id"], phone["name"]["en"]) for phone in page["phones"]] == [(13, "Cora")]
    assert page["title"] == {"de": "Robot", "en": "Robot"}
    assert [person.user["first_name"] for person in telegram.people.values()] == ["Kora"]
    assert page["can"] == {"invite": False, "next": False, "tour": False, "again": False}


@pytest.mark.parametrize("door", ["people/1001/invitation", "tour/next", "again"])
async def test_a_door_without_its_hook_is_not_there(web: aiohttp.ClientSession, door: str) -> None:
    async with web.post(f"/sim/{door}") as answer:
        assert answer.status == 404


async def test_hooks_answer_for_the_program_behind(telegram: Telegram) -> None:
    steps = [Step(1, 1, {"de": "Eins", "en": "One"}, {"de": "Satz.", "en": "Sentence."}, ANNA)]

    async def invite(person_id: int) -> str:
        return f"token{person_id}"

    async def due() -> datetime:
        return DUE

    async def step() -> Step | None:
        return steps.pop() if steps else None

    hooks = Hooks(invitation=invite, next_due=due, next_step=step)
    async with (
        serving(application(telegram, MovableClock(), hooks=hooks)) as address,
        aiohttp.ClientSession(address) as web,
    ):
        assert await _post(web, f"people/{ANNA}/invitation") == {"payload": f"token{ANNA}"}
        async with web.get("/sim/next") as answer:
            assert await answer.json() == {"at": DUE.isoformat()}
        assert (await _post(web, "tour/next"))["step"]["title"]["de"] == "Eins"
        async with web.get("/sim/page") as answer:
            assert (await answer.json())["step"]["number"] == 1
        assert await _post(web, "tour/next") == {"step": None}


async def _post(web: aiohttp.ClientSession, door: str) -> Any:
    async with web.post(f"/sim/{door}") as answer:
        assert answer.status == 200

        return await answer.json()


async def test_only_harmless_files_are_shown_by_the_browser(
    telegram: Telegram, web: aiohttp.ClientSession
) -> None:
    anna = telegram.person(ANNA, "Anna")
    await anna.sends_photo(PIXEL)
    await anna.uploads("seite.html", b"<script>alert(1)</script>")
    ways = []
    for number in telegram.world.files.kept:
        async with web.get(f"/sim/files/{number}?inline=1") as answer:
            ways.append(answer.headers["Content-Disposition"].partition(";")[0])

    assert ways == ["inline", "attachment"]


async def test_a_narrow_scope_of_commands_wins(
    telegram: Telegram, web: aiohttp.ClientSession
) -> None:
    anna = telegram.person(ANNA, "Anna")
    await anna.opens()
    await ask(telegram, "setMyCommands", commands=[{"command": "hilfe", "description": "Hilfe"}])
    own = [{"command": "neu", "description": "Neue Fortbildung"}]

    assert await _commands(web) == ["hilfe"]

    await ask(telegram, "setMyCommands", commands=own, scope={"type": "chat", "chat_id": ANNA})

    assert await _commands(web) == ["neu"]


async def _commands(web: aiohttp.ClientSession) -> list[str]:
    async with web.get(f"/sim/people/{ANNA}") as answer:
        return [command["command"] for command in (await answer.json())["commands"]]


async def test_one_fault_is_taken_back_and_the_others_stay(
    telegram: Telegram, web: aiohttp.ClientSession
) -> None:
    first = telegram.fault("send*", "reset")
    second = telegram.fault("send*", "code", code=502)
    async with web.delete(f"/sim/faults/{first.number}") as answer:
        assert answer.status == 200
    async with web.delete(f"/sim/faults/{first.number}") as answer:
        assert answer.status == 404

    assert telegram.faults.active() == [second]


async def test_a_call_tells_its_result_and_how_long_it_took(telegram: Telegram) -> None:
    await telegram.call(TOKEN, "getMe", {})
    call = telegram.calls[-1].body

    assert call["result"]["username"] == "robot_bot"
    assert 0 <= call["took"] < 1000


def test_everything_is_said_in_both_languages_and_nothing_in_vain() -> None:
    words = (HERE / "words.js").read_text()
    german, english = words.partition("\n  en: {")[::2]
    keys = [
        re.findall(r"^    \"?([\w-]+)\"?:", text.partition("\n};")[0], re.MULTILINE)
        for text in (german, english)
    ]

    assert keys[0] == keys[1]
    assert [key for key in keys[0] if not _is_used(key)] == []


def _is_used(key: str) -> bool:
    if re.match(r"(fault|attach)-(?!left|off|file|forward)|photo|voice|location|contact", key):
        return True  # put together from a name
    return f'"{key}"' in SOURCE.replace((HERE / "words.js").read_text(), "")
